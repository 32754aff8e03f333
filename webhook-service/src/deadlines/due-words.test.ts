import { describe, expect, it } from 'vitest';
import { dateWords, dayWords, dueWords } from './due-words.ts';

describe('due times in words', () => {
  it.each([
    ['2026-10-13T09:30:00Z', '16:30 thứ Ba, 13/10/2026', '16:30 on Tuesday, 13 October 2026'],
    ['2026-10-11T01:05:00Z', '08:05 Chủ nhật, 11/10/2026', '08:05 on Sunday, 11 October 2026'],
    ['2027-02-05T10:00:00Z', '17:00 thứ Sáu, 05/02/2027', '17:00 on Friday, 5 February 2027'],
  ])('%s is %s', (at, vietnamese, english) => {
    expect(dueWords(new Date(at))).toBe(vietnamese);
    expect(dueWords(new Date(at), 'vi')).toBe(vietnamese);
    expect(dueWords(new Date(at), 'en')).toBe(english);
  });

  it('take the day in Hà Nội, not in London', () => {
    expect(dueWords(new Date('2026-12-31T17:00:00Z'))).toBe('00:00 thứ Sáu, 01/01/2027');
    expect(dateWords(new Date('2026-12-31T16:59:59Z'))).toBe('31/12/2026');
    expect(dateWords(new Date('2026-12-31T17:00:00Z'), 'en')).toBe('1 January 2027');
  });

  it('can leave the time out', () => {
    expect(dayWords(new Date('2026-10-10T17:00:00Z'))).toBe('Chủ nhật, 11/10/2026');
  });

  it('cut seconds off, for the whole due minute is on time', () => {
    expect(dueWords(new Date('2026-10-13T09:30:59.999Z'))).toContain('16:30');
  });

  it('name every weekday', () => {
    const week = [12, 13, 14, 15, 16, 17, 18].map((day) => dueWords(new Date(Date.UTC(2026, 9, day))).slice(6, -12));

    expect(week).toEqual(['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật']);
  });

  it('are written in composed characters (NFC), as messages are', () => {
    expect(dueWords(new Date('2026-10-13T09:30:00Z')).normalize('NFC')).toBe(
      dueWords(new Date('2026-10-13T09:30:00Z')),
    );
  });
});
