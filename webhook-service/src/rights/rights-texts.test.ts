import { expect, test } from 'vitest';
import { rightsTextsEn } from './rights-texts.en.ts';
import { rightsTextsVi } from './rights-texts.vi.ts';

const url = 'https://phananh.hanoi.test/quyen-rieng-tu';
const long = 'Hồ sơ còn là chứng cứ trong vụ việc đang được giải quyết theo quy định. '.repeat(12);
const facts = {
  notice: { controller: 'Đơn vị vận hành', url },
  exportLink: { url: `${url}/tai/${'a'.repeat(43)}`, until: '10:00 thứ Tư, 07/10/2026' },
  person: { kind: 'correct' as const, words: long, reason: long, where: long, due: '10:00 thứ Tư, 07/10/2026' },
};

test.each([
  ['vi', rightsTextsVi],
  ['en', rightsTextsEn],
])('every message about rights keeps to 500 characters, without an exclamation mark (%s)', (_language, texts) => {
  const all = [
    texts.notice(facts.notice),
    texts.askEraseConfirmed(),
    texts.erasing(),
    texts.exportLink(facts.exportLink),
    texts.consentWithdrawn(),
    texts.taken({ kind: 'correct', answerDue: facts.person.due }),
    texts.answered(facts.person),
    texts.extended(facts.person),
    texts.refused(facts.person),
    texts.done(facts.person),
  ];
  for (const text of all) {
    expect([...text].length).toBeLessThanOrEqual(500);
    expect(text).toBe(text.normalize('NFC'));
    expect(text).not.toContain('!');
  }
});

test('the words of the chat, as agreed', () => {
  expect(rightsTextsVi.notice(facts.notice)).toBe(
    'Về dữ liệu của bạn: Đơn vị vận hành dùng nội dung, vị trí, ảnh và mã tài khoản Zalo bạn gửi để giải quyết phản ánh và báo kết quả. Bạn có thể nhắn "tải dữ liệu của tôi" hoặc "xóa dữ liệu của tôi" bất cứ lúc nào. Quyền của bạn: https://phananh.hanoi.test/quyen-rieng-tu',
  );
  expect(rightsTextsVi.askEraseConfirmed()).toBe(
    'Xóa dữ liệu thì không lấy lại được: nội dung, vị trí, ảnh, tin nhắn, số điện thoại của bạn sẽ mất, phản ánh chưa có đơn vị nhận được rút. Trả lời "XÓA DỮ LIỆU" trong 24 giờ để xác nhận. Nếu không, bạn không cần làm gì.',
  );
  expect(rightsTextsEn.askEraseConfirmed()).toContain('Reply "DELETE DATA" within 24 hours to confirm.');
  expect(rightsTextsVi.refused({ kind: 'erase', reason: 'còn là chứng cứ', where: 'Văn phòng UBND thành phố' })).toBe(
    'Chưa làm được yêu cầu xóa dữ liệu của bạn vì: còn là chứng cứ. Nếu chưa đồng ý, bạn có thể gửi tới: Văn phòng UBND thành phố.',
  );
});
