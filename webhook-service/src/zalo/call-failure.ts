import type { ZaloErrorClass } from './error-classes.ts';
import type { CallUnknown } from './http-call.ts';

/** Why a call to any of Zalo's hosts has no result, in the words a caller decides by. */
export type CallFailure =
  | CallRefused
  /** Zalo may have done it: look for the echo or in the conversation before sending again. */
  | ({ ok: false } & CallUnknown)
  /** Zalo did nothing because nothing was sent. */
  | { ok: false; outcome: 'not_sent'; why: 'connection' | 'needs_consent' | 'try_later' }
  /** Our own share of the minute's calls is used up (§3.11); `waitMs` until there is more. */
  | { ok: false; outcome: 'not_sent'; why: 'over_budget'; waitMs: number };

/** Zalo answered with an error and did nothing. `message` is Zalo's own English text. */
export interface CallRefused {
  ok: false;
  outcome: 'refused';
  code: number;
  errorClass: ZaloErrorClass;
  message: string;
}

/** A refusal with its class; Zalo's text is kept short. */
export function refusal(
  classify: (code: number, message: string) => ZaloErrorClass,
  code: number,
  message: string,
): CallRefused {
  return { ok: false, outcome: 'refused', code, errorClass: classify(code, message), message: message.slice(0, 200) };
}
