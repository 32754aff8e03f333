/** What a caller can do about an error of Zalo's: the only vocabulary the rest of the service knows (§3.12, §4.4, §7.4). */
export type ZaloErrorClass =
  /** Zalo did nothing; the same call may succeed in some minutes. */
  | 'retry_later'
  /** The minute's budget of the app or the OA is used up: slow everything down, not only this call. */
  | 'rate_limited'
  /** The quota of this way is used up for some hours, whoever it is for. */
  | 'out_of_quota'
  /** The access token is dead: refresh once, repeat once. */
  | 'refresh_token'
  /** The person has not interacted lately enough (7 days, or never); they must write first, or a paid template is used. */
  | 'outside_window'
  /** The person has blocked the OA: nothing reaches them until they write again. */
  | 'blocked'
  /** Nothing reaches this person for some time: away, or they have had enough for now. */
  | 'unreachable'
  /** This way does not lead to this person, now or later; another may. */
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
  if (code === -223 && message.includes('limit quota')) return 'out_of_quota';
  return OA_ERRORS.get(code) ?? 'unknown';
}

/** Maps `error` of the business host (ZNS/ZBS by phone, §4.4). The same numbers mean other things than on the OA host. */
export function classifyZnsError(code: number): ZaloErrorClass {
  return ZNS_ERRORS.get(code) ?? 'unknown';
}

/** Maps `err` of the Mini App Open API (§7.4). */
export function classifyMiniAppError(code: number): ZaloErrorClass {
  return MINI_APP_ERRORS.get(code) ?? 'unknown';
}

type CodesOfClass = Partial<Record<Exclude<ZaloErrorClass, 'unknown'>, readonly number[]>>;

const OA_ERRORS = byCode({
  retry_later: [-200, -214, -234],
  rate_limited: [-32],
  out_of_quota: [-211, -305, -311],
  // 452 says the same on graph.zalo.me (§2.3).
  refresh_token: [-216, -220, 452],
  outside_window: [-213, -230, -232],
  blocked: [-217, -244],
  unreachable: [-218, -227],
  needs_human: [-204, -205, -209, -212, -219, -221, -223, -224, -235, -248, -320, -321],
  our_bug: [-100, -201, -210, -233, -237, -238, -240, -241, -242, -249, -403, -1340, -1341],
});

const ZNS_ERRORS = byCode({
  retry_later: [-100, -133],
  out_of_quota: [-115, -144, -1441, -147],
  refresh_token: [-124],
  // The person's number, account or settings; the monthly and daily limits per person end with the month (§4.4).
  never_for_this_person: [-108, -110, -114, -118, -119, -139, -140, -141, -1471, -1472],
  needs_human: [
    -101, -102, -103, -104, -105, -109, -117, -120, -1201, -1202, -125, -126, -127, -131, -135, -1351, -136, -137, -138,
    -1381, -145, -146, -153, -160, -162,
  ],
  our_bug: [
    -106, -107, -1091, -111, -112, -1121, -1122, -1123, -1124, -113, -1131, -116, -121, -122, -123, -1241, -128, -129,
    -130, -132, -134, -142, -143, -148, -149, -1491, -150, -151, -152, -158, -159, -161,
  ],
});

const MINI_APP_ERRORS = byCode({
  retry_later: [-107],
  rate_limited: [-103],
  out_of_quota: [-109],
  never_for_this_person: [-110, -111],
  needs_human: [-102, -104, -108, -112, -113, -114],
  our_bug: [-100, -101],
});

function byCode(codes: CodesOfClass): ReadonlyMap<number, ZaloErrorClass> {
  return new Map(
    (Object.keys(codes) as (keyof CodesOfClass)[]).flatMap((name) =>
      (codes[name] ?? []).map((code): [number, ZaloErrorClass] => [code, name]),
    ),
  );
}
