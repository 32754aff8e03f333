import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choose, needsFarFacts, nothingFar } from './choose.ts';
import type { Facts } from './facts.ts';
import { planWords } from './plan-words.ts';
import { fits, noon } from './testing/facts.ts';
import { freeChat, miniappNotice, paidChat, uidTemplate, znsTemplate } from './ways.ts';

const HOUR = 3_600_000;
const moment = fc.integer({ min: 0, max: 7 * 24 * 60 }).map((minutes) => new Date(noon.getTime() + minutes * 60_000));
const ago = (most: number) =>
  fc.option(
    fc.integer({ min: 0, max: most }).map((minutes) => (now: Date) => new Date(now.getTime() - minutes * 60_000)),
    { nil: null },
  );
const template = (id: string, free = false) =>
  fc.oneof(
    fc.constant(null),
    fc.constant({ unfit: 'ma' }),
    fc.tuple(fc.integer({ min: 1, max: 900 }), fc.boolean()).map(([dong, night]) => fits(id, free ? 0 : dong, night)),
  );
const pauses = fc.dictionary(
  fc.constantFrom('oa', 'cs', 'cs_paid', 'miniapp', 'uid', 'uid:418273', 'zns', 'zns:500', 'anonymous'),
  fc.integer({ min: -60, max: 24 * 60 }),
  { maxKeys: 3 },
);

/** Any situation there can be, and many that cannot. */
const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    now: moment,
    weight: fc.constantFrom('reply', 'answer', 'question', 'news', 'minor', 'staff'),
    emergency: fc.boolean(),
    wrote: ago(400 * 24 * 60),
    wroteLately: ago(8 * 24 * 60),
    lately: fc.boolean(),
    opened: ago(10 * 24 * 60),
    unreachable: fc.option(fc.integer({ min: -60, max: 600 }), { nil: null }),
    person: fc.record({
      anonymous: rarely(),
      erased: rarely(),
      blocked: rarely(),
    }),
    pauses,
    free: fc.record({ perWindow: fc.constantFrom(0, 1, 2, 8), used: fc.integer({ min: 0, max: 10 }) }),
    budget: fc.record({
      perDay: fc.constantFrom(0, 50, 500, 100_000),
      gone: fc.integer({ min: 0, max: 100_000 }),
      perPerson: fc.integer({ min: 0, max: 3 }),
      toPerson: fc.integer({ min: 0, max: 4 }),
    }),
    miniapp: fc.record({
      configured: fc.boolean(),
      knowsPerson: fc.boolean(),
      allowed: fc.boolean(),
      aboutReportToday: fc.integer({ min: 0, max: 1 }),
      toPersonToday: fc.integer({ min: 0, max: 4 }),
      template: template('thong-bao', true),
    }),
    uid: fc.record({ template: template('418273') }),
    zns: fc.record({
      configured: fc.boolean(),
      hasPhone: fc.boolean(),
      consent: fc.boolean(),
      template: template('500'),
    }),
  })
  .map(({ wrote, wroteLately, lately, opened, unreachable, person, miniapp, pauses: rests, ...rest }) => ({
    ...rest,
    person: {
      ...person,
      unreachableUntil: unreachable === null ? null : new Date(rest.now.getTime() + unreachable * 60_000),
      lastInteractionAt: (lately ? wroteLately : wrote)?.(rest.now) ?? null,
    },
    miniapp: { ...miniapp, openedAt: opened?.(rest.now) ?? null },
    pauses: new Map(Object.entries(rests).map(([scope, by]) => [scope, new Date(rest.now.getTime() + by * 60_000)])),
  }));

function rarely() {
  return fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0);
}

function always(holds: (facts: Facts) => void) {
  fc.assert(fc.property(anyFacts, holds), { numRuns: 3_000 });
}

test('the same facts give the same plan, and leave the facts as they were', () => {
  always((facts) => {
    const before = structuredClone(facts);
    expect(choose(facts)).toEqual(choose(facts));
    expect(facts).toEqual(before);
  });
});

test('nothing is ever paid for a reply, for small news or for an official', () => {
  always((facts) => {
    const plan = choose(facts);
    if (plan.do === 'send' && !['answer', 'question', 'news'].includes(facts.weight)) expect(plan.dong).toBe(0);
  });
});

test('no plan spends more than is left of the day or of the person', () => {
  always((facts) => {
    const plan = choose(facts);
    if (plan.do !== 'send' || plan.dong === 0) return;
    const { perDay, gone, perPerson, toPerson } = facts.budget;
    expect(gone + plan.dong).toBeLessThanOrEqual(perDay);
    expect(toPerson).toBeLessThan(perPerson);
    if (facts.weight === 'news') expect(perDay - gone - plan.dong).toBeGreaterThanOrEqual(perDay / 2);
  });
});

test('every plan explains every way it passed, in order, and the way it chose last', () => {
  const order = ['person', 'anonymous', 'cs', 'miniapp', 'cs_paid', 'uid', 'zns'];
  always((facts) => {
    const plan = choose(facts);
    const channels = plan.steps.map(({ channel }) => channel);
    expect(channels).toEqual(order.filter((channel) => channels.includes(channel)));
    expect(plan.steps.slice(0, -1).every(({ verdict }) => verdict !== 'chosen')).toBe(true);
    const last = plan.steps.at(-1);
    if (plan.do === 'send') expect(last).toMatchObject({ channel: plan.channel, verdict: 'chosen' });
    else expect(last?.verdict).not.toBe('chosen');
    // All five, but for people who are not asked about ways.
    const { erased, anonymous, blocked, unreachableUntil } = facts.person;
    const special = erased || anonymous || blocked || (unreachableUntil !== null && unreachableUntil > facts.now);
    if (!special && (plan.do === 'hold' || plan.do === 'fold')) expect(channels).toHaveLength(5);
    for (const words of planWords(plan.steps)) expect(words).toMatch(/^[^_]+: (được chọn|không|để sau), [^_]+\.$/u);
  });
});

test('no way is taken while one before it is open or worth waiting for', () => {
  const ways = [
    ['cs', freeChat],
    ['miniapp', miniappNotice],
    ['cs_paid', paidChat],
    ['uid', uidTemplate],
    ['zns', znsTemplate],
  ] as const;
  always((facts) => {
    const plan = choose(facts);
    const { anonymous, blocked } = facts.person;
    if (plan.do !== 'send' || anonymous || blocked) return;
    const chosen = ways.findIndex(([channel]) => channel === plan.channel);
    for (const [, way] of ways.slice(0, chosen)) {
      const verdict = way(facts);
      expect(verdict.is === 'no' || (verdict.is === 'later' && !verdict.worthIt)).toBe(true);
    }
  });
});

test('the last free message is never spent on news', () => {
  always((facts) => {
    const plan = choose(facts);
    const { perWindow, used } = facts.free;
    if (plan.do !== 'send' || plan.channel !== 'cs' || perWindow === 0) return;
    expect(used).toBeLessThan(perWindow);
    if (['news', 'minor', 'staff'].includes(facts.weight)) expect(perWindow - used).toBeGreaterThan(1);
  });
});

test('nothing is sent through the OA to whoever blocked it, and nothing at all to whoever was erased', () => {
  always((facts) => {
    const plan = choose(facts);
    if (plan.do !== 'send') return;
    expect(facts.person.erased).toBe(false);
    if (facts.person.blocked && !facts.person.anonymous) expect(plan.channel).toBe('zns');
    if (plan.channel === 'zns') expect(facts.zns.hasPhone && facts.zns.consent).toBe(true);
  });
});

test('what waits, waits for a moment to come, and for no more than a day', () => {
  always((facts) => {
    const plan = choose(facts);
    if (plan.do !== 'wait') return;
    expect(plan.until.getTime()).toBeGreaterThan(facts.now.getTime());
    expect(plan.until.getTime() - facts.now.getTime()).toBeLessThanOrEqual(31 * HOUR);
  });
});

test('results and questions are never folded away, and only small news is', () => {
  always((facts) => {
    if (choose(facts).do === 'fold') expect(facts.weight).toBe('minor');
  });
});

test('what is not looked up would have changed nothing', () => {
  always((facts) => {
    if (!needsFarFacts(facts)) expect(choose({ ...facts, ...nothingFar }).do).toBe(choose(facts).do);
  });
});
