import { describe, expect, it } from 'vitest';
import { read } from './reading.ts';
import { namesAnEnd, timesIn } from './when.ts';

/** Monday 12/10/2026, 16:30 in Hà Nội. */
const NOW = new Date('2026-10-12T09:30:00Z');
const times = (text: string, now = NOW) => timesIn(read(text), now).map(({ said }) => said);
const ahead = (text: string, now = NOW) => timesIn(read(text), now).map(({ future }) => future);
const end = (text: string, now = NOW) => namesAnEnd(read(text), now);

describe('a time named in an answer', () => {
  it.each([
    ['sáng 12/10', '12/10'],
    ['ngày 12/10/2026', '12/10/2026'],
    ['ngày 12/10/26', '12/10/26'],
    ['12 / 10 / 2026', '12 / 10 / 2026'],
    ['hôm 12-10-2026', '12-10-2026'],
    ['7h50 12.10.2026', '12.10.2026'],
    ['tối 9.10 đội đến', '9.10'],
    ['hai ngày 10-11/10/2026', '11/10/2026'],
    ['ngày 5 tháng 10', 'ngay 5 thang 10'],
    ['ngày mùng 5 tháng 10 năm 2026', 'ngay mung 5 thang 10 nam 2026'],
    ['ngày 5', 'ngay 5'],
    ['lúc 14h30', '14h30'],
    ['lúc 9h', '9h'],
    ['từ 8 giờ', '8 gio'],
    ['lúc 9g15', '9g15'],
    ['lúc 14:05 xong', '14:05'],
    ['hôm nay', 'hôm nay'],
    ['Đêm qua', 'đêm qua'],
    ['thứ Bảy tuần trước', 'thứ bảy'],
    ['hom nay doi den', 'hom nay'],
  ])('%s', (text, said) => expect(times(text)).toContain(said));

  it.each([
    'ngõ 12/10 Định Công',
    'ngách 5/10',
    'số 12/3 phố Huế',
    'nhà 4/5',
    'căn 12/8 tòa A',
    'trực 24/7',
    'vá 1/2 mặt đường',
    'trong 5-10 phút',
    'khoảng 1.5 triệu',
    'Nghị định 16/2022/NĐ-CP',
    'Quyết định 1207/QĐ-UBND ngày 28/02/2025',
    'ngày 31/02/2026',
    'ngày 12/13',
    'ngày 0/10',
    'văn bản 12/10/QĐ-UB',
    'tổ 8 và số 45',
    '25h',
    '30 m cống',
    'đội thu bảy xác chuột',
    'tỷ lệ 12:70',
  ])('is not in: %s', (text) => expect(times(text)).toEqual([]));

  it('lies ahead when its day does, and the day of the answer does not', () => {
    expect(ahead('13/10/2026')).toEqual([true]);
    expect(ahead('12/10/2026')).toEqual([false]);
    expect(ahead('9h')).toEqual([false]);
  });

  it('without a year is the nearest day of that name', () => {
    const newYear = new Date('2027-01-02T03:00:00Z');
    expect(ahead('30/12', newYear)).toEqual([false]);
    expect(ahead('15/01', new Date('2026-12-30T03:00:00Z'))).toEqual([true]);
    expect(ahead('ngày 20')).toEqual([true]);
    expect(ahead('ngày 2')).toEqual([false]);
  });

  it('is counted in the days of Hà Nội', () => {
    expect(ahead('12/10/2026', new Date('2026-10-11T16:59:00Z'))).toEqual([true]);
    expect(ahead('12/10/2026', new Date('2026-10-11T17:00:00Z'))).toEqual([false]);
  });

  it('is none after 400 days', () => {
    expect(times('ngày 08/09/2025')).toEqual(['08/09/2025']);
    expect(times('ngày 07/09/2025')).toEqual([]);
  });
});

describe('an end named in an answer', () => {
  it.each([
    'trước ngày 20/10/2026',
    'xong 13/10',
    'ngày mai',
    'trong tuần này',
    'cuối tháng',
    'trong tháng 10/2026',
    'tháng 11',
    'tháng 1 năm 2027',
    'quý IV/2026',
    'quý 4',
    'trong vòng 5 ngày',
    'sau 3 giờ',
    'thêm 2 tuần',
  ])('%s', (text) => expect(end(text)).toBe(true));

  it.each([
    'ngày 12/10/2026',
    'tháng 9/2026',
    'tháng 9',
    'tháng 12/2025',
    'tháng 13',
    'trong thời gian tới',
    'sớm nhất',
    'khi có kinh phí',
    'lúc 14h30',
    'quý Ông/Bà',
    '5 ngày trước đó',
  ])('is not in: %s', (text) => expect(end(text)).toBe(false));
});
