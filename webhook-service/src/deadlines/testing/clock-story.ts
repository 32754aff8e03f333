/**
 * The story of a clock as a list of what happened, and what it comes to by plain bookkeeping. It shares nothing with
 * `clock.ts` but the data types: the two must agree, whatever happens in whatever order.
 */
import type { ClockMode } from '../policy.ts';

/** Epoch ms throughout. */
export type Happening =
  | { what: 'pause'; at: number }
  | { what: 'resume'; at: number }
  | { what: 'end'; at: number }
  | { what: 'revive'; at: number }
  | { what: 'extend'; at: number; minutes: number }
  | { what: 'raise'; at: number | null; minutes: number; mode: ClockMode };

export interface ClockStory {
  start: number;
  minutes: number;
  mode: ClockMode;
  happenings: Happening[];
}

/** What is left of a story once it is told: how much is allowed, from when, and what does not count. */
export interface Ledger {
  start: number;
  allowedMs: number;
  mode: ClockMode;
  /** `until` is infinite while a pause lasts. */
  pauses: { since: number; until: number }[];
}

/** When a ledger is due, epoch ms; infinite while a pause lasts. */
export type DueOf = (ledger: Ledger) => number;

/** Adds a story up. `dueOf` is asked only where the story itself depends on it: a raised class must not be due later. */
export function ledgerOf(story: ClockStory, dueOf: DueOf): Ledger {
  let base = Math.round(story.minutes * 60_000);
  let extra = 0;
  let { start, mode } = story;
  let pauses: Ledger['pauses'] = [];
  let ended: number | null = null;
  const ledger = (): Ledger => ({ start, allowedMs: base + extra, mode, pauses });
  const openPause = () => pauses.find(({ until }) => until === Number.POSITIVE_INFINITY);
  const free = (at: number) => Math.max(at, pauses.at(-1)?.until ?? start);
  const close = (since: number, at: number) => {
    const over = pauses.filter(({ until }) => until !== Number.POSITIVE_INFINITY);
    pauses = [...over, { since, until: Math.max(since, at) }];
  };

  for (const happening of story.happenings) {
    const open = openPause();
    if (happening.what === 'revive') {
      if (ended !== null) close(open ? open.since : free(ended), happening.at);
      ended = null;
    } else if (ended !== null) {
      // What has ended stays as it is.
    } else if (happening.what === 'pause') {
      if (!open) pauses = [...pauses, { since: free(happening.at), until: Number.POSITIVE_INFINITY }];
    } else if (happening.what === 'resume') {
      if (open) close(open.since, happening.at);
    } else if (happening.what === 'extend') {
      extra += Math.round(happening.minutes * 60_000);
    } else if (happening.what === 'end') {
      ended = happening.at;
    } else {
      const allowed = Math.round(happening.minutes * 60_000);
      if (allowed === base && happening.mode === mode) continue;
      const from = happening.at ?? start;
      const raised: Ledger = {
        start: from,
        allowedMs: allowed,
        mode: happening.mode,
        pauses: pauses
          .filter(({ until }) => until > from)
          .map((pause) => ({ ...pause, since: Math.max(pause.since, from) })),
      };
      if (dueOf(resumedAt(raised, from)) > dueOf(resumedAt(ledger(), from))) continue;
      ({ start, mode, pauses } = raised);
      [base, extra] = [allowed, 0];
    }
  }
  return ledger();
}

function resumedAt(ledger: Ledger, at: number): Ledger {
  return {
    ...ledger,
    pauses: ledger.pauses.map(({ since, until }) =>
      until === Number.POSITIVE_INFINITY ? { since, until: Math.max(since, at) } : { since, until },
    ),
  };
}
