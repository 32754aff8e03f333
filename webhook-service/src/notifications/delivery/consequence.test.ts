import { describe, expect, test } from 'vitest';
import { refusal } from '../../zalo/call-failure.ts';
import { classifyMiniAppError, classifyZaloError, classifyZnsError } from '../../zalo/error-classes.ts';
import { SHORT_REST_MS } from '../planner/limits.ts';
import type { Channel } from '../planner/plan.ts';
import { consequenceOf } from './consequence.ts';

const MINUTE = 60_000;
const classify = (channel: Channel) =>
  channel === 'zns' ? classifyZnsError : channel === 'miniapp' ? classifyMiniAppError : classifyZaloError;

function follows(channel: Channel, code: number, { attempts = 1, message = '' } = {}) {
  const templateId = ['uid', 'zns', 'miniapp'].includes(channel) ? '418273' : null;
  return consequenceOf(refusal(classify(channel), code, message), { channel, templateId, attempts });
}

describe('what follows from a refusal (§3.12, §4.4, §7.4)', () => {
  test.each<[Channel, number, string, string]>([
    ['cs', -32, 'oa', 'the minute is used up for all calls of the OA'],
    ['uid', -32, 'oa', 'templates by id share them'],
    ['miniapp', -103, 'miniapp', 'the Mini App host counts for itself'],
    ['cs_paid', -211, 'cs_paid', 'the paid quota is empty; what is free goes on'],
    ['zns', -144, 'zns', 'the daily limit of the phone channel'],
    ['zns', -147, 'zns:418273', 'the limit of one template'],
    ['miniapp', -109, 'miniapp', 'its quota'],
    ['cs', -224, 'oa', 'the OA needs a package'],
    ['cs', -219, 'oa', 'the app is switched off'],
    ['cs_paid', -321, 'cs_paid', 'the wallet is empty; what is free goes on'],
    ['uid', -320, 'uid', 'no wallet'],
    ['zns', -131, 'zns:418273', 'one template is not approved'],
    ['zns', -136, 'zns', 'no wallet'],
    ['miniapp', -102, 'miniapp', 'a wrong key'],
    ['uid', -249, 'uid:418273', 'a template that cannot go by id'],
    ['zns', -1121, 'zns:418273', 'a parameter that is too long'],
    ['miniapp', -101, 'miniapp:418273', 'an unknown template'],
    ['cs', -248, 'cs', 'content against the rules'],
  ])('%s %i lays "%s" down for everybody: %s', (channel, code, scope) => {
    expect(follows(channel, code)).toMatchObject({ do: 'pause', scope });
  });

  test.each<[Channel, number, object]>([
    ['cs', -244, { do: 'blocked' }],
    ['cs_paid', -217, { do: 'blocked' }],
    ['uid', -244, { do: 'blocked' }],
    ['cs', -227, { do: 'unreachable', forMs: 24 * 60 * MINUTE }],
    ['cs', -218, { do: 'unreachable', forMs: 60 * MINUTE }],
    ['cs', -213, { do: 'ask_window' }],
    ['cs_paid', -230, { do: 'ask_window' }],
    ['cs', -232, { do: 'ask_window' }],
    ['cs', -211, { do: 'ask_window' }],
    ['uid', -230, { do: 'hold' }],
    ['zns', -118, { do: 'not_this_way' }],
    ['miniapp', -111, { do: 'not_this_way' }],
    ['cs', -201, { do: 'refuse' }],
    ['cs', -210, { do: 'refuse' }],
    ['cs', -216, { do: 'again', afterMs: 15_000, counts: false }],
    ['cs', -200, { do: 'again', afterMs: 10_000, counts: true }],
    ['cs', -9999, { do: 'again', afterMs: 10_000, counts: true }],
    ['zns', -133, { do: 'again', afterMs: 10_000, counts: true }],
  ])('%s %i: %j', (channel, code, expected) => {
    expect(follows(channel, code)).toEqual(expected);
  });

  test('a person is called when only a person can help, and when the fault is ours', () => {
    expect(follows('cs', -224)).toMatchObject({
      incident: 'zalo_needs_human',
      firstMs: 5 * MINUTE,
      mostMs: 5 * MINUTE,
    });
    expect(follows('uid', -249)).toMatchObject({ incident: 'zalo_our_bug', firstMs: 60 * MINUTE });
    expect(follows('cs', -32)).toMatchObject({ incident: null, firstMs: 30_000, mostMs: 15 * MINUTE });
  });

  test.each<[Channel, number]>([
    ['cs_paid', -211],
    ['zns', -144],
    ['zns', -147],
    ['miniapp', -109],
    ['miniapp', -102],
    ['cs_paid', -321],
    ['zns', -137],
  ])('a quota, key or wallet (%s %i) rests so long that the planner takes another way', (channel, code) => {
    const consequence = follows(channel, code);
    expect(consequence).toMatchObject({ do: 'pause', mostMs: 60 * MINUTE });
    expect('firstMs' in consequence && consequence.firstMs).toBeGreaterThan(SHORT_REST_MS);
  });

  test('what nobody can explain is tried for hours, then waits for the citizen’s next word', () => {
    expect(follows('cs', -200, { attempts: 19 })).toMatchObject({ do: 'again', afterMs: 15 * MINUTE });
    expect(follows('cs', -200, { attempts: 20 })).toEqual({ do: 'hold' });
  });
});

describe('what follows when nothing was sent', () => {
  const base = { channel: 'cs', templateId: null, attempts: 1 } as const;
  test('it is tried again soon, and later each time', () => {
    const failure = { ok: false, outcome: 'not_sent', why: 'connection' } as const;
    expect(consequenceOf(failure, base)).toEqual({ do: 'again', afterMs: 2_000, counts: true });
    expect(consequenceOf(failure, { ...base, attempts: 30 })).toMatchObject({ afterMs: 2 * MINUTE });
  });

  test('a used-up share of the minute costs no attempt', () => {
    const failure = { ok: false, outcome: 'not_sent', why: 'over_budget', waitMs: 700 } as const;
    expect(consequenceOf(failure, base)).toEqual({ do: 'again', afterMs: 700, counts: false });
  });
});
