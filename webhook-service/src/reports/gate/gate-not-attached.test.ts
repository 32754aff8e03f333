/** Third published cause: quên đính câu trả lời. */
import { describe, expect, it } from 'vitest';
import { findingsOn, goodText, paper, photo, refusedBy, textOf } from './testing/answers.ts';

describe('quên đính: the answer itself', () => {
  it.each(['', '   \n ', '…', '- . -'])('"%s" is no text', (text) => {
    expect(refusedBy({ text })).toEqual(['text_empty']);
    expect(findingsOn({ text })[0]).toEqual({
      rule: 'text_empty',
      cause: 'not_attached',
      ok: false,
      text: 'Chưa có nội dung trả lời: có thể Ông/Bà quên nhập. Xin viết đã kiểm tra khi nào, ai kiểm tra, thấy gì và đã làm gì.',
    });
  });

  it.each([
    'Xem văn bản đính kèm.',
    'Kính gửi Ông/Bà, xin xem công văn số 12/UBND-VP kèm theo. Trân trọng.',
    'Kết quả: https://vanban.example.vn/2026/445.pdf',
    'UBND phường Láng đã trả lời trong file đính kèm.',
  ])('only points elsewhere: %s', (text) => {
    expect(refusedBy({ text, evidence: [photo, paper] })).toEqual(['text_only_points']);
    expect(textOf('text_only_points', { text })).toBe(
      'Câu trả lời chỉ dẫn tới văn bản hoặc đường dẫn. Xin viết ngay trong tin: ai đã làm gì, khi nào, kết quả ra sao; văn bản chỉ là minh chứng kèm theo.',
    );
  });

  it('may point elsewhere when it also says something', () => {
    expect(refusedBy({ text: `${goodText} Xem thêm https://phuonglang.example.vn`, evidence: [photo] })).toEqual([]);
  });
});

describe('quên đính: what the text speaks of', () => {
  const NO_PHOTO =
    'Câu trả lời nói có ảnh kèm theo nhưng chưa có ảnh nào được đính. Xin đính ảnh, hoặc bỏ câu nói về ảnh.';
  const NO_PAPER =
    'Câu trả lời nói có văn bản kèm theo nhưng chưa có tệp văn bản nào được đính. Xin đính tệp, hoặc bỏ câu nói về văn bản.';
  const noise = { categoryCode: 'MT-06' };

  it('a photo, and only a document came', () => {
    const given = { text: `${goodText} Ảnh kèm theo.`, evidence: [paper], facts: noise };
    expect(findingsOn(given)).toContainEqual({
      rule: 'photo_not_attached',
      cause: 'not_attached',
      ok: false,
      text: NO_PHOTO,
    });
    expect(refusedBy(given)).toEqual(['photo_not_attached']);
  });

  it('a document, and only a photo came', () => {
    const given = { text: `${goodText} Biên bản đính kèm.`, evidence: [photo], facts: noise };
    expect(findingsOn(given)).toContainEqual({
      rule: 'document_not_attached',
      cause: 'not_attached',
      ok: false,
      text: NO_PAPER,
    });
    expect(refusedBy(given)).toEqual(['document_not_attached']);
  });

  it('something attached, and nothing came', () => {
    const note = 'Công trình quân sự nên cấm quay phim, chụp hình ở khu vực này.';
    const given = {
      text: `${goodText} Chi tiết đính kèm.`,
      evidence: [],
      noEvidence: { reason: 'security_or_secrecy', note },
    } as const;
    expect(refusedBy(given)).toEqual(['attachment_missing']);
    expect(textOf('attachment_missing', given)).toBe(
      'Câu trả lời bảo người dân xem phần đính kèm nhưng chưa có gì được đính. Xin đính ảnh hoặc văn bản.',
    );
    expect(textOf('attachment_missing', { ...given, evidence: [photo] })).toBe(
      'Đã có phần đính kèm như câu trả lời nói.',
    );
  });

  it('both, and both came', () => {
    const given = { text: `${goodText} Ảnh và biên bản gửi kèm.`, evidence: [photo, paper] };
    expect(refusedBy(given)).toEqual([]);
    expect(textOf('photo_not_attached', given)).toBe('Ảnh nói tới trong câu trả lời đã được đính.');
    expect(textOf('document_not_attached', given)).toBe('Văn bản nói tới trong câu trả lời đã được đính.');
  });

  it('says nothing when the text speaks of nothing', () => {
    expect(findingsOn({ text: goodText }).filter((finding) => finding.cause === 'not_attached')).toEqual([]);
  });
});

describe('quên đính beside empty phrases', () => {
  it('does not hide them: both are named', () => {
    const refused = refusedBy({ text: 'Đơn vị đã ghi nhận và sẽ xem xét xử lý trong thời gian tới. Ảnh gửi kèm.' });

    expect(refused).toContain('filler_only');
    expect(refused).not.toContain('text_only_points');
  });
});
