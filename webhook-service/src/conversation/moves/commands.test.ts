import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseReportCode } from '../../reports/report-code.ts';
import { chatText } from '../testing/chat-pieces.ts';
import { chatCommand } from './commands.ts';

const CODE = 'HN-7K3MR4T5';
const MISTYPED = 'HN-7K3MR4T8';

test('the codes of this file are what they claim to be', () => {
  expect(parseReportCode(CODE)).toEqual({ ok: true, code: CODE });
  expect(parseReportCode(MISTYPED)).toEqual({ ok: false, reason: 'check' });
});

describe('asking how a report stands', () => {
  test.each([
    ['with diacritics', `tra cứu ${CODE}`],
    ['in NFD', `tra cứu ${CODE}`.normalize('NFD')],
    ['without diacritics', `tra cuu ${CODE}`],
    ['in capitals', `TRA CỨU ${CODE}`],
    ['as a hashtag', `#tra_cuu ${CODE}`],
    ['written as one word', `tracuu ${CODE}`],
    ['code in lower case', `tra cứu ${CODE.toLowerCase()}`],
    ['code without HN', 'tra cứu 7K3MR4T5'],
    ['code without HN after "mã"', 'tra cứu mã 7K3MR4T5'],
    ['code dictated with spaces', 'tra cứu hn 7 k 3 m r 4 t 5'],
    ['code in two halves', 'tra cuu HN 7K3M R4T5'],
    ['no space after HN', 'tra cuu HN7K3MR4T5'],
    ['on two lines', `tra cứu\n${CODE}`],
    ['politely', `dạ cho em tra cứu phản ánh ${CODE} ạ`],
    ['another verb', `kiểm tra giúp em ${CODE}`],
    ['another verb, again', `xem lại phản ánh ${CODE} ạ`],
    ['in English', `status ${CODE}`],
    ['"track"', `track ${CODE}`],
    ['as a question', `${CODE} đến đâu rồi ạ?`],
    ['as a question without diacritics', `phan anh ${CODE} bao gio xong`],
    ['as an English question', `when will ${CODE} be done?`],
  ])('%s', (_, text) => {
    expect(chatCommand(text)).toEqual({ type: 'lookUp', code: CODE, bare: false });
  });

  test.each([[CODE], ['hn7k3mr4t5'], ['HN 7 K 3 M R 4 T 5'], ['7K3MR4T5'], ['#HN-7K3MR4T5'], [' HN–7K3MR4T5. ']])(
    'a bare code: %s',
    (text) => {
      expect(chatCommand(text)).toEqual({ type: 'lookUp', code: CODE, bare: true });
    },
  );

  test.each([
    ['wrong check character', `tra cứu ${MISTYPED}`],
    ['wrong check character, bare', MISTYPED],
    ['one character missing', 'tra cứu HN-7K3MR4T'],
    ['one character missing, bare', 'HN-7K3MR4T'],
    ['a telephone number', 'tra cứu 0912345678'],
    ['"tra cuu HN…" cut short', 'tra cuu HN7K3'],
  ])('a code that cannot be right: %s', (_, text) => {
    expect(chatCommand(text)).toEqual({ type: 'lookUpUnreadable' });
  });

  test.each([
    ['tra cứu'],
    ['tra cuu'],
    ['Tra cứu phản ánh của tôi'],
    ['cho em tra cứu kết quả ạ'],
    ['status'],
    ['status of my report please'],
  ])('without a code the own latest report is meant: %s', (text) => {
    expect(chatCommand(text)).toEqual({ type: 'lookUpLatest' });
  });
});

describe('cancelling', () => {
  test.each([
    ...[
      ['huỷ'],
      ['hủy'],
      ['huy'],
      ['HUỶ'],
      ['Hủy bỏ'],
      ['huỷ đi ạ'],
      ['em huỷ nhé'],
      ['cho tôi hủy phản ánh này'],
      ['hủy tin vừa gửi'],
    ],
    ...[
      ['thôi'],
      ['thôi không cần nữa'],
      ['thôi khỏi'],
      ['không gửi nữa'],
      ['gửi nhầm'],
      ['em gửi nhầm rồi ạ'],
      ['nhầm'],
      ['cancel'],
      ['cancel it please'],
      ['Never mind.'],
    ],
  ])('%s', (text) => {
    expect(chatCommand(text)).toEqual({ type: 'cancel', code: null });
  });

  test('of a report that is made already names that report', () => {
    expect(chatCommand(`huỷ phản ánh ${CODE}`)).toEqual({ type: 'cancel', code: CODE });
  });
});

test.each([
  ['hủy hoại môi trường ven sông Nhuệ'],
  ['huỷ diệt cây xanh ở công viên'],
  ['thôi thì rác cứ chất đống thế này à'],
  ['xem phim ồn ào cả đêm ở ngõ 12'],
  ['xem lại đèn đường ngõ 5, tối om'],
  ['kiểm tra giúp cái cống trước nhà'],
  ['tra cứu thuế trên cổng dịch vụ công bị lỗi'],
  ['check the manhole in front of the school'],
  ['status of the traffic light on my street is broken'],
  [`${CODE} rác vẫn còn nguyên`],
  [`kiểm tra lại ${CODE}, đường vẫn hỏng`],
  ['thối'],
  ['thối rồi ạ'],
  ['HN mưa ngập khắp nơi'],
  ['HN 30K-123.45 đỗ chắn vỉa hè'],
  ['ổ gà to trước số 12 phố Láng Hạ'],
  ['cảm ơn'],
  ['12345678'],
  [''],
  ['👍'],
])('no command in: %s', (text) => {
  expect(chatCommand(text)).toBeNull();
});

test('no text crashes the reading, and a command needs at least a letter', () => {
  fc.assert(
    fc.property(chatText, (text) => {
      const command = chatCommand(text);
      if (command) expect(text).toMatch(/\p{L}/u);
    }),
  );
});
