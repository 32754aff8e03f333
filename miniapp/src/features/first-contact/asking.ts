import { readPreference, writePreference } from '../../preferences/store.ts';
import { ZaloError } from '../../zalo/index.ts';

/** What Zalo has a dialog for, as it is noted on the phone. */
export type Asked = 'askedNotify' | 'askedFollow';

/** Under which name a question's answer is noted. */
export const noteOf = { notify: 'askedNotify', follow: 'askedFollow' } as const;

/** `now`: may be asked · `later`: said no lately · `never`: told Zalo not to ask again, so only Zalo's settings can change it. */
export type MayAsk = 'now' | 'later' | 'never';

/** After a "no" nobody is asked again for this long. */
export const QUIET_DAYS = 14;
const QUIET_MS = QUIET_DAYS * 86_400_000;
const NEVER = 'never';

export function mayAsk(asked: Asked, now: number): MayAsk {
  return readNote(readPreference(asked), now);
}

/** `note`: the moment of the last "no" in epoch ms, `never`, or nothing. What cannot be read was not written by us. */
export function readNote(note: string | null, now: number): MayAsk {
  if (note === NEVER) return 'never';
  const at = Number(note ?? Number.NaN);
  // A clock that was set back must not silence a question for years.
  const since = now - at;
  return since >= 0 && since < QUIET_MS ? 'later' : 'now';
}

/** Remembers a "no": of the person to our own question, or to Zalo's dialog. */
export function noteNo(asked: Asked, now: number, error?: unknown): void {
  const forEver = error instanceof ZaloError && error.kind === 'deniedForever';
  writePreference(asked, forEver ? NEVER : String(now));
}
