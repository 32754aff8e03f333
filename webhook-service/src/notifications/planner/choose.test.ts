import { describe, expect, test } from 'vitest';
import type { Weight } from '../message-kinds.ts';
import { choose, needsFarFacts } from './choose.ts';
import type { Facts } from './facts.ts';
import type { Plan } from './plan.ts';
import { everythingOpen, type FactsInput, facts, fits, hoursBefore, noon } from './testing/facts.ts';

const minutes = (count: number, from = noon) => new Date(from.getTime() + count * 60_000);
const days = (count: number) => hoursBefore(24 * count);
/** `send:cs`, `wait:quiet_hours`, `hold:no_way`, `fold`. */
function short(plan: Plan): string {
  if (plan.do === 'send') return `send:${plan.channel}`;
  return plan.do === 'fold' ? 'fold' : `${plan.do}:${plan.why}`;
}
const chosen = (all: Facts) => short(choose(all));
const whyNot = (all: Facts, channel: string) => choose(all).steps.find((step) => step.channel === channel)?.why;
/** The chat was open until this many hours ago. */
const wrote = (hours: number) => ({ person: { lastInteractionAt: hoursBefore(hours) } });

describe('who cannot be reached at all', () => {
  test.each<[string, FactsInput, string]>([
    ['whose data was erased', { person: { erased: true } }, 'hold:erased'],
    ['who blocked us: news', { person: { blocked: true }, weight: 'news' }, 'hold:blocked'],
    ['who blocked us: a question', { person: { blocked: true }, weight: 'question' }, 'hold:blocked'],
    ['who blocked us: a result, by phone', { person: { blocked: true } }, 'send:zns'],
    ['who blocked us and gave no consent', { person: { blocked: true }, zns: { consent: false } }, 'hold:blocked'],
    ['out of reach for now: a result waits', { person: { unreachableUntil: minutes(90) } }, 'wait:unreachable'],
    [
      'out of reach for now: news is held',
      { person: { unreachableUntil: minutes(90) }, weight: 'news' },
      'hold:unreachable',
    ],
    ['out of reach until just now', { person: { unreachableUntil: noon } }, 'send:cs'],
    ['without a Zalo account', { person: { anonymous: true, lastInteractionAt: days(30) } }, 'send:anonymous'],
    ['erased rather than anonymous', { person: { anonymous: true, erased: true } }, 'hold:erased'],
  ])('one %s', (_who, input, expected) => {
    expect(chosen(everythingOpen(input))).toBe(expected);
  });
});

describe('the free chat', () => {
  test.each<Weight>(['reply', 'answer', 'question', 'news', 'minor', 'staff'])(
    'carries %s while it is open',
    (weight) => {
      expect(choose(everythingOpen({ weight }))).toMatchObject({ do: 'send', channel: 'cs', dong: 0 });
    },
  );

  test.each([
    ['until two minutes before 48 hours are over', 48 * 60 - 2, 'send:cs'],
    ['not a minute longer', 48 * 60 - 1, 'hold:no_way'],
  ])('is open %s', (_when, age, expected) => {
    expect(chosen(facts({ person: { lastInteractionAt: minutes(-age) } }))).toBe(expected);
  });

  test('is closed for one who never wrote', () => {
    const plan = choose(facts({ person: { lastInteractionAt: null } }));
    expect(plan).toMatchObject({ do: 'hold', why: 'no_way' });
    expect(plan.steps[0]).toEqual({ channel: 'cs', verdict: 'no', why: 'never_wrote' });
  });

  test.each<[Weight, number, string]>([
    ['news', 6, 'send:cs'],
    ['news', 7, 'hold:no_way'],
    ['minor', 7, 'fold'],
    ['staff', 7, 'hold:no_way'],
    ['answer', 7, 'send:cs'],
    ['question', 7, 'send:cs'],
    ['reply', 7, 'send:cs'],
    ['answer', 8, 'hold:no_way'],
    ['reply', 8, 'hold:no_way'],
    ['minor', 8, 'fold'],
  ])('keeps the last of eight free messages: %s after %i of them', (weight, used, expected) => {
    expect(chosen(facts({ weight, free: { used } }))).toBe(expected);
  });

  test('has no last message where Zalo counts none', () => {
    expect(chosen(facts({ weight: 'news', free: { perWindow: 0, used: 40 } }))).toBe('send:cs');
  });

  test('small news outside it goes into the digest, whatever else is open', () => {
    expect(chosen(everythingOpen({ weight: 'minor', ...wrote(49) }))).toBe('fold');
  });
});

describe('quiet hours, 21:00 to 07:00 in Hà Nội', () => {
  const at = (time: string) => new Date(`2026-10-05T${time}:00+07:00`);
  const plan = (time: string, input: FactsInput = {}) => {
    const now = at(time);
    return choose(facts({ now, person: { lastInteractionAt: hoursBefore(5, now) }, ...input }));
  };

  test.each([
    ['20:59', 'send:cs'],
    ['21:00', 'wait:quiet_hours'],
    ['06:59', 'wait:quiet_hours'],
    ['07:00', 'send:cs'],
  ])('at %s a result is %s', (time, expected) => {
    expect(short(plan(time))).toBe(expected);
  });

  test('end at seven, today or tomorrow', () => {
    expect(plan('23:30')).toMatchObject({ until: new Date('2026-10-06T07:00:00+07:00') });
    expect(plan('00:30')).toMatchObject({ until: new Date('2026-10-05T07:00:00+07:00') });
  });

  test.each<[string, FactsInput, string]>([
    ['a reply does not wait', { weight: 'reply' }, 'send:cs'],
    ['an official is told at work', { weight: 'staff' }, 'send:cs'],
    ['an emergency does not wait', { emergency: true }, 'send:cs'],
    ['a question waits', { weight: 'question' }, 'wait:quiet_hours'],
    ['small news waits', { weight: 'minor' }, 'wait:quiet_hours'],
    ['who wrote fifteen minutes ago is awake', { person: { lastInteractionAt: minutes(-15, at('23:00')) } }, 'send:cs'],
    [
      'who wrote sixteen minutes ago may sleep',
      { person: { lastInteractionAt: minutes(-16, at('23:00')) } },
      'wait:quiet_hours',
    ],
  ])('%s', (_what, input, expected) => {
    expect(short(plan('23:00', input))).toBe(expected);
  });

  test.each<[string, Weight, number, string]>([
    ['is not lost to the night: the chat closes a minute before seven', 'answer', -1, 'send:cs'],
    ['waits when the chat is open until seven sharp', 'answer', 0, 'wait:quiet_hours'],
    ['is too small to wake anybody', 'minor', -1, 'fold'],
  ])('what is said %s', (_what, weight, minute, expected) => {
    const closes = minutes(minute + 2, new Date('2026-10-06T07:00:00+07:00'));
    const lastInteractionAt = new Date(closes.getTime() - 48 * 3_600_000);
    expect(short(plan('23:00', { weight, person: { lastInteractionAt } }))).toBe(expected);
  });

  test('hold for the Mini App, templates and people without an account, too', () => {
    const now = at('23:00');
    const late = { now, person: { lastInteractionAt: hoursBefore(80, now) } };
    expect(chosen(everythingOpen(late))).toBe('wait:quiet_hours');
    expect(
      choose(everythingOpen({ now, person: { lastInteractionAt: hoursBefore(24 * 30, now) } })).steps,
    ).toContainEqual({ channel: 'miniapp', verdict: 'later', why: 'quiet_hours', detail: '2026-10-06T00:00:00.000Z' });
    expect(chosen(facts({ now, weight: 'news', person: { anonymous: true } }))).toBe('wait:quiet_hours');
  });
});

describe('a notification of the Mini App', () => {
  const late = wrote(49);
  test.each<Weight>(['answer', 'question', 'news'])('carries %s when the free chat is closed', (weight) => {
    expect(choose(everythingOpen({ ...late, weight }))).toMatchObject({
      do: 'send',
      channel: 'miniapp',
      dong: 0,
      template: { templateId: 'thong-bao' },
    });
  });

  test.each<[string, FactsInput['miniapp'] & object]>([
    ['not_configured', { configured: false }],
    ['no_app_id', { knowsPerson: false }],
    ['not_allowed', { allowed: false }],
    ['not_opened_lately', { openedAt: null }],
    ['not_opened_lately', { openedAt: minutes(-7 * 24 * 60 + 1) }],
    ['no_template', { template: null }],
    ['template_unfit', { template: { unfit: 'contentTitle' } }],
    ['told_about_report', { aboutReportToday: 1 }],
    ['told_enough', { toPersonToday: 3 }],
  ])('is passed over: %s', (why, miniapp) => {
    const all = everythingOpen({ ...late, miniapp });
    expect(whyNot(all, 'miniapp')).toBe(why);
    expect(chosen(all)).toBe('send:cs_paid');
  });

  test('is open for seven days less the margin, and for the third of a day', () => {
    const miniapp = { openedAt: minutes(-7 * 24 * 60 + 2), toPersonToday: 2 };
    expect(chosen(everythingOpen({ ...late, miniapp }))).toBe('send:miniapp');
  });

  test('of tomorrow is worth waiting for when nothing else is open, unless it is closed by then', () => {
    const miniapp = { aboutReportToday: 1 };
    const news = { ...wrote(24 * 30), weight: 'news' } as const;
    expect(choose(everythingOpen({ ...news, miniapp }))).toMatchObject({
      do: 'wait',
      why: 'told_about_report',
      until: new Date('2026-10-06T07:00:00+07:00'),
    });
    const closing = { ...miniapp, openedAt: hoursBefore(7 * 24 - 18) };
    expect(chosen(everythingOpen({ ...news, miniapp: closing }))).toBe('hold:no_way');
  });
});

describe('the chat for money', () => {
  const noApp = { miniapp: { allowed: false } };
  test.each<[Weight, string]>([
    ['answer', 'send:cs_paid'],
    ['question', 'send:cs_paid'],
    ['news', 'send:cs_paid'],
    ['reply', 'hold:no_way'],
    ['minor', 'fold'],
    ['staff', 'hold:no_way'],
  ])('is taken by %s: %s', (weight, expected) => {
    expect(chosen(everythingOpen({ weight, ...wrote(49), ...noApp }))).toBe(expected);
  });

  test('costs 55 đồng', () => {
    expect(choose(everythingOpen({ ...wrote(49), ...noApp }))).toMatchObject({ channel: 'cs_paid', dong: 55 });
  });

  test.each([
    ['to two minutes before seven days', 7 * 24 * 60 - 2, 'send:cs_paid'],
    ['and then no more', 7 * 24 * 60 - 1, 'send:uid'],
  ])('is open %s', (_when, age, expected) => {
    expect(chosen(everythingOpen({ person: { lastInteractionAt: minutes(-age) }, ...noApp }))).toBe(expected);
  });

  test('is taken inside 48 hours when the free messages are used up', () => {
    expect(chosen(everythingOpen({ free: { used: 8 }, ...noApp }))).toBe('send:cs_paid');
  });

  test.each<[string, FactsInput['budget'] & object, string, string]>([
    ['nothing is to cost', { perDay: 0 }, 'paid_off', 'hold:no_way'],
    ['nobody may get one', { perPerson: 0 }, 'paid_off', 'hold:no_way'],
    ['one costs more than a day', { perDay: 54 }, 'too_dear', 'hold:no_way'],
    ['exactly enough is left', { perDay: 100, gone: 45 }, 'paid_window_open', 'send:cs_paid'],
    ['a đồng is missing', { perDay: 100, gone: 46 }, 'budget_spent', 'wait:budget_spent'],
    ['this person had three', { perPerson: 3, toPerson: 3 }, 'person_limit', 'wait:person_limit'],
  ])('asks the budget: %s', (_what, budget, why, expected) => {
    const all = facts({ ...wrote(49), budget: { perDay: 1_000, ...budget } });
    expect(whyNot(all, 'cs_paid')).toBe(why);
    expect(chosen(all)).toBe(expected);
  });

  test('waits for the money of tomorrow only while the chat is open until then', () => {
    const budget = { perDay: 100, gone: 100 };
    expect(choose(facts({ ...wrote(49), budget }))).toMatchObject({ until: new Date('2026-10-06T07:00:00+07:00') });
    expect(chosen(facts({ ...wrote(7 * 24 - 18), budget }))).toBe('hold:no_way');
    expect(chosen(facts({ weight: 'news', ...wrote(49), budget }))).toBe('hold:no_way');
  });

  test('leaves half of the budget to results and questions', () => {
    const news = (gone: number) => facts({ weight: 'news', ...wrote(49), budget: { perDay: 1_000, gone } });
    expect(chosen(news(445))).toBe('send:cs_paid');
    expect(whyNot(news(446), 'cs_paid')).toBe('budget_for_answers');
  });
});

describe('a template to the Zalo account', () => {
  const late = wrote(24 * 30);
  const noApp = { miniapp: { allowed: false } };
  test.each<[Weight, string]>([
    ['answer', 'send:uid'],
    ['question', 'send:uid'],
    ['news', 'hold:no_way'],
    ['minor', 'fold'],
    ['reply', 'hold:no_way'],
  ])('is taken by %s: %s', (weight, expected) => {
    expect(chosen(everythingOpen({ weight, ...late, ...noApp }))).toBe(expected);
  });

  test('costs what its price list says and reaches whoever wrote within a year', () => {
    expect(choose(everythingOpen({ ...late, ...noApp }))).toMatchObject({
      channel: 'uid',
      dong: 200,
      template: { templateId: '418273' },
    });
    const edge = (age: number) => everythingOpen({ person: { lastInteractionAt: minutes(-age) }, ...noApp });
    expect(chosen(edge(365 * 24 * 60 - 2))).toBe('send:uid');
    expect(chosen(edge(365 * 24 * 60 - 1))).toBe('send:zns');
    expect(whyNot(everythingOpen({ person: { lastInteractionAt: null }, ...noApp }), 'uid')).toBe('never_wrote');
  });

  test('is passed over when its price is beyond the budget', () => {
    expect(chosen(everythingOpen({ ...late, ...noApp, budget: { perDay: 199 } }))).toBe('hold:no_way');
  });
});

describe('a template to the phone', () => {
  const late = { ...wrote(24 * 30), miniapp: { allowed: false }, uid: { template: null } };
  test.each<[Weight, string]>([
    ['answer', 'send:zns'],
    ['question', 'hold:no_way'],
    ['news', 'hold:no_way'],
    ['minor', 'fold'],
  ])('is taken by %s: %s', (weight, expected) => {
    expect(chosen(everythingOpen({ weight, ...late }))).toBe(expected);
  });

  test.each<[string, FactsInput['zns'] & object]>([
    ['not_configured', { configured: false }],
    ['no_phone', { hasPhone: false }],
    ['no_consent', { consent: false }],
    ['no_template', { template: null }],
    ['template_unfit', { template: { unfit: 'ma' } }],
  ])('is refused: %s', (why, zns) => {
    const all = everythingOpen({ ...late, zns });
    expect(whyNot(all, 'zns')).toBe(why);
    expect(chosen(all)).toBe('hold:no_way');
  });

  test.each([
    ['21:59', 'send:zns'],
    ['22:00', 'wait:night'],
    ['05:59', 'wait:night'],
    ['06:00', 'send:zns'],
  ])('that Zalo refuses at night: an emergency at %s is %s', (time, expected) => {
    const now = new Date(`2026-10-05T${time}:00+07:00`);
    const person = { lastInteractionAt: hoursBefore(24 * 30, now) };
    const zns = { template: fits('500', 300, true) };
    expect(chosen(everythingOpen({ ...late, now, person, emergency: true, zns }))).toBe(expected);
    const allowed = { template: fits('500', 300, false) };
    expect(chosen(everythingOpen({ ...late, now, person, emergency: true, zns: allowed }))).toBe('send:zns');
  });
});

describe('a way that rests for everybody', () => {
  const resting = (scope: string, until: number, input: FactsInput = {}) =>
    choose(everythingOpen({ pauses: new Map([[scope, minutes(until)]]), ...input }));

  test('is waited for when it is back within a quarter of an hour', () => {
    expect(resting('cs', 15)).toMatchObject({ do: 'wait', why: 'way_rests', until: minutes(15) });
    expect(short(resting('cs', 16))).toBe('send:miniapp');
  });

  test('is no longer resting once its time is over', () => {
    expect(short(resting('cs', 0))).toBe('send:cs');
  });

  test.each<[string, FactsInput, string]>([
    ['oa', {}, 'send:miniapp'],
    ['oa', { miniapp: { allowed: false } }, 'send:zns'],
    ['cs', { miniapp: { allowed: false } }, 'send:uid'],
    ['cs_paid', { ...wrote(49), miniapp: { allowed: false } }, 'send:uid'],
    ['miniapp', wrote(49), 'send:cs_paid'],
    ['uid', { ...wrote(24 * 30), miniapp: { allowed: false } }, 'send:zns'],
    ['uid:418273', { ...wrote(24 * 30), miniapp: { allowed: false } }, 'send:zns'],
    ['uid:999', { ...wrote(24 * 30), miniapp: { allowed: false } }, 'send:uid'],
    ['zns', { person: { blocked: true } }, 'wait:way_rests'],
    ['zns:500', { person: { blocked: true } }, 'wait:way_rests'],
    ['oa', { person: { anonymous: true } }, 'wait:way_rests'],
    ['oa', { weight: 'reply' }, 'wait:way_rests'],
    ['oa', { weight: 'minor' }, 'wait:way_rests'],
  ])('%s, for an hour', (scope, input, expected) => {
    expect(short(resting(scope, 60, input))).toBe(expected);
  });

  test('is given up when it closes before it is back', () => {
    const closing = { weight: 'news', person: { lastInteractionAt: hoursBefore(47.9) }, miniapp: { allowed: false } };
    const plan = resting('cs', 10, { ...closing, weight: 'news', budget: { perDay: 0 } });
    expect(plan.steps[0]).toMatchObject({ channel: 'cs', verdict: 'no', why: 'closes_before' });
    expect(short(plan)).toBe('hold:no_way');
  });

  test('rests until the last of its pauses is over; of several ways the first to be back is waited for', () => {
    const both = new Map([
      ['oa', minutes(5)],
      ['cs', minutes(40)],
      ['miniapp', minutes(30)],
      ['zns', minutes(60)],
    ]);
    const plan = choose(everythingOpen({ pauses: both, uid: { template: null } }));
    expect(plan).toMatchObject({ do: 'wait', why: 'way_rests', until: minutes(30) });
    expect(plan.steps[0]).toMatchObject({ detail: minutes(40).toISOString() });
  });
});

describe('looking further than the chat', () => {
  test.each<[string, FactsInput, boolean]>([
    ['is needless while the chat takes the message', {}, false],
    ['is needed when it is closed', wrote(49), true],
    ['is needless while it waits for the morning', { now: new Date('2026-10-05T23:00:00+07:00'), ...wrote(1) }, false],
    ['is needed when it rests for long', { pauses: new Map([['cs', minutes(60)]]) }, true],
    ['is needless for what goes by chat or not at all', { weight: 'minor', ...wrote(49) }, false],
    ['is needless for people nothing may be sent to', { person: { erased: true } }, false],
    ['is needed for a result to one who blocked us', { person: { blocked: true } }, true],
  ])('%s', (_when, input, expected) => {
    expect(needsFarFacts(facts(input))).toBe(expected);
  });
});
