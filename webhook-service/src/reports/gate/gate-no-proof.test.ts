/** Second published cause: chưa có hình ảnh hoặc văn bản chứng minh. */
import { describe, expect, it } from 'vitest';
import { copiesOf, photosOfOnePlace } from '../../../../scripts/bench/evidence/pairs.ts';
import type { EvidenceFacts } from './judge-answer.ts';
import { findingsOn, goodText, paper, photo, refusedBy, textOf } from './testing/answers.ts';

const OR_REASON = 'Nếu không thể có, xin chọn một lý do trong danh sách và ghi rõ.';
const of = (categoryCode: string | null) => ({ categoryCode });

describe('không có minh chứng: nothing was sent', () => {
  it.each([
    ['GT-01', `Chưa có minh chứng được tính: xin đính ảnh chụp sau khi xử lý. ${OR_REASON}`],
    ['DV-01', `Chưa có minh chứng được tính: xin đính văn bản, biên bản hoặc thông báo kết quả. ${OR_REASON}`],
    ['MT-06', `Chưa có minh chứng được tính: xin đính ảnh hoặc văn bản. ${OR_REASON}`],
    [null, `Chưa có minh chứng được tính: xin đính ảnh hoặc văn bản. ${OR_REASON}`],
  ])('for %s: %s', (categoryCode, text) => {
    const missing = findingsOn({ evidence: [], facts: of(categoryCode) }).filter((finding) => !finding.ok);
    expect(missing).toEqual([{ rule: 'proof_missing', cause: 'no_proof', ok: false, text }]);
  });
});

describe('không có minh chứng: the wrong kind', () => {
  it('a repair is proven by a photo, not by a document alone', () => {
    expect(refusedBy({ evidence: [paper] })).toEqual(['photo_needed']);
    expect(textOf('photo_needed', { evidence: [paper] })).toBe(
      'Việc này nhìn thấy được nên văn bản chưa đủ: xin đính ảnh chụp sau khi xử lý.',
    );
    expect(refusedBy({ evidence: [paper, photo] })).toEqual([]);
  });

  it('a decision is proven by a document, not by a photo alone', () => {
    const facts = of('DV-01');
    expect(refusedBy({ evidence: [photo], facts })).toEqual(['document_needed']);
    expect(textOf('document_needed', { evidence: [photo], facts })).toBe(
      'Việc này được quyết định trên giấy tờ nên ảnh chưa đủ: xin đính văn bản, biên bản hoặc thông báo kết quả.',
    );
    expect(refusedBy({ evidence: [paper], facts })).toEqual([]);
  });

  it.each([photo, paper])('an inspection is proven by either', (piece) => {
    expect(refusedBy({ evidence: [piece], facts: of('MT-06') })).toEqual([]);
    expect(refusedBy({ evidence: [piece], facts: of(null) })).toEqual([]);
  });
});

describe('không có minh chứng: seen before', () => {
  const before = { sha256: 'before', fingerprint: null };
  const again: EvidenceFacts = { id: 7, kind: 'photo', sha256: 'before', fingerprint: null };
  const earlier = (ofThisReport: boolean) => ({ earlierEvidence: [{ ...before, ofThisReport }] });

  it.each([
    [
      'photo_of_report',
      { reportPhotos: [before] },
      'Ảnh số 7 trùng với ảnh người dân gửi trong phản ánh nên không được tính; xin chụp ảnh mới sau khi xử lý.',
    ],
    [
      'evidence_of_earlier_answer',
      earlier(true),
      'Ảnh số 7 đã dùng ở lần trả lời trước của phản ánh này nên không được tính; xin gửi minh chứng mới.',
    ],
    [
      'evidence_of_other_report',
      earlier(false),
      'Ảnh số 7 đã dùng cho một phản ánh khác nên không được tính; xin gửi minh chứng của chính vụ việc này.',
    ],
  ])('%s', (rule, facts, text) => {
    const given = { evidence: [again], facts };
    expect(refusedBy(given)).toEqual([rule, 'proof_missing']);
    expect(findingsOn(given)).toContainEqual({ rule, cause: 'no_proof', ok: false, text });
  });

  it('a document with the same bytes does not count either', () => {
    const given = { evidence: [{ ...again, kind: 'document' }], facts: { ...earlier(false), ...of('DV-01') } } as const;
    expect(refusedBy(given)).toEqual(['evidence_of_other_report', 'proof_missing']);
    expect(textOf('evidence_of_other_report', given)).toContain('Văn bản số 7 đã dùng cho một phản ánh khác');
  });

  it('the photo of before may stand beside the one of after: it is only pointed out', () => {
    const given = { evidence: [again, photo], facts: { reportPhotos: [before] } };
    expect(refusedBy(given)).toEqual([]);
    expect(textOf('photo_of_report', given)).toBe(
      'Ảnh số 7 trùng với ảnh người dân gửi trong phản ánh nên không được tính; xin chụp ảnh mới sau khi xử lý. Không sao, đã có minh chứng khác.',
    );
  });

  it('a file sent twice counts once', () => {
    const given = { evidence: [photo, { ...photo, id: 3 }] };
    expect(refusedBy(given)).toEqual([]);
    expect(textOf('evidence_twice', given)).toBe(
      'Ảnh số 3 lặp lại một tệp khác trong cùng câu trả lời nên chỉ được tính một lần. Không sao, đã có minh chứng khác.',
    );
  });
});

describe('không có minh chứng: the photo of before, changed', () => {
  const asEvidence = (fingerprint: string): EvidenceFacts => ({
    id: 5,
    kind: 'photo',
    sha256: 'new bytes',
    fingerprint,
  });

  it('does not count, and one of after from nearly the same stand does', async () => {
    const [copy] = await copiesOf(2, ['all at once: mirrored, cropped, tilted, JPEG 50']);
    const repaired = (await photosOfOnePlace(2)).find((pair) => pair.name === 'repaired, nearly the same stand');
    const judged = (pair: { one: string; two: string } | undefined) =>
      refusedBy({
        evidence: [asEvidence(pair?.two ?? '')],
        facts: { reportPhotos: [{ sha256: 'old bytes', fingerprint: pair?.one ?? '' }] },
      });
    expect(judged(copy)).toEqual(['photo_of_report', 'proof_missing']);
    expect(judged(repaired)).toEqual([]);
  }, 30_000);

  it('is not mixed up with one whose fingerprint cannot be read', async () => {
    const [copy] = await copiesOf(2, ['mirrored']);
    const readable = copy?.two ?? '';
    const against = (fingerprint: string) => ({ reportPhotos: [{ sha256: 'old bytes', fingerprint }] });
    expect(refusedBy({ evidence: [asEvidence(readable)], facts: against('g0:x') })).toEqual([]);
    expect(refusedBy({ evidence: [asEvidence('g0:x')], facts: against(readable) })).toEqual([]);
    expect(refusedBy({ evidence: [{ ...asEvidence(readable), fingerprint: null }], facts: against(readable) })).toEqual(
      [],
    );
  }, 30_000);

  it('is compared by its bytes alone when a fingerprint is missing or of another version', () => {
    const against = (fingerprint: string | null) => ({ reportPhotos: [{ sha256: 'old bytes', fingerprint }] });
    expect(refusedBy({ evidence: [asEvidence('g0:x')], facts: against(null) })).toEqual([]);
    expect(refusedBy({ evidence: [asEvidence('g0:x')], facts: against('g0:y') })).toEqual([]);
    expect(refusedBy({ evidence: [asEvidence('g0:x')], facts: against('g0:x') })).toContain('photo_of_report');
  });
});

describe('không có minh chứng: a reason of the closed list', () => {
  const note = 'Kiểm tra ba tối liền tại ngõ 192 không nghe tiếng loa nên không chụp được gì.';
  const given = (reason: 'inspected_nothing_found' | 'not_solved_yet' | 'security_or_secrecy', over = {}) => ({
    evidence: [],
    noEvidence: { reason, note },
    facts: of('MT-06'),
    ...over,
  });

  it('with a note that says it for this case stands for proof', () => {
    expect(refusedBy(given('inspected_nothing_found'))).toEqual([]);
    expect(textOf('proof_missing', given('inspected_nothing_found'))).toBe(
      'Không có ảnh, văn bản vì: Đã kiểm tra nhưng không phát hiện sự việc như phản ánh.',
    );
  });

  it('is not for every category: what is repaired can be photographed', () => {
    const repair = given('inspected_nothing_found', { facts: of('GT-01') });
    expect(refusedBy(repair)).toEqual(['reason_not_for_category']);
    expect(textOf('reason_not_for_category', repair)).toBe(
      'Lý do “Đã kiểm tra nhưng không phát hiện sự việc như phản ánh” không dùng được cho lĩnh vực này. Xin đính minh chứng, hoặc chọn: ' +
        '“Chưa xử lý xong: câu trả lời đã nêu lý do, người làm và thời hạn”; “Sự việc trong nhà riêng, nơi không được chụp ảnh”; ' +
        '“Hồ sơ đang xác minh, liên quan an ninh hoặc bí mật nhà nước”; “Hiện trường nguy hiểm, đang cứu nạn nên không ghi hình được”.',
    );
  });

  it.each([
    '',
    'Đã kiểm tra',
    'Tối 10/10 ngõ 192 rất yên',
    'Đã kiểm tra nhưng không phát hiện sự việc như phản ánh',
    'Đơn vị đã ghi nhận và sẽ xem xét theo quy định của pháp luật',
  ])('with the note "%s" says too little', (little) => {
    const short = given('inspected_nothing_found', { noEvidence: { reason: 'inspected_nothing_found', note: little } });
    expect(refusedBy(short)).toEqual(['reason_note_too_general']);
    expect(textOf('reason_note_too_general', short)).toBe(
      'Lý do “Đã kiểm tra nhưng không phát hiện sự việc như phản ánh” cần ghi rõ cho vụ việc này, ít nhất 8 từ: vì sao không thể có ảnh hoặc văn bản.',
    );
  });

  it('“chưa xử lý xong” needs an answer that says why, who and until when', () => {
    expect(refusedBy(given('not_solved_yet'))).toEqual(['reason_without_promise']);
    expect(textOf('reason_without_promise', given('not_solved_yet'))).toBe(
      'Lý do “Chưa xử lý xong: câu trả lời đã nêu lý do, người làm và thời hạn” chỉ dùng được khi câu trả lời nói rõ vì sao chưa xong, ai làm và đến ngày nào xong.',
    );
    const text =
      'Hôm nay UBND phường Láng đo loa 68 dBA. Chưa phạt được vì chờ kết quả giám định; Công an phường sẽ ra quyết định trước 20/10/2026.';
    expect(refusedBy(given('not_solved_yet', { text }))).toEqual([]);
  });

  it('that fails does no harm beside a piece that counts, and excuses the wrong kind when it holds', () => {
    expect(refusedBy(given('inspected_nothing_found', { evidence: [photo], facts: of('GT-01') }))).toEqual([]);
    expect(refusedBy(given('security_or_secrecy', { evidence: [paper], facts: of('GT-01') }))).toEqual([]);
    expect(refusedBy({ text: goodText, evidence: [paper] })).toEqual(['photo_needed']);
  });

  it('needs eight words of which two are its own', () => {
    const noted = (words: string) =>
      refusedBy(given('inspected_nothing_found', { noEvidence: { reason: 'inspected_nothing_found', note: words } }));
    expect(noted('Ba tối liền ngõ 192 yên ắng, im lìm')).toEqual([]);
    expect(noted('Ba tối liền ngõ 192 yên ắng im')).toEqual([]);
    expect(noted('Ba tối liền ngõ 192 yên ắng')).toEqual(['reason_note_too_general']);
    expect(noted('Đơn vị đã kiểm tra theo đúng quy định, loa tắt')).toEqual([]);
    expect(noted('Đơn vị đã kiểm tra theo đúng quy định, loa loa')).toEqual(['reason_note_too_general']);
  });

  it.each([
    ['Hôm nay UBND phường Láng đo loa 68 dBA. Chưa phạt được vì chờ giám định; sẽ phạt trước 20/10/2026.', []],
    [
      'Hôm nay UBND phường Láng đo loa 68 dBA, lập biên bản. Còn lại sẽ phạt trước 20/10/2026.',
      ['reason_without_promise'],
    ],
    [
      'Hôm nay UBND phường Láng đo loa 68 dBA, lập biên bản, chưa phạt được vì chờ giám định.',
      ['reason_without_promise'],
    ],
    [
      'Hôm nay đã đo loa 68 dBA, lập biên bản, chưa phạt được vì chờ giám định, trước 20/10/2026.',
      ['no_who', 'reason_without_promise'],
    ],
  ])('“chưa xử lý xong” in: %s', (text, rules) => expect(refusedBy(given('not_solved_yet', { text }))).toEqual(rules));

  it('makes a piece that does not count a remark only', () => {
    const facts = { ...of('MT-06'), reportPhotos: [{ sha256: 'after', fingerprint: null }] };
    expect(refusedBy(given('inspected_nothing_found', { evidence: [photo], facts }))).toEqual([]);
    expect(refusedBy(given('inspected_nothing_found', { evidence: [photo], facts, noEvidence: undefined }))).toEqual([
      'photo_of_report',
      'proof_missing',
    ]);
  });
});
