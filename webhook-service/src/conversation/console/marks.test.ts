import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain } from '../../language/normalise.ts';
import { readAs, readMarks } from './marks.ts';

const CODE = 'HN-7K3M9P2X';

describe('a result', () => {
  it.each([
    ['Kết quả HN-7K3M9P2X: Đã vá ổ gà.', 'Đã vá ổ gà.'],
    ['Kết quả: Đã vá ổ gà.', 'Đã vá ổ gà.'],
    ['kết quả : Đã vá ổ gà.', 'Đã vá ổ gà.'],
    ['KẾT QUẢ HN-7K3M9P2X - Đã vá ổ gà.', 'Đã vá ổ gà.'],
    ['ket qua HN-7K3M9P2X: Da va o ga.', 'Da va o ga.'],
    ['Kết qủa hn 7k3m 9p2x: Đã vá ổ gà.', 'Đã vá ổ gà.'],
    ['Kêt qua hn7k3m9p2x: Đã vá ổ gà.', 'Đã vá ổ gà.'],
    ['Ketqua: Đã vá ổ gà.', 'Đã vá ổ gà.'],
    ['  Kết   quả   phản ánh HN-7K3M9P2X :Đã vá ổ gà.', 'Đã vá ổ gà.'],
    ['Kết quả xử lý HN-7K3M9P2X: Đã vá ổ gà.', 'Đã vá ổ gà.'],
    ['Kết quả giải quyết phản ánh: Đã vá ổ gà.', 'Đã vá ổ gà.'],
    ['Trả lời kết quả HN-7K3M9P2X: Đã vá ổ gà.', 'Đã vá ổ gà.'],
    ['tra loi ket qua: Da va o ga.', 'Da va o ga.'],
    ['KQ HN-7K3M9P2X: Đã vá ổ gà.', 'Đã vá ổ gà.'],
    ['Đã xử lý xong: Đã vá ổ gà.', 'Đã vá ổ gà.'],
    ['Đã giải quyết xong HN-7K3M9P2X: Đã vá ổ gà.', 'Đã vá ổ gà.'],
    ['HN-7K3M9P2X: Kết quả: Đã vá ổ gà.', 'Đã vá ổ gà.'],
    ['HN-7K3M9P2X - kết quả: Đã vá ổ gà.', 'Đã vá ổ gà.'],
    ['#HN-7K3M9P2X kết quả: Đã vá ổ gà.', 'Đã vá ổ gà.'],
    ['Kết quả HN-7K3M9P2X\nĐã vá ổ gà.', 'Đã vá ổ gà.'],
    ['“Kết quả HN-7K3M9P2X: Đã vá ổ gà.', 'Đã vá ổ gà.'],
    ['- Kết quả: Đã vá ổ gà.', 'Đã vá ổ gà.'],
    ['Kết quả：Đã vá ổ gà.', 'Đã vá ổ gà.'],
  ])('%j', (typed, text) => {
    expect(readMarks(typed)).toMatchObject({ deed: 'answer', text });
  });

  it('is read alike when the letters come decomposed', () => {
    expect(readMarks(`Kết quả ${CODE}: Đã vá ổ gà.`.normalize('NFD'))).toMatchObject({
      deed: 'answer',
      text: 'Đã vá ổ gà.',
    });
  });

  it.each([
    ['Không có ảnh vì sự việc trong nhà riêng.', 'private_premises'],
    ['Không có ảnh vì đã kiểm tra, không phát hiện rác.', 'inspected_nothing_found'],
    ['Khong co anh vi hien truong nguy hiem.', 'unsafe_to_record'],
    ['Không kèm ảnh vì có mặt người dân.', 'personal_data'],
    ['Không có minh chứng vì đang xác minh.', 'security_or_secrecy'],
    ['Không có ảnh do đây là giải thích quy định.', 'explained_by_rule'],
    ['Không có ảnh sau xử lý vì chưa xử lý xong, hẹn thứ Hai.', 'not_solved_yet'],
    ['Không chụp được ảnh vì được giải quyết theo quy trình khác.', 'belongs_to_other_procedure'],
  ])('says why it has no proof: %j', (sentence, reason) => {
    expect(readMarks(`Kết quả: Tổ hạ tầng đã đến. ${sentence}`)).toMatchObject({
      deed: 'answer',
      noEvidence: { reason, note: sentence.replace(/\.$/, '') },
    });
  });

  it.each(['Không có ảnh vì quên.', 'Không có ảnh vì nhà riêng và hiện trường nguy hiểm.', 'Ảnh kèm theo.'])(
    'has no reason when none of the list is clear: %j',
    (sentence) => {
      expect(readMarks(`Kết quả: Tổ hạ tầng đã đến. ${sentence}`)).toMatchObject({ deed: 'answer', noEvidence: null });
    },
  );
});

describe('a question to the citizen', () => {
  it.each([
    ['Hỏi: ổ gà nằm trước số nhà nào?', 'ổ gà nằm trước số nhà nào?'],
    ['Hỏi HN-7K3M9P2X: ổ gà nằm trước số nhà nào?', 'ổ gà nằm trước số nhà nào?'],
    ['hoi: o ga nam truoc so nha nao?', 'o ga nam truoc so nha nao?'],
    ['Xin hỏi: ổ gà nằm trước số nhà nào?', 'ổ gà nằm trước số nhà nào?'],
    ['Câu hỏi: ổ gà nằm trước số nhà nào?', 'ổ gà nằm trước số nhà nào?'],
    ['Xin cho biết: số nhà gần nhất', 'Xin cho biết: số nhà gần nhất'],
    ['Xin bác cho biết thêm: số nhà gần nhất', 'Xin bác cho biết thêm: số nhà gần nhất'],
    ['Đề nghị cung cấp HN-7K3M9P2X: ảnh biển số', 'Đề nghị cung cấp: ảnh biển số'],
    ['Cần bổ sung: ảnh chụp gần', 'Cần bổ sung: ảnh chụp gần'],
    ['can bo sung thong tin: anh chup gan', 'can bo sung thong tin: anh chup gan'],
    ['HN-7K3M9P2X, hỏi thêm: ổ gà nằm ở làn nào?', 'ổ gà nằm ở làn nào?'],
  ])('%j', (typed, question) => {
    expect(readMarks(typed)).toEqual({ deed: 'ask', question });
  });
});

describe('an extension', () => {
  const on = (day: number, month: number, rest: object = {}) => ({
    ...{ day, month, year: null, hour: null, minute: null },
    ...rest,
  });
  it.each([
    ['Hẹn 25/11/2026: chờ vật tư về kho', on(25, 11, { year: 2026 }), 'chờ vật tư về kho'],
    ['hen 25/11/2026: cho vat tu ve kho', on(25, 11, { year: 2026 }), 'cho vat tu ve kho'],
    ['Hẹn 25/11/2026 16:30: chờ vật tư', on(25, 11, { year: 2026, hour: 16, minute: 30 }), 'chờ vật tư'],
    ['Hẹn 16h30 ngày 25/11/2026: chờ vật tư', on(25, 11, { year: 2026, hour: 16, minute: 30 }), 'chờ vật tư'],
    ['Hẹn HN-7K3M9P2X 25/11: chờ vật tư', on(25, 11), 'chờ vật tư'],
    ['Hẹn HN-7K3M9P2X đến 25-11-2026 vì chờ vật tư', on(25, 11, { year: 2026 }), 'chờ vật tư'],
    ['Hẹn trả lời ngày 25/11, lý do: chờ vật tư', on(25, 11), 'chờ vật tư'],
    ['Gia hạn đến 25/11/2026 vì chờ vật tư', on(25, 11, { year: 2026 }), 'chờ vật tư'],
    ['gia han toi ngay 25.11.2026 do cho vat tu', on(25, 11, { year: 2026 }), 'cho vat tu'],
    ['Gia hạn HN-7K3M9P2X: 25/11/2026, do chờ vật tư', on(25, 11, { year: 2026 }), 'chờ vật tư'],
    ['Hẹn ngày 25 tháng 11 năm 2026: chờ vật tư', on(25, 11, { year: 2026 }), 'chờ vật tư'],
    ['Hẹn 25/11/2026', on(25, 11, { year: 2026 }), ''],
    ['HN-7K3M9P2X: Hẹn lại 9h ngày 5/12: mưa lớn', on(5, 12, { hour: 9, minute: 0 }), 'mưa lớn'],
    ['Hẹn: tuần sau', null, 'tuần sau'],
    ['Hẹn: 31/02/2026 vì mưa', null, '31/02/2026 vì mưa'],
  ])('%j', (typed, until, reason) => {
    expect(readMarks(typed)).toEqual({ deed: 'extend', until, reason });
  });
});

describe('a hand-over', () => {
  it.each([
    ['Chuyển: UBND phường Láng: đường do phường quản lý', 'UBND phường Láng', 'đường do phường quản lý'],
    ['chuyen: ubnd p lang: duong do phuong quan ly', 'ubnd p lang', 'duong do phuong quan ly'],
    ['Chuyển HN-7K3M9P2X: Sở Xây dựng - tuyến do Sở quản lý', 'Sở Xây dựng', 'tuyến do Sở quản lý'],
    ['Chuyển đơn vị: Công an phường Láng vì là trật tự', 'Công an phường Láng', 'là trật tự'],
    ['Chuyển: Urenco\nRác trên phố chính', 'Urenco', 'Rác trên phố chính'],
    ['Đề nghị chuyển: Sở Y tế, lý do: việc của ngành y tế', 'Sở Y tế', 'việc của ngành y tế'],
    ['Chuyển: Công ty Môi trường đô thị do rác nhiều', 'Công ty Môi trường đô thị', 'rác nhiều'],
    ['Chuyển: Sở Y tế', 'Sở Y tế', ''],
  ])('%j', (typed, unit, reason) => {
    expect(readMarks(typed)).toEqual({ deed: 'handOver', unit, reason });
  });
});

describe('a refusal', () => {
  it.each([
    ['Từ chối: tranh chấp dân sự', ['civil_dispute']],
    ['tu choi HN-7K3M9P2X: khieu nai quyet dinh', ['complaint']],
    ['Từ chối tiếp nhận: nội dung quảng cáo', ['spam']],
    ['Từ chối: ngoài địa bàn Hà Nội', ['out_of_area']],
    ['Từ chối: chưa đủ thông tin', ['unclear']],
    ['Từ chối: tố cáo, khiếu nại', ['complaint', 'denunciation']],
    ['Từ chối: bận', []],
  ])('%j', (typed, reasons) => {
    expect(readMarks(typed)).toMatchObject({ deed: 'refuse', reasons });
  });
});

describe('taking it on', () => {
  it.each([
    'Nhận xử lý',
    'nhan xu ly',
    'Đã nhận xử lý HN-7K3M9P2X',
    'Đã tiếp nhận',
    'Đã tiếp nhận phản ánh HN-7K3M9P2X.',
    'HN-7K3M9P2X: Tiếp nhận và xử lý',
    'Đã tiếp nhận, sẽ cử cán bộ kiểm tra ngay.',
    'Nhận việc',
  ])('%j', (typed) => {
    expect(readMarks(typed)).toEqual({ deed: 'accept' });
  });
});

describe('progress', () => {
  it.each([
    'Tiến độ: đang thi công',
    'tien do HN-7K3M9P2X: dang thi cong',
    'Cập nhật: đã cử người',
    'Cập nhật tiến độ: xong móng',
  ])('that is marked: %j', (typed) => {
    expect(readMarks(typed)).toEqual({ deed: 'note', text: typed, marked: true });
  });

  it.each([
    'Đã có kết quả chưa bác?',
    'Kết quả thế nào rồi ạ',
    'Kết quả sẽ báo bác sau',
    'Kết quả kiểm tra: có rác, sẽ thu gom',
    'Kết quả HN-7K3M9P2X đã có chưa?',
    'Đã xử lý xong rồi bác nhé',
    'Tôi báo kết quả: đã vá',
    'Bác hỏi: bao giờ xong?',
    'Hỏi thăm bác khỏe không',
    'Xin bác cho biết địa chỉ cụ thể',
    'Hẹn gặp bác sau',
    'Hẹn bác 25/11 qua xem',
    'Chuyển lời cảm ơn tới bác: nhờ bác báo sớm',
    'Đã chuyển: UBND phường Láng xem rồi',
    'Tôi từ chối: không đúng',
    'Đã tiếp nhận chưa bác?',
    'Đã nhận ảnh của bác',
    'Đã nhận.',
    'Nhận quà ở phường',
    'Chào bác, tổ hạ tầng đang trên đường tới',
    'Vâng',
    'Cảm ơn bác',
    '👍',
    'HN-7K3M9P2X',
    '',
  ])('is only words: %j', (typed) => {
    expect(readMarks(typed)).toEqual({ deed: 'note', text: typed.trim(), marked: false });
  });
});

describe('any words', () => {
  const pieces = fc.constantFrom(
    ...[
      'Kết quả',
      'kq',
      'Hỏi',
      'Hẹn',
      'Chuyển',
      'Từ chối',
      'Nhận xử lý',
      'Cần bổ sung',
      'Gia hạn đến',
      'không có ảnh vì',
    ],
    ...[
      ':',
      ' - ',
      '\n',
      '?',
      '.',
      ',',
      CODE,
      'hn 7k3m 9p2x',
      '25/11/2026',
      '99/99',
      '16h30',
      'UBND phường Láng',
      'vì',
      '“',
    ],
  );
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 8 }))).map((parts) => parts.join(' ')),
  );

  it('are read without failing', () => {
    fc.assert(fc.property(typed, (text) => void readMarks(text)));
  });

  it('are the same deed without diacritics', () => {
    fc.assert(
      fc.property(
        fc.array(pieces).map((parts) => parts.join(' ')),
        (text) => {
          expect(readMarks(plain(text)).deed).toBe(readMarks(text.replace(/\n/g, ' ')).deed);
        },
      ),
    );
  });

  it('are the same deed with the code in front and behind the mark', () => {
    const marks = fc.constantFrom('Kết quả', 'Hỏi', 'Chuyển', 'Từ chối', 'Cần bổ sung', 'Tiến độ');
    fc.assert(
      fc.property(marks, fc.constantFrom(CODE, 'hn 7k3m 9p2x', '#HN7K3M9P2X'), (mark, code) => {
        const behind = readMarks(`${mark} ${code}: những lời tiếp theo đây`);
        expect(readMarks(`${code} ${mark}: những lời tiếp theo đây`).deed).toBe(behind.deed);
        expect(readMarks(`${mark}: những lời tiếp theo đây ${code}`).deed).toBe(behind.deed);
      }),
    );
  });
});

describe('words whose deed a person has named', () => {
  it('are taken whole when they carry no mark, without the code in front', () => {
    expect(readAs('answer', `${CODE}: Đã vá xong ổ gà`)).toMatchObject({ deed: 'answer', text: 'Đã vá xong ổ gà' });
    expect(readAs('ask', 'Ổ gà ở số nào?')).toEqual({ deed: 'ask', question: 'Ổ gà ở số nào?' });
    expect(readAs('note', 'Đã cử người')).toEqual({ deed: 'note', text: 'Đã cử người', marked: true });
    expect(readAs('accept', 'Vâng')).toEqual({ deed: 'accept' });
  });

  it('keep what a mark of that deed says', () => {
    expect(readAs('answer', 'Kết quả: Đã vá xong')).toMatchObject({ text: 'Đã vá xong' });
  });
});
