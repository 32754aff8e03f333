/** Every way in which Zalo's own functions fail, in the few kinds that make a difference to a person (§6.2). */

/**
 * `denied`: the person said no (not an error: there is always another way) · `deniedForever`: and does not want to be asked
 * again · `cancelled`: closed the picker · `timeout`: Zalo never answered · `unsupported`: this Zalo is too old, or this is not
 * Zalo · `notApproved`: the Mini App has not been granted this function · `unauthorized`: sign in again · `busy`: asked too
 * often, or a dialog is open already · `failed`: anything else.
 */
export type ZaloErrorKind =
  | 'denied'
  | 'deniedForever'
  | 'cancelled'
  | 'timeout'
  | 'unsupported'
  | 'notApproved'
  | 'unauthorized'
  | 'busy'
  | 'failed';

export class ZaloError extends Error {
  readonly kind: ZaloErrorKind;
  /** Zalo's number; 0 where the failure is ours (a time-out). */
  readonly code: number;
  constructor(kind: ZaloErrorKind, { api, code = 0 }: { api: string; code?: number }) {
    super(`${api}: ${kind} (${code})`);
    this.name = 'ZaloError';
    this.kind = kind;
    this.code = code;
  }
}

const KINDS: Readonly<Record<number, ZaloErrorKind>> = {
  [-201]: 'denied',
  [-202]: 'deniedForever',
  [-2002]: 'denied',
  [-2003]: 'cancelled',
  [-1403]: 'notApproved',
  [-1404]: 'unsupported',
  [-1408]: 'timeout',
  [-1409]: 'busy',
  [-1410]: 'busy',
  [-1401]: 'unauthorized',
};

/** APIs that ask the person something: there -1401 is one more way of hearing "no" (§6.2). */
const ASKING = new Set([
  'getUserInfo',
  'authorize',
  'getLocation',
  'getPhoneNumber',
  'followOA',
  'requestSendNotification',
]);

/** Rejections are plain objects, whatever the documentation says: only `code` tells them apart (§6.2). */
export function zaloErrorOf(thrown: unknown, api: string): ZaloError {
  if (thrown instanceof ZaloError) return thrown;
  const code = codeOf(thrown);
  if (code === -1401 && ASKING.has(api)) return new ZaloError('denied', { api, code });
  return new ZaloError(KINDS[code] ?? 'failed', { api, code });
}

function codeOf(thrown: unknown): number {
  const code = typeof thrown === 'object' && thrown !== null ? (thrown as { code?: unknown }).code : undefined;
  return typeof code === 'number' ? code : -2000;
}

/** The person does not want it: say nothing, offer the other way. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ZaloError && (error.kind === 'denied' || error.kind === 'deniedForever');
}
