/** What a caller can do about an error of Zalo's: the only vocabulary the rest of the service knows (§3.12). */
export type ZaloErrorClass =
  /** Zalo did nothing; the same call may succeed in some minutes. */
  | 'retry_later'
  /** The minute's budget of the app or the OA is used up: slow everything down, not only this call. */
  | 'rate_limited'
  /** The access token is dead: refresh once, repeat once. */
  | 'refresh_token'
  /** The person has not interacted lately enough (7 days); they must write first, or a paid template is used. */
  | 'outside_window'
  /** This person cannot or will not receive it, now or later. */
  | 'never_for_this_person'
  /** Only somebody with access to the OA, the app or the wallet can help. */
  | 'needs_human'
  /** The request was wrong: sending it again cannot help, a programmer must look. */
  | 'our_bug'
  /** Not in Zalo's table. */
  | 'unknown';

/** Maps `error` of an OA OpenAPI answer to its class. `message` decides only where one number has two meanings. */
export function classifyZaloError(code: number, message = ''): ZaloErrorClass {
  // -223 is "has not authorized this API" (a person must consent) or the article quota of the month (§3.12).
  if (code === -223 && message.includes('limit quota')) return 'retry_later';
  return CLASS_OF_CODE.get(code) ?? 'unknown';
}

const CODES_OF_CLASS: Record<Exclude<ZaloErrorClass, 'unknown'>, readonly number[]> = {
  retry_later: [-200, -211, -214, -234, -305, -311],
  rate_limited: [-32],
  // -124 and 452 say the same on business.openapi.zalo.me and graph.zalo.me (§2.3).
  refresh_token: [-216, -220, -124, 452],
  outside_window: [-230, -232],
  never_for_this_person: [-213, -217, -218, -227, -244],
  needs_human: [-204, -205, -209, -212, -219, -221, -223, -224, -235, -248, -320, -321],
  our_bug: [-100, -201, -210, -233, -237, -238, -240, -241, -242, -249, -403, -1340, -1341],
};

const CLASS_OF_CODE: ReadonlyMap<number, ZaloErrorClass> = new Map(
  (Object.keys(CODES_OF_CLASS) as (keyof typeof CODES_OF_CLASS)[]).flatMap((name) =>
    CODES_OF_CLASS[name].map((code) => [code, name] as const),
  ),
);
