import { describe, expect, it } from 'vitest';
import { holidays } from '../../../db/seed/holidays.ts';
import type { DayFact } from './calendar-build.ts';
import { editFaults, editWarnings, type Week, weekFaults } from './calendar-faults.ts';

const off: DayFact = { date: '2026-11-23', name: 'Nghỉ hoán đổi (làm bù 28/11/2026)', kind: 'swapped_off' };
const worked: DayFact = { date: '2026-11-28', name: 'Làm bù cho 23/11/2026', kind: 'makeup_workday' };
const REASON = 'Văn bản 1/VPCP-KGVX';
const now = new Date('2026-11-20T03:00:00Z');

describe('an edit of the calendar', () => {
  it('of real days with a reason has no fault', () => {
    expect(editFaults({ set: [off, worked], remove: ['2026-11-24'] }, holidays, REASON)).toEqual([]);
    expect(editFaults({ set: [{ ...off, name: 'N'.repeat(120) }] }, [], REASON)).toEqual([]);
  });

  it('needs something to change and a reason', () => {
    expect(editFaults({}, holidays, ' ')).toEqual(['chưa nêu văn bản hoặc lý do', 'không có ngày nào cần sửa']);
    expect(editFaults({ remove: ['2026-11-24'] }, holidays, '')).toEqual(['chưa nêu văn bản hoặc lý do']);
  });

  it('speaks of days that exist, once each', () => {
    expect(editFaults({ set: [{ ...off, date: '2026-02-30' }] }, holidays, REASON)).toEqual([
      '“2026-02-30” không phải là ngày có thật',
    ]);
    expect(editFaults({ set: [off, off] }, holidays, REASON)).toEqual(['ngày 2026-11-23 được nhắc hai lần']);
    expect(editFaults({ set: [off], remove: ['2026-11-23'] }, [off], REASON)).toEqual([
      'ngày 2026-11-23 được nhắc hai lần',
    ]);
  });

  it('gives each day a name and a kind', () => {
    expect(editFaults({ set: [{ ...off, name: '  ' }] }, holidays, REASON)).toEqual(['ngày 2026-11-23 chưa có tên']);
    expect(editFaults({ set: [{ ...off, name: 'N'.repeat(121) }] }, holidays, REASON)).toEqual([
      'tên của ngày 2026-11-23 dài quá 120 ký tự',
    ]);
    expect(editFaults({ set: [{ ...off, kind: 'toString' as 'holiday' }] }, holidays, REASON)).toEqual([
      'ngày 2026-11-23 có loại không đúng',
    ]);
  });

  it('removes only what is there', () => {
    expect(editFaults({ remove: ['2026-11-25'] }, holidays, REASON)).toEqual([
      'ngày 2026-11-25 không có trong lịch nên không xóa được',
    ]);
    expect(editFaults({ remove: ['x'] }, holidays, REASON)).toEqual(['“x” không phải là ngày có thật']);
  });
});

describe('what looks odd', () => {
  it('is nothing in a whole swap', () => {
    expect(editWarnings([off, worked], [...holidays, off, worked], now)).toEqual([]);
  });

  it('is a swap without its make-up day, and the other way round', () => {
    expect(editWarnings([off], [...holidays, off], now)).toEqual([
      'Năm 2026 có 3 ngày nghỉ hoán đổi nhưng 2 ngày làm bù.',
    ]);
    expect(editWarnings([worked], [worked], now)).toEqual(['Năm 2026 có 0 ngày nghỉ hoán đổi nhưng 1 ngày làm bù.']);
  });

  it('is a make-up day that was worked anyway, and a day given that was free anyway', () => {
    const monday: DayFact = { ...worked, date: '2026-11-30' };
    const saturday: DayFact = { ...off, date: '2026-11-28' };
    const compensated: DayFact = { ...off, date: '2026-11-29', kind: 'compensatory_off' };

    expect(editWarnings([monday, saturday, compensated], [monday, saturday, compensated], now)).toEqual([
      'Ngày 30/11/2026 vốn là ngày làm việc.',
      'Ngày 28/11/2026 vốn là ngày nghỉ.',
      'Ngày 29/11/2026 vốn là ngày nghỉ.',
    ]);
    expect(editWarnings([{ date: '2027-05-01', name: 'Lễ', kind: 'holiday' }], [], now)).toEqual([]);
    expect(editWarnings([{ date: '2026-12-01', name: 'Bù', kind: 'compensatory_off' }], [], now)).toEqual([]);
  });

  it('is a day that has passed, by the date in Hà Nội', () => {
    const friday: DayFact = { date: '2026-11-20', name: 'Nghỉ', kind: 'holiday' };

    expect(editWarnings([friday], [friday], new Date('2026-11-20T16:59:59Z'))).toEqual([]);
    expect(editWarnings([friday], [friday], new Date('2026-11-20T17:00:00Z'))).toEqual(['Ngày 20/11/2026 đã qua.']);
  });

  it('is told year by year, in order', () => {
    const next: DayFact = { ...off, date: '2027-11-23' };

    expect(editWarnings([next, off], [next, off], now)).toEqual([
      'Năm 2026 có 1 ngày nghỉ hoán đổi nhưng 0 ngày làm bù.',
      'Năm 2027 có 1 ngày nghỉ hoán đổi nhưng 0 ngày làm bù.',
    ]);
  });
});

describe('the week of an agency', () => {
  const day = [['07:30', '11:30']] as const;
  const fault = 'tuần phải có bảy ngày, mỗi ngày gồm các khoảng giờ dạng HH:MM không chồng lên nhau';

  it('has seven days and some hours', () => {
    expect(weekFaults([[], day, [], [], [], [], []], REASON)).toEqual([]);
    expect(weekFaults(null, REASON)).toEqual([]);
    expect(weekFaults(Array(7).fill([]), REASON)).toEqual(['tuần không có giờ làm việc nào']);
  });

  it.each<[string, Week]>([
    ['six days', Array(6).fill(day)],
    ['a time that is none', [[], [['7:30', '11:30']], [], [], [], [], []]],
    ['hours that overlap', [[], [...day, ['11:00', '12:00']], [], [], [], [], []]],
  ])('is not one of %s', (_, week) => {
    expect(weekFaults(week, REASON)).toEqual([fault]);
  });

  it('needs a reason', () => {
    expect(weekFaults(null, '')).toEqual(['chưa nêu văn bản hoặc lý do']);
    expect(weekFaults(Array(6).fill(day), '')).toEqual(['chưa nêu văn bản hoặc lý do', fault]);
  });
});
