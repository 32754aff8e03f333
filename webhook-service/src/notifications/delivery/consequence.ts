import type { CallFailure } from '../../zalo/call-failure.ts';
import type { Channel } from '../planner/plan.ts';

type Failure = Extract<CallFailure, { outcome: 'refused' | 'not_sent' }>;

/** What follows from a call Zalo has certainly not acted on. Nothing is dropped but what only a programmer can mend. */
export type Consequence =
  /** The same message again, later; `counts` towards its attempts. */
  | { do: 'again'; afterMs: number; counts: boolean }
  /** The way rests for everybody, longer each time; the message waits with it, or takes another. */
  | {
      do: 'pause';
      scope: string;
      firstMs: number;
      mostMs: number;
      incident: 'zalo_needs_human' | 'zalo_our_bug' | null;
    }
  | { do: 'blocked' }
  | { do: 'unreachable'; forMs: number }
  /** What we knew of their last interaction is wrong: ask Zalo, then plan anew. */
  | { do: 'ask_window' }
  /** This way does not lead to them. */
  | { do: 'not_this_way' }
  | { do: 'hold' }
  /** Never; a person must look. */
  | { do: 'refuse' };

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Tries of a message that fails for a reason nobody knows, spread over some four hours; then it waits for their next word. */
const MOST_ATTEMPTS = 20;

/** @param attempts calls made so far, this one included */
export function consequenceOf(
  failure: Failure,
  { channel, templateId, attempts }: { channel: Channel; templateId: string | null; attempts: number },
): Consequence {
  if (failure.outcome === 'not_sent') {
    if (failure.why === 'over_budget') return { do: 'again', afterMs: failure.waitMs, counts: false };
    return { do: 'again', afterMs: backOff(2 * SECOND, attempts, 2 * MINUTE), counts: true };
  }
  const byTemplate = templateId !== null;
  const wayOfTemplate = byTemplate ? `${channel}:${templateId}` : channel;
  switch (failure.errorClass) {
    case 'rate_limited':
      // The bucket is per minute (§3.11): half of one is the least that helps.
      return { do: 'pause', scope: hostOf(channel), ...GROWING, incident: null };
    case 'out_of_quota':
      // Within 48 hours nothing is counted (§3.5): that there is no quota says that the window is not what we took it for.
      if (channel === 'cs' || channel === 'anonymous') return { do: 'ask_window' };
      return {
        do: 'pause',
        scope: TEMPLATE_QUOTA.has(failure.code) ? wayOfTemplate : channel,
        ...LONG,
        incident: null,
      };
    case 'needs_human': {
      const scope = scopeOfHuman(failure.code, channel, wayOfTemplate);
      return { do: 'pause', scope, ...(FREE_CHAT.has(scope) ? STEADY : LONG), incident: 'zalo_needs_human' };
    }
    case 'refresh_token':
      // The client has already refreshed once; the store keeps trying or has raised its alarm.
      return { do: 'again', afterMs: backOff(15 * SECOND, attempts, 10 * MINUTE), counts: false };
    case 'blocked':
      return { do: 'blocked' };
    case 'unreachable':
      // -218: they have had enough for now; -227: banned or away for 45 days, worth one look a day (§3.12).
      return { do: 'unreachable', forMs: failure.code === -218 ? HOUR : 24 * HOUR };
    case 'outside_window':
      return channel === 'uid' ? { do: 'hold' } : { do: 'ask_window' };
    case 'never_for_this_person':
      return { do: 'not_this_way' };
    case 'our_bug':
      // A template that is wrong is wrong for everybody; the words themselves may take another way.
      if (byTemplate) return { do: 'pause', scope: wayOfTemplate, ...LONG, incident: 'zalo_our_bug' };
      return { do: 'refuse' };
    case 'retry_later':
    case 'unknown':
      if (attempts >= MOST_ATTEMPTS) return { do: 'hold' };
      return { do: 'again', afterMs: backOff(10 * SECOND, attempts, 15 * MINUTE), counts: true };
  }
}

const GROWING = { firstMs: 30 * SECOND, mostMs: 15 * MINUTE };
const STEADY = { firstMs: 5 * MINUTE, mostMs: 5 * MINUTE };
/** Quota, key or wallet will not be there again in minutes: longer than the planner waits before it takes another way. */
const LONG = { firstMs: HOUR, mostMs: HOUR };
/** What everybody's replies need: looked at often. */
const FREE_CHAT = new Set(['oa', 'cs', 'anonymous']);

/** Quota of one template, not of the OA (§4.4). */
const TEMPLATE_QUOTA = new Set([-147]);
/** Template unknown, not ours, not approved, switched off for its quality (§4.4). */
const TEMPLATE_FAULTS = new Set([-109, -117, -127, -131, -145, -146, -153]);
/** The wallet (§3.12): what is free still works. */
const WALLET = new Set([-320, -321]);

/** What one minute's budget is shared by: all calls of the OA OpenAPI (§3.11), or one other host. */
function hostOf(channel: Channel): string {
  return channel === 'zns' || channel === 'miniapp' ? channel : 'oa';
}

function scopeOfHuman(code: number, channel: Channel, wayOfTemplate: string): string {
  if (channel === 'zns') return TEMPLATE_FAULTS.has(code) ? wayOfTemplate : channel;
  if (channel === 'miniapp') return channel;
  // The content of one message, or of one template, against the platform's rules (§3.12): others are not concerned.
  if (code === -248) return wayOfTemplate;
  return WALLET.has(code) && channel !== 'anonymous' ? channel : 'oa';
}

function backOff(first: number, attempts: number, most: number): number {
  return Math.min(most, first * 2 ** Math.max(0, attempts - 1));
}
