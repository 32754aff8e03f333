import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agoWords, clockWords, dateWords, dueWords, leftWords, pastWords } from './when.ts';

const now = new Date('2026-11-25T07:00:00Z');
const vi = { language: 'vi', now } as const;
const en = { language: 'en', now } as const;
const earlier = (ms: number) => new Date(now.getTime() - ms);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('a moment', () => {
  it('is told by hour, weekday and date, the date as each language writes it', () => {
    const due = new Date('2026-11-25T10:00:00Z');
    expect(dueWords(due, vi)).toBe('17:00 thứ Tư 25/11');
    expect(dueWords(due, en)).toBe('17:00 on Wednesday, 25 November');
  });

  it('names the year when it is another one', () => {
    const due = new Date('2027-02-11T04:00:00Z');
    expect(dueWords(due, vi)).toBe('11:00 thứ Năm 11/02/2027');
    expect(dueWords(due, en)).toBe('11:00 on Thursday, 11 February 2027');
  });

  it('belongs to the next day in Hà Nội from 17:00 UTC on', () => {
    expect(dueWords(new Date('2026-10-11T16:59:00Z'), vi)).toBe('23:59 Chủ nhật 11/10');
    expect(dueWords(new Date('2026-10-11T17:00:00Z'), vi)).toBe('00:00 thứ Hai 12/10');
    expect(dueWords(new Date('2026-12-31T17:00:00Z'), vi)).toBe('00:00 thứ Sáu 01/01/2027');
  });

  it('is what Intl says for Asia/Ho_Chi_Minh, on any day of this half-century', () => {
    const from = new Date('1990-01-01T00:00:00Z');
    const until = new Date('2060-01-01T00:00:00Z');
    const format = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Asia/Ho_Chi_Minh',
      ...{ hourCycle: 'h23', hour: '2-digit', minute: '2-digit' },
      ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    } as Intl.DateTimeFormatOptions);
    fc.assert(
      fc.property(fc.date({ min: from, max: until, noInvalidDate: true }), (at) => {
        const part = (wanted: string) => format.formatToParts(at).find(({ type }) => type === wanted)?.value;
        const day = `${part('day')} ${part('month')} ${part('year')}`;
        expect(dueWords(at, { language: 'en', now: new Date(0) })).toBe(
          `${part('hour')}:${part('minute')} on ${part('weekday')}, ${day}`,
        );
        expect(clockWords(at)).toBe(`${part('hour')}:${part('minute')}`);
      }),
    );
  });
});

describe('what happened', () => {
  it('is told by its moment and how long ago', () => {
    expect(pastWords(earlier(3 * HOUR), vi)).toBe('11:00 hôm nay · 3 giờ trước');
    expect(pastWords(earlier(20 * HOUR), vi)).toBe('18:00 hôm qua · 20 giờ trước');
    expect(pastWords(earlier(3 * DAY), vi)).toBe('14:00 Chủ nhật 22/11 · 3 ngày trước');
    expect(pastWords(earlier(20 * HOUR), en)).toBe('18:00 yesterday · 20 hours ago');
  });

  it('was yesterday by the calendar of Hà Nội, however few hours ago', () => {
    const afterMidnight = new Date('2026-11-25T17:30:00Z');
    expect(pastWords(new Date('2026-11-25T16:30:00Z'), { language: 'vi', now: afterMidnight })).toBe(
      '23:30 hôm qua · 1 giờ trước',
    );
  });

  it('has only just happened when the clock of the phone is behind', () => {
    expect(agoWords(new Date(now.getTime() + 5 * MINUTE), vi)).toBe('vừa xong');
    expect(agoWords(earlier(59_999), en)).toBe('just now');
    expect(agoWords(earlier(MINUTE), en)).toBe('1 minute ago');
  });
});

describe('what is left', () => {
  it('is rounded down, so that nobody is promised more than there is', () => {
    expect(leftWords(new Date(now.getTime() + 2 * DAY + 23 * HOUR), vi)).toBe('còn 2 ngày');
    expect(leftWords(new Date(now.getTime() + 90 * MINUTE), vi)).toBe('còn 1 giờ');
    expect(leftWords(new Date(now.getTime() + 30_000), vi)).toBe('còn 1 phút');
  });

  it('says how far it lies behind', () => {
    expect(leftWords(earlier(5 * HOUR), vi)).toBe('quá 5 giờ');
    expect(leftWords(earlier(DAY), en)).toBe('1 day over');
  });
});

it('writes a date alone', () => {
  expect(dateWords(new Date('2026-11-25T10:00:00Z'), vi)).toBe('25/11');
  expect(dateWords(new Date('2025-11-05T10:00:00Z'), en)).toBe('5 November 2025');
});
