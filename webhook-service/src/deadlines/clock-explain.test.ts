import { describe, expect, it } from 'vitest';
import { holidays } from '../../../db/seed/holidays.ts';
import { buildCalendar, daySpan } from './calendar-build.ts';
import {
  type Clock,
  type ClockKind,
  endClock,
  explainClock,
  extendClock,
  pauseClock,
  reclassClock,
  resumeClock,
  startClock,
} from './clock.ts';
import { currentDuePolicy, type DuePolicy, type PriorityClass } from './policy.ts';

const at = (local: string) => new Date(`${local.replace(' ', 'T')}+07:00`);
const office = buildCalendar({ facts: holidays });
const workday = [daySpan('07:30', '11:30'), daySpan('13:30', '17:30')];
const oneStop = buildCalendar({
  week: [[], workday, workday, workday, workday, workday, [daySpan('08:00', '11:30')]],
  facts: holidays,
});
const calendars = { of: (agency: string | null) => (agency === 'ttpvhcc' ? oneStop : office) };

function started(kind: ClockKind, local: string, start: Partial<Parameters<typeof startClock>[1]> = {}): Clock {
  const given = { policy: currentDuePolicy, priorityClass: 'normal' as PriorityClass, categoryCode: null, round: 1 };
  const clock = startClock(kind, { ...given, at: at(local), agencyCode: null, ...start }, calendars);
  if (!clock) throw new Error('no such clock');
  return clock;
}

function explain(clock: Clock, policy: DuePolicy | null = currentDuePolicy): string[] {
  const names: Record<string, string> = { ttpvhcc: 'Trung tâm Phục vụ hành chính công' };
  return explainClock(clock, {
    policyOf: (version) => (version === policy?.version ? policy : null),
    agencyName: (code) => names[code] ?? code,
    calendars,
  });
}

describe('why is this the due time', () => {
  it('over Tết: the rule and its source, each day that counted, each day off by name', () => {
    expect(explain(started('accept', '2026-02-13 16:00', { priorityClass: 'urgent' }))).toEqual([
      'Quy định thời hạn phiên bản 2026-10-1, mức khẩn: tiếp nhận và chuyển đơn vị xử lý trong 2 giờ làm việc.',
      'Giả định: thiết kế của hệ thống, ngắn hơn 8 giờ làm việc của Quyết định 1207/QĐ-UBND.',
      'Bắt đầu tính từ 16:00 thứ Sáu, 13/02/2026, theo giờ hành chính của thành phố.',
      'Thứ Sáu, 13/02/2026: 16:00–17:00, được 1 giờ.',
      'Thứ Bảy, 14/02/2026: không tính, ngày nghỉ hằng tuần.',
      'Chủ nhật, 15/02/2026: không tính, ngày nghỉ hằng tuần.',
      'Thứ Hai, 16/02/2026: không tính, Tết Nguyên đán (29 tháng Chạp).',
      'Thứ Ba, 17/02/2026: không tính, Tết Nguyên đán (mùng 1).',
      'Thứ Tư, 18/02/2026: không tính, Tết Nguyên đán (mùng 2).',
      'Thứ Năm, 19/02/2026: không tính, Tết Nguyên đán (mùng 3).',
      'Thứ Sáu, 20/02/2026: không tính, Tết Nguyên đán (mùng 4).',
      'Thứ Bảy, 21/02/2026: không tính, ngày nghỉ hằng tuần.',
      'Chủ nhật, 22/02/2026: không tính, ngày nghỉ hằng tuần.',
      'Thứ Hai, 23/02/2026: 08:00–09:00, được 1 giờ.',
      'Hạn chuyển đơn vị xử lý: 09:00 thứ Hai, 23/02/2026, khi đủ 2 giờ làm việc; trong phút đó vẫn là đúng hạn.',
    ]);
  });

  it('through a swap: the make-up day counts, the day off does not, seconds are kept', () => {
    expect(explain(started('accept', '2026-08-28 10:30:20'))).toEqual([
      'Quy định thời hạn phiên bản 2026-10-1, mức bình thường: tiếp nhận và chuyển đơn vị xử lý trong 8 giờ làm việc.',
      'Căn cứ: Quyết định 1207/QĐ-UBND ngày 28/02/2025.',
      'Bắt đầu tính từ 10:30 thứ Sáu, 28/08/2026, theo giờ hành chính của thành phố.',
      'Thứ Sáu, 28/08/2026: 10:30:20–12:00, 13:00–17:00, được 5 giờ 29 phút 40 giây.',
      'Thứ Bảy, 29/08/2026: không tính, ngày nghỉ hằng tuần.',
      'Chủ nhật, 30/08/2026: không tính, ngày nghỉ hằng tuần.',
      'Thứ Hai, 31/08/2026: không tính, Nghỉ hoán đổi (làm bù 22/08/2026).',
      'Thứ Ba, 01/09/2026: không tính, Quốc khánh (ngày liền kề).',
      'Thứ Tư, 02/09/2026: không tính, Quốc khánh.',
      'Thứ Năm, 03/09/2026: 08:00–10:30:20, được 2 giờ 30 phút 20 giây.',
      'Hạn chuyển đơn vị xử lý: 10:30 thứ Năm, 03/09/2026, khi đủ 8 giờ làm việc; trong phút đó vẫn là đúng hạn.',
    ]);
    expect(explain(started('accept', '2026-08-21 16:30')).slice(3, 5)).toEqual([
      'Thứ Sáu, 21/08/2026: 16:30–17:00, được 30 phút.',
      'Thứ Bảy, 22/08/2026 (Làm bù cho 31/08/2026): 08:00–12:00, 13:00–16:30, được 7 giờ 30 phút.',
    ]);
  });

  it('in the hours of an agency, with a pause, an extension, and an answer in time', () => {
    const asked = pauseClock(started('answer', '2026-10-05 18:00', { agencyCode: 'ttpvhcc' }), at('2026-10-07 09:30'));
    const told = resumeClock(asked, at('2026-10-09 15:30'), calendars);
    const longer = extendClock(told, { at: at('2026-10-12 08:00'), minutes: 240 }, calendars);

    expect(explain(endClock(longer, { at: at('2026-10-14 10:05'), outcome: 'met' }))).toEqual([
      'Quy định thời hạn phiên bản 2026-10-1, mức bình thường: trả lời trong 40 giờ làm việc.',
      'Giả định: thiết kế của hệ thống, theo lệ 5 ngày làm việc của quận Đống Đa trước đây.',
      'Bắt đầu tính từ 18:00 thứ Hai, 05/10/2026, theo giờ làm việc của Trung tâm Phục vụ hành chính công.',
      'Thứ Hai, 05/10/2026: không tính, ngoài giờ làm việc.',
      'Thứ Ba, 06/10/2026: 07:30–11:30, 13:30–17:30, được 8 giờ.',
      'Thứ Tư, 07/10/2026: 07:30–09:30, được 2 giờ.',
      'Thứ Sáu, 09/10/2026: 15:30–17:30, được 2 giờ.',
      'Thứ Bảy, 10/10/2026: 08:00–11:30, được 3 giờ 30 phút.',
      'Chủ nhật, 11/10/2026: không tính, ngày nghỉ hằng tuần.',
      'Thứ Hai, 12/10/2026: 07:30–11:30, 13:30–17:30, được 8 giờ.',
      'Thứ Ba, 13/10/2026: 07:30–11:30, 13:30–17:30, được 8 giờ.',
      'Thứ Tư, 14/10/2026: 07:30–11:30, 13:30–17:30, được 8 giờ.',
      'Thứ Năm, 15/10/2026: 07:30–11:30, 13:30–14:00, được 4 giờ 30 phút.',
      'Tạm dừng từ 09:30 thứ Tư, 07/10/2026 đến 15:30 thứ Sáu, 09/10/2026, không tính.',
      'Gia hạn thêm 4 giờ làm việc lúc 08:00 thứ Hai, 12/10/2026.',
      'Hạn trả lời: 14:00 thứ Năm, 15/10/2026, khi đủ 44 giờ làm việc; trong phút đó vẫn là đúng hạn.',
      'Đã trả lời lúc 10:05 thứ Tư, 14/10/2026: đúng hạn.',
    ]);
  });

  it('of the whole case: two figures with a source each; a late answer by how much', () => {
    const late = endClock(started('finish', '2026-10-05 16:00', { priorityClass: 'urgent' }), {
      at: at('2026-10-06 15:31:30'),
      outcome: 'met',
    });

    expect(explain(late)).toEqual([
      'Quy định thời hạn phiên bản 2026-10-1, mức khẩn: tiếp nhận và trả lời trong 6 giờ làm việc.',
      'Trong đó tiếp nhận 2 giờ làm việc. Giả định: thiết kế của hệ thống, ngắn hơn 8 giờ làm việc của Quyết định 1207/QĐ-UBND.',
      'Trong đó trả lời 4 giờ làm việc. Căn cứ: Quyết định 1207/QĐ-UBND ngày 28/02/2025.',
      'Bắt đầu tính từ 16:00 thứ Hai, 05/10/2026, theo giờ hành chính của thành phố.',
      'Thứ Hai, 05/10/2026: 16:00–17:00, được 1 giờ.',
      'Thứ Ba, 06/10/2026: 08:00–12:00, 13:00–14:00, được 5 giờ.',
      'Hạn của cả việc: 14:00 thứ Ba, 06/10/2026, khi đủ 6 giờ làm việc; trong phút đó vẫn là đúng hạn.',
      'Đã trả lời lúc 15:31 thứ Ba, 06/10/2026: quá hạn 1 giờ 31 phút 30 giây.',
    ]);
  });

  it('day and night for an emergency, split at midnight', () => {
    const emergency = started('answer', '2026-02-16 22:00', { priorityClass: 'emergency', agencyCode: 'ttpvhcc' });

    expect(explain(emergency)).toEqual([
      'Quy định thời hạn phiên bản 2026-10-1, mức khẩn cấp: trả lời trong 4 giờ (tính cả đêm và ngày nghỉ).',
      'Căn cứ: Quyết định 1207/QĐ-UBND ngày 28/02/2025.',
      'Bắt đầu tính từ 22:00 thứ Hai, 16/02/2026, cả đêm và ngày nghỉ.',
      'Thứ Hai, 16/02/2026: 22:00–24:00, được 2 giờ.',
      'Thứ Ba, 17/02/2026: 00:00–02:00, được 2 giờ.',
      'Hạn trả lời: 02:00 thứ Ba, 17/02/2026, khi đủ 4 giờ (tính cả đêm và ngày nghỉ); trong phút đó vẫn là đúng hạn.',
    ]);
    expect(explain(started('answer', '2026-02-16 20:00', { priorityClass: 'emergency' })).slice(3, -1)).toEqual([
      'Thứ Hai, 16/02/2026: 20:00–24:00, được 4 giờ.',
    ]);
  });

  it('of a reopened report', () => {
    expect(explain(started('answer', '2026-10-05 08:00', { reopened: true, round: 2 })).slice(0, 2)).toEqual([
      'Quy định thời hạn phiên bản 2026-10-1, mức bình thường: trả lời lại sau khi mở lại trong 24 giờ làm việc.',
      'Giả định: thiết kế của hệ thống, chưa thấy trong văn bản nào.',
    ]);
  });

  it('by figures of the category alone, from a source only reported', () => {
    const source = { certainty: 'M', source: 'Quyết định 13/2023/QĐ-UBND' } as const;
    const policy: DuePolicy = { ...currentDuePolicy, categories: { 'GT-01': { normal: { answerHours: 16, source } } } };

    expect(
      explain(started('answer', '2026-10-05 08:00', { policy, categoryCode: 'GT-01' }), policy).slice(0, 2),
    ).toEqual([
      'Quy định thời hạn phiên bản 2026-10-1, mức bình thường, lĩnh vực “Ổ gà, mặt đường hư hỏng, lún nứt”: trả lời trong 16 giờ làm việc.',
      'Căn cứ: Quyết định 13/2023/QĐ-UBND (chưa đọc được văn bản).',
    ]);
    expect(explain(started('answer', '2026-10-05 08:00', { policy, categoryCode: 'GT-02' }), policy)[0]).toBe(
      'Quy định thời hạn phiên bản 2026-10-1, mức bình thường: trả lời trong 40 giờ làm việc.',
    );
  });

  it('by a policy that is gone', () => {
    const [first, second] = explain(started('answer', '2026-10-05 08:00'), null);

    expect(first).toBe(
      'Quy định thời hạn phiên bản 2026-10-1 không còn trong hệ thống. Đã ghi khi bắt đầu: mức bình thường, trả lời trong 40 giờ làm việc.',
    );
    expect(second).toBe('Bắt đầu tính từ 08:00 thứ Hai, 05/10/2026, theo giờ hành chính của thành phố.');
  });

  it('after the class was raised', () => {
    const raise = { policy: currentDuePolicy, priorityClass: 'urgent', categoryCode: null } as const;
    const clock = started('answer', '2026-10-05 08:00');

    expect(explain(reclassClock(clock, { ...raise, at: at('2026-10-05 10:00') }, calendars))[2]).toBe(
      'Mức được đổi từ bình thường sang khẩn lúc 10:00 thứ Hai, 05/10/2026; trước đó tính từ 08:00 thứ Hai, 05/10/2026.',
    );
    expect(explain(reclassClock(clock, raise, calendars))[2]).toBe(
      'Mức được đổi từ bình thường sang khẩn, tính lại từ đầu.',
    );
  });

  it('after the category was changed', () => {
    const source = { certainty: 'A', source: 'thử nghiệm' } as const;
    const policy: DuePolicy = { ...currentDuePolicy, categories: { 'GT-02': { normal: { answerHours: 16, source } } } };
    const changed = { policy, priorityClass: 'normal', categoryCode: 'GT-02' } as const;

    expect(explain(reclassClock(started('answer', '2026-10-05 08:00'), changed, calendars), policy)[2]).toBe(
      'Lĩnh vực được đổi, vẫn mức bình thường, tính lại từ đầu.',
    );
  });
});

describe('a due time that is not there', () => {
  it('because the clock is paused: what is used and what is left', () => {
    expect(explain(pauseClock(started('answer', '2026-10-05 08:00'), at('2026-10-06 10:15'))).slice(3)).toEqual([
      'Thứ Hai, 05/10/2026: 08:00–12:00, 13:00–17:00, được 8 giờ.',
      'Thứ Ba, 06/10/2026: 08:00–10:15, được 2 giờ 15 phút.',
      'Tạm dừng từ 10:15 thứ Ba, 06/10/2026, chưa tính tiếp.',
      'Hạn trả lời: chưa có vì đang tạm dừng; đã tính 10 giờ 15 phút trong 40 giờ làm việc, còn 29 giờ 45 phút.',
    ]);
  });

  it('because it was paused before anything counted', () => {
    expect(explain(pauseClock(started('answer', '2026-10-05 08:00'), at('2026-10-05 08:00'))).slice(3)).toEqual([
      'Thứ Hai, 05/10/2026: không tính, ngoài giờ làm việc.',
      'Tạm dừng từ 08:00 thứ Hai, 05/10/2026, chưa tính tiếp.',
      'Hạn trả lời: chưa có vì đang tạm dừng; chưa tính phút nào trong 40 giờ làm việc, còn 40 giờ.',
    ]);
  });

  it('because it was paused on a day off: the days up to the pause', () => {
    expect(explain(pauseClock(started('accept', '2026-10-09 16:00'), at('2026-10-11 09:00'))).slice(3)).toEqual([
      'Thứ Sáu, 09/10/2026: 16:00–17:00, được 1 giờ.',
      'Thứ Bảy, 10/10/2026: không tính, ngày nghỉ hằng tuần.',
      'Chủ nhật, 11/10/2026: không tính, ngày nghỉ hằng tuần.',
      'Tạm dừng từ 09:00 Chủ nhật, 11/10/2026, chưa tính tiếp.',
      'Hạn chuyển đơn vị xử lý: chưa có vì đang tạm dừng; đã tính 1 giờ trong 8 giờ làm việc, còn 7 giờ.',
    ]);
  });

  it('because the time was over when it was paused', () => {
    const late = pauseClock(started('accept', '2026-10-05 08:00'), at('2026-10-06 09:00'));

    expect(explain(late).slice(3)).toEqual([
      'Thứ Hai, 05/10/2026: 08:00–12:00, 13:00–17:00, được 8 giờ.',
      'Tạm dừng từ 09:00 thứ Ba, 06/10/2026, chưa tính tiếp.',
      'Hạn chuyển đơn vị xử lý: đã hết trước khi tạm dừng, đủ 8 giờ làm việc.',
    ]);
    expect(explain(endClock(late, { at: at('2026-10-06 10:00'), outcome: 'met' })).at(-1)).toBe(
      'Đã chuyển đơn vị xử lý lúc 10:00 thứ Ba, 06/10/2026: quá hạn.',
    );
  });

  it('needed by nobody any more', () => {
    const needless = endClock(started('answer', '2026-10-05 08:00'), {
      at: at('2026-10-06 09:00'),
      outcome: 'needless',
    });

    expect(explain(needless).at(-1)).toBe(
      'Từ 09:00 thứ Ba, 06/10/2026 không còn phải tính: phản ánh đã kết thúc theo cách khác.',
    );
  });
});

describe('days inside a pause', () => {
  it('are left out when they are wholly paused, working day or not', () => {
    const clock = resumeClock(
      pauseClock(started('accept', '2026-10-08 16:00'), at('2026-10-08 17:00')),
      at('2026-10-13 08:00'),
      calendars,
    );

    expect(explain(clock).slice(3, 5)).toEqual([
      'Thứ Năm, 08/10/2026: 16:00–17:00, được 1 giờ.',
      'Thứ Ba, 13/10/2026: 08:00–12:00, 13:00–16:00, được 7 giờ.',
    ]);
  });

  it('are named when the pause took only the hours of the day', () => {
    const clock = resumeClock(
      pauseClock(started('accept', '2026-10-05 16:00'), at('2026-10-06 07:00')),
      at('2026-10-06 18:00'),
      calendars,
    );

    expect(explain(clock)[4]).toBe('Thứ Ba, 06/10/2026: không tính, ngoài giờ làm việc hoặc đang tạm dừng.');
  });
});

it('is in composed characters (NFC), whatever the policy and the agency are written in', () => {
  const source = { certainty: 'H', source: 'Quyết định'.normalize('NFD') } as const;
  const sources = { ...currentDuePolicy.classes.normal.sources, answer: source };
  const normal = { ...currentDuePolicy.classes.normal, sources };
  const policy: DuePolicy = { ...currentDuePolicy, classes: { ...currentDuePolicy.classes, normal } };
  const lines = explain(started('answer', '2026-02-13 16:00', { agencyCode: 'Sở'.normalize('NFD') }), policy);

  expect(lines[1]).toBe('Căn cứ: Quyết định.');
  expect(lines[2]).toContain('của Sở.');
});
