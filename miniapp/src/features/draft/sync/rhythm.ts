/**
 * When phone and service are brought into step: at a pause in writing, at once when the network or the person returns, and
 * after a failure less and less often. One at a time.
 */

export interface Rhythm {
  /** Something was written. */
  soon(): void;
  /** At once, whatever failed before. `look`: the chat may have been written to. */
  now(options?: { look: boolean }): void;
  /** Something beside the run has failed: a photo did not get through. */
  stumbled(): void;
  stop(): void;
}

export interface RhythmOptions {
  run: (options: { look: boolean }) => Promise<void>;
  /** Nothing is left to do. */
  isInStep: () => boolean;
  onTrouble: (error: unknown) => void;
  /** 0–1; phones that lost the network together do not return together. */
  chance?: () => number;
}

const AFTER_WORDS_MS = 800;
/** Whoever writes without a pause is not waited for longer. */
const AT_LATEST_MS = 5_000;
const FIRST_MS = 2_000;
const MOST_MS = 5 * 60_000;

export function createRhythm({ run, isInStep, onTrouble, chance = Math.random }: RhythmOptions): Rhythm {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  /** Since when words wait; null: the timer is not theirs. */
  let wordsSince: number | null = null;
  let restUntil = 0;
  let failures = 0;
  let isRunning = false;
  let isAskedAgain = false;
  let isLooking = false;
  let isStopped = false;

  function schedule(inMs: number): void {
    const at = Date.now() + inMs;
    if (at >= dueAt) return;
    wordsSince = null;
    set(at);
  }

  function set(at: number): void {
    if (isStopped) return;
    clearTimeout(timer);
    dueAt = at;
    timer = setTimeout(fire, at - Date.now());
  }

  function fire(): void {
    dueAt = Number.POSITIVE_INFINITY;
    wordsSince = null;
    if (isRunning) isAskedAgain = true;
    else void go();
  }

  async function go(): Promise<void> {
    isRunning = true;
    const look = isLooking;
    isLooking = false;
    const before = failures;
    try {
      await run({ look });
      if (failures === before) [failures, restUntil] = [0, 0];
      onTrouble(null);
    } catch (error) {
      isLooking ||= look;
      onTrouble(error);
      stumbled();
    }
    isRunning = false;
    if (isAskedAgain) schedule(0);
    else if (!isInStep()) soon();
    isAskedAgain = false;
  }

  function stumbled(): void {
    failures += 1;
    const wait = Math.min(MOST_MS, FIRST_MS * 2 ** (failures - 1));
    const inMs = wait * (0.75 + chance() / 2);
    restUntil = Date.now() + inMs;
    schedule(inMs);
  }

  function soon(): void {
    const now = Date.now();
    const since = wordsSince ?? now;
    const at = Math.max(restUntil, Math.min(now + AFTER_WORDS_MS, since + AT_LATEST_MS));
    if (wordsSince === null && at >= dueAt) return;
    set(at);
    wordsSince = since;
  }

  return {
    soon,
    now: ({ look } = { look: false }) => {
      isLooking ||= look;
      restUntil = 0;
      schedule(0);
    },
    stumbled,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
