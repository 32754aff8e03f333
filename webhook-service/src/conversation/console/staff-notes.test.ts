import { expect, it } from 'vitest';
import { saidTextsIn } from '../../notifications/said-texts.ts';
import { linkTextsIn } from './link-texts.ts';
import { heldBackNote, staffNotes } from './staff-notes.ts';

const CODE = 'HN-7K3M9P2X';
const longest = 'Cần ảnh sau khi xử lý, văn bản, hoặc lý do theo danh mục vì sao không có; '.repeat(6);

it('a held-back answer says what is missing, how to mend it and how long there is', () => {
  const about = { code: CODE, detail: '', missing: [{ text: 'Cần ảnh sau khi xử lý.' }] };
  expect(heldBackNote('answer', about)).toBe(
    `Câu trả lời ${CODE} chưa được tính là kết quả, còn thiếu: Cần ảnh sau khi xử lý. Gửi thêm ảnh, tệp trong 30 phút vào cùng khung chat, gửi lại "Kết quả …" đầy đủ, hoặc mở bàn làm việc.`,
  );
});

it('another refusal is told in the words of the lifecycle', () => {
  expect(heldBackNote('ask', { code: CODE, detail: 'Phản ánh đã đóng.', missing: [] })).toBe(
    `Tin gửi cho ${CODE} chưa thực hiện được: Phản ánh đã đóng. Xin xem ở bàn làm việc.`,
  );
});

it('a message nobody could tie asks for the code', () => {
  const detail = 'Người dân này có nhiều phản ánh đang mở mà tin không nêu mã.';
  expect(staffNotes.inTray({ detail, codes: ['HN-A', 'HN-B'] })).toBe(
    `Tin vừa gửi trong khung chat chưa được ghi nhận: ${detail} Xin gửi lại kèm mã: HN-A hoặc HN-B; hoặc chọn ở bàn làm việc.`,
  );
  expect(staffNotes.inTray({ detail, codes: [] })).toContain('Xin xem ở bàn làm việc.');
});

it('no note is longer than a message may be', () => {
  const missing = Array.from({ length: 6 }, () => ({ text: longest }));
  for (const deed of ['answer', 'ask'] as const)
    expect([...heldBackNote(deed, { code: CODE, detail: longest, missing })].length).toBeLessThanOrEqual(500);
});

it('news of what was said in the chat does not say it again', () => {
  const agency = 'UBND phường Láng';
  const vi = saidTextsIn('vi');
  expect(vi.answered({ code: CODE, agency, link: 'https://vi.du/a', attached: 1 })).toBe(
    `${agency} đã trả lời ${CODE}, tin ngay trên. Ảnh, văn bản kèm theo: https://vi.du/a\nViệc đã xong chưa? Xin nhắn "đã xong" hoặc "chưa xong".`,
  );
  expect(vi.answered({ code: CODE, agency, link: 'https://vi.du/a', attached: 0 })).toContain('Xem đầy đủ: ');
  expect(vi.asked({ code: CODE, agency, waitDue: '17:00 thứ Ba, 24/11/2026' })).toBe(
    `Xin trả lời câu hỏi trên của ${agency} về ${CODE} trước 17:00 thứ Ba, 24/11/2026; thời gian chờ không tính vào hạn xử lý.`,
  );
  expect(vi.asked({ code: CODE, agency: null, waitDue: 'x' })).toContain('của cán bộ tiếp nhận về');
  expect(vi.extended({ code: CODE, agency, dueAt: '17:00 thứ Ba, 24/11/2026' })).toBe(
    `${CODE} chưa xong, lý do ở tin ngay trên. Hạn mới: 17:00 thứ Ba, 24/11/2026. ${agency} xin lỗi vì bạn phải chờ thêm.`,
  );
  const en = saidTextsIn('en');
  expect(en.answered({ code: CODE, agency, link: 'https://vi.du/a', attached: 1 })).toBe(
    `${agency} has answered ${CODE}, in the message above. With photos or documents: https://vi.du/a\nIs it done? Please send "done" or "not done".`,
  );
  expect(en.extended({ code: CODE, agency, dueAt: null })).not.toContain('null');
});

it('linking is confirmed in the language of the chat', () => {
  expect(linkTextsIn('vi').chatLinked()).toMatch(/^Đã liên kết cuộc trò chuyện này/);
  expect(linkTextsIn('vi').unknownCode()).toMatch(/^Mã liên kết chưa đúng hoặc đã hết hạn/);
  expect(linkTextsIn('en').unknownCode()).toMatch(/^That link code is wrong/);
});
