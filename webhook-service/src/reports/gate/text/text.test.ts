import { describe, expect, it } from 'vitest';
import { attachmentsMentioned, withoutPointers } from './attachments.ts';
import { accusationIn, blameIn, personalDataIn, personNamedIn } from './manners.ts';
import { firstOf, has, phrases, withoutPhrases } from './phrases.ts';
import { passage, read, spokenWords, wordsOf } from './reading.ts';
import { alikeness, sharedPart } from './similarity.ts';
import { substanceOf } from './substance.ts';
import { isTemplateOnly, placeholderLeft } from './template.ts';
import { saysSomething } from './vocabulary.ts';

describe('reading an answer', () => {
  const clauses = (text: string) => read(text).sentences.map((sentence) => sentence.map(({ plain }) => plain.trim()));

  it('parts sentences and clauses, but not numbers, times and short titles', () => {
    expect(clauses('P. Láng dài 1,5 m, lúc 14:20: xong. TP. Hà Nội; ThS. An đến 15 cm. Hết')).toEqual([
      ['p. lang dai 1,5 m', 'luc 14:20', 'xong'],
      ['tp. ha noi'],
      ['ths. an den 15 cm'],
      ['het'],
    ]);
    expect(clauses('một (hai) ba – bốn - năm nhưng sáu\nbảy!')).toEqual([
      ['mot', 'hai', 'ba', 'bon', 'nam', 'nhung sau'],
      ['bay'],
    ]);
    expect(clauses(' … , ; ')).toEqual([]);
  });

  it('keeps both spellings, and knows when there was only one', () => {
    expect(read('  Hoà ĐƯỜNG ')).toMatchObject({
      typed: 'Hoà ĐƯỜNG',
      marked: 'hòa đường',
      plain: 'hoa duong',
      unmarked: false,
      words: ['hoa', 'duong'],
    });
    expect(read('duong 5').unmarked).toBe(true);
    expect(spokenWords(passage('Đường, 5 m'))).toEqual(['đường', '5', 'm']);
    expect(spokenWords(passage('duong'))).toEqual(['duong']);
    expect(wordsOf('Đường, 5 m')).toEqual(['duong', '5', 'm']);
  });
});

describe('phrases', () => {
  const wanted = phrases('sẽ xem xét, đã ghi nhận\n sẽ xem');

  it('are found as whole words, the longest first, without diacritics only where there are none', () => {
    expect(firstOf(wanted, passage('Phường SẼ  xem xét việc này'))).toBe('sẽ xem xét');
    expect(firstOf(wanted, passage('phuong se xem xet'))).toBe('se xem xet');
    expect(firstOf(wanted, passage('phường se xem xet'))).toBeNull();
    expect(has(wanted, passage('sẽ xemxét'))).toBe(false);
    expect(has(wanted, passage('đã ghi nhận'))).toBe(true);
  });

  it('can be taken out', () => {
    expect(wordsOf(withoutPhrases(wanted, passage('Đã ghi nhận và đã ghi nhận rồi')))).toEqual(['va', 'roi']);
    expect(wordsOf(withoutPhrases(wanted, passage('da ghi nhan va se xem')))).toEqual(['va']);
  });
});

describe('substance', () => {
  const of = (text: string, reportText = '') => {
    const { done, found, promised, news } = substanceOf(read(text), { reportText, agencyName: 'UBND phường Láng' });
    return { done, found, promised, news: [...news] };
  };

  it.each([
    ['Đội thay nắp gang', { done: true, found: false, promised: false }],
    ['Đội đã khâu bạt', { done: true, found: false, promised: false }],
    ['Đội đã kiểm tra', { done: false, found: false, promised: false }],
    ['Kiểm tra cho thấy gỉ sét', { done: false, found: true, promised: false }],
    ['Cho thấy như đã phản ánh', { done: false, found: false, promised: false }],
    ['Cụm gồm 12 m3', { done: false, found: true, promised: false }],
    ['Đội sẽ thay nắp gang', { done: false, found: false, promised: true }],
    ['Đội sẽ đến, thay nắp gang', { done: false, found: false, promised: true }],
    ['Đội sẽ đến, đã thay nắp gang', { done: true, found: false, promised: true }],
    ['Đội sẽ đến. Thay nắp gang', { done: true, found: false, promised: true }],
    ['Đội chưa thay nắp gang', { done: false, found: false, promised: false }],
    ['Yêu cầu nhà thầu thay nắp gang', { done: false, found: false, promised: false }],
    ['Yêu cầu nhà thầu, thay nắp gang', { done: false, found: false, promised: false }],
    ['Yêu cầu nhà thầu, nhà thầu đã thay nắp gang', { done: true, found: false, promised: false }],
    ['nguoi da khau vai', { done: false, found: false, promised: false }],
  ])('%s', (text, expected) => expect(of(text)).toMatchObject(expected));

  it('counts words that say something and are new, and those of a deed in any case', () => {
    expect(of('nắp gang xám', 'nap gang').news).toEqual(['xam']);
    expect(of('thay nắp gang', 'thay nắp').news).toEqual(['thay', 'nap', 'gang']);
    expect(of('phường láng kiểm tra ngày 5').news).toEqual([]);
    expect(of('gồm 5 m3').news).toEqual(['5 m3', 'gom', 'm3']);
  });

  it('knows a word of offices by its diacritics, and guesses without', () => {
    expect(saysSomething('đo', false)).toBe(true);
    expect(saysSomething('do', true)).toBe(false);
    expect(saysSomething('phường', false)).toBe(false);
    expect(saysSomething('12', false)).toBe(false);
    expect(saysSomething('m3', false)).toBe(true);
  });
});

describe('likeness of texts', () => {
  it('is of runs of three words, from 0 to 1', () => {
    expect(sharedPart('a b c d', 'x a b c y')).toBe(0.5);
    expect(sharedPart('a b', 'a b')).toBe(0);
    expect(alikeness('a b c d', 'a b c e')).toBeCloseTo(1 / 3);
    expect(alikeness('Vá ổ gà!', 'va o ga')).toBe(1);
    expect(alikeness('', 'a b c')).toBe(0);
    expect(alikeness('a b', 'c d')).toBe(0);
  });
});

describe('places left to fill', () => {
  it.each([
    ['tại {dia_diem} rồi', '{dia_diem}'],
    ['tại [tên đường] rồi', '[tên đường]'],
    ['do <đơn vị> làm', '<đơn vị>'],
    ['ông ____ ký', '____'],
    ['số ........ ngày', '........'],
    ['ngày …/…/2026', '…/'],
    ['ngày .../.../2026', '.../'],
    ['10/… rồi', '/…'],
    ['vào ngày … xong', 'ngày …'],
    ['lúc ... xong', 'lúc ...'],
    ['ngày dd/mm/yyyy', 'dd/mm/yyyy'],
    ['ngày XX/XX', 'XX/XX'],
    ['số xxxx', 'xxxx'],
  ])('%s', (text, left) => expect(placeholderLeft(text)).toBe(left));

  it.each([
    'cát, gạch... đã dọn',
    'nhiệt độ < 30',
    'từ <30 đến >20',
    'loại [A]',
    'v.v…',
    'mặt cắt 2 x 3 m',
    'cao 5__6',
  ])('none in: %s', (text) => {
    expect(placeholderLeft(text)).toBeNull();
  });
});

describe('a template and nothing else', () => {
  const body = 'Đơn vị {agency} thông báo đã kiểm tra và sửa chữa xong tại {place}.';
  const only = (text: string, template = body) => isTemplateOnly(text, template, 'UBND phường Láng');

  it('is one with nothing of its own in the places', () => {
    expect(only(body)).toBe(true);
    expect(only('Đơn vị UBND phường Láng thông báo đã kiểm tra và sửa chữa xong tại ngày 12/10.')).toBe(true);
    expect(only('Đơn vị thông báo đã kiểm tra và sửa chữa xong tại gầm vượt Mai.')).toBe(true);
    expect(only('Đơn vị thông báo đã kiểm tra và sửa chữa xong tại gầm vượt Mai Dịch.')).toBe(false);
  });

  it('is not one that says it in its own words, and a phrase is no template', () => {
    expect(only('Đơn vị thông báo đã kiểm tra.')).toBe(false);
    expect(only('đã kiểm tra và sửa xong', 'đã kiểm tra và sửa xong')).toBe(true);
    expect(only('đã kiểm tra sửa xong', 'đã kiểm tra sửa xong')).toBe(false);
  });
});

describe('manners', () => {
  it.each([
    '0912345678',
    '0912 345 678',
    '0912.345.678',
    '091 234 5678',
    '09 1234 5678',
    '0912-34-56-78',
    '+84912345678',
    '84 912 345 678',
  ])('%s is a mobile number', (number) => {
    expect(personalDataIn(read(`gọi ${number} nhé`))).toBe('phone');
  });

  it.each([
    '024.3858.3113',
    '1900 0113',
    '1022',
    'đường dây nóng 0768.221.221',
    'trực ban công an phường 0912 345 678',
    '1.912.345.678 đồng',
    '08.10.2026 09:15',
    '09123456789',
  ])('%s is none', (number) => {
    expect(personalDataIn(read(`gọi ${number} nhé`))).toBeNull();
  });

  it('finds identity numbers and plates', () => {
    expect(personalDataIn(read('số 001085012345'))).toBe('identity');
    expect(personalDataIn(read('CMND số 012345678'))).toBe('identity');
    expect(personalDataIn(read('hồ sơ 123456789012'))).toBeNull();
    for (const plate of ['29A-123.45', '30F 12345', '29-B1 123.45', '29F1-456.78'])
      expect(personalDataIn(read(`xe ${plate}`))).toBe('plate');
    for (const no of ['ống D1000', 'van DN200', 'tuyến D300', 'tòa 29A 5 tầng'])
      expect(personalDataIn(read(no))).toBeNull();
  });

  it.each([
    ['mời ông Nguyễn Văn Hùng làm việc', 'ông Nguyễn Văn Hùng'],
    ['lò mổ của bà Trần Thị Lan.', 'bà Trần Thị Lan'],
    ['hộ Lê Minh phạt', 'hộ Lê Minh'],
    ['ông Nguyễn Văn Bình, Phó Chủ tịch phường', null],
    ['Phó Chủ tịch phường, ông Nguyễn Văn Bình', null],
    ['phố Bà Huyện Thanh Quan', null],
    ['Quý Ông/Bà Láng Hạ', null],
    ['ông Hùng', null],
    ['đồng chí ông Trần An', null],
  ])('%s names %s', (text, named) => expect(personNamedIn(read(text))).toBe(named));

  it.each([
    ['hộ vi phạm', 'hộ vi phạm'],
    ['các hộ kinh doanh vi phạm', 'hộ kinh doanh vi phạm'],
    ['người vi phạm', 'người vi phạm'],
    ['ho kinh doanh vi pham', 'ho kinh doanh vi pham'],
    ['kẻ trộm', 'kẻ trộm'],
    ['biên bản vi phạm hành chính', null],
    ['hành vi vi phạm', null],
    ['hộ bị phản ánh có vi phạm', null],
    ['05 xe vi phạm', null],
    ['hộ này, vi phạm', null],
  ])('%s accuses: %s', (text, said) => expect(accusationIn(read(text))).toBe(said));

  it('finds blame in both spellings', () => {
    expect(blameIn(read('Do Ông/Bà không báo sớm'))).toBe('do ông/bà không');
    expect(blameIn(read('phan anh sai su that'))).toBe('phan anh sai su that');
    expect(blameIn(read('Để xử lý nhanh hơn, xin Ông/Bà bổ sung ảnh'))).toBeNull();
  });
});

describe('attachments a text speaks of', () => {
  const mentioned = (text: string) => [...attachmentsMentioned(read(text))];

  it.each([
    ['Ảnh kèm theo', ['photo']],
    ['anh kem theo', ['photo']],
    ['Hình ảnh hiện trường gửi kèm', ['photo']],
    ['Gửi kèm 3 ảnh', ['photo']],
    ['Kèm theo: 02 ảnh chụp', ['photo']],
    ['mời xem hình bên dưới', ['photo']],
    ['có hình ảnh minh chứng', ['photo']],
    ['clip đính kèm', ['photo']],
    ['ảnh và biên bản gửi kèm', ['photo', 'document']],
    ['biên bản đính kèm', ['document']],
    ['theo công văn số 88/BV kèm theo', ['document']],
    ['đính kèm file', ['document']],
    ['xem file', ['document']],
    ['xin xem chi tiết văn bản', ['document']],
    ['chi tiết đính kèm', ['anything']],
    ['xem phụ lục', ['anything']],
    ['không kèm ảnh vì cấm quay', []],
    ['chưa có ảnh kèm theo', []],
    ['ảnh gửi kèm phản ánh', []],
    ['ảnh kèm theo của công dân', []],
    ['lập biên bản 06 ô tô dừng đỗ dưới lòng ngõ', []],
    ['xem xét biên bản', []],
    ['đã ra quyết định', []],
  ])('%s: %j', (text, kinds) => expect(mentioned(text)).toEqual(kinds));

  it('leave nothing of a text that only points', () => {
    expect(wordsOf(withoutPointers('xem van ban dinh kem tai https://a.vn/b?c=1'))).toEqual([]);
    expect(wordsOf(withoutPointers('thay bong den, xem www.a.vn'))).toEqual(['thay', 'bong', 'den']);
  });
});
