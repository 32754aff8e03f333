import { describe, expect, it } from 'vitest';
import { classifyMiniAppError, classifyZaloError, classifyZnsError, type ZaloErrorClass } from './error-classes.ts';

/** Every row of the published table (§3.12), with the spelling Zalo uses. */
const TABLE: [number, string, ZaloErrorClass][] = [
  [-32, 'Your application reached limit call api', 'rate_limited'],
  [-32, 'Your OA reached limit call api', 'rate_limited'],
  [-100, 'attachment_id was expired', 'our_bug'],
  [-200, 'Send message failed', 'retry_later'],
  [-201, 'user_id is invalid!', 'our_bug'],
  [-204, 'Offical Account is disable', 'needs_human'],
  [-205, 'Offical Account is not exist', 'needs_human'],
  [-209, 'Not supported this api', 'needs_human'],
  [-210, 'Parameter exceeds allowable limit', 'our_bug'],
  [-211, 'Out of quota', 'out_of_quota'],
  [-212, 'App has not registed this api', 'needs_human'],
  [-213, 'User has not followed OA', 'outside_window'],
  [-214, 'Article is being processed', 'retry_later'],
  [-216, 'Access token is invalid', 'refresh_token'],
  [-217, 'User has blocked invitation from OA', 'blocked'],
  [-218, 'Out of quota receive', 'unreachable'],
  [-219, 'App is removed or disabled', 'needs_human'],
  [-220, 'access_token is expired or removed', 'refresh_token'],
  [-221, 'The OA needs to be verified to use this feature', 'needs_human'],
  [-223, 'Official Account has not authorized this API', 'needs_human'],
  [-223, 'Your OA has reach the limit quota create article', 'out_of_quota'],
  [-224, 'The OA needs to upgrade OA Tier Package to use this feature', 'needs_human'],
  [-227, 'User is banned or has been inactive for more than 45 days', 'unreachable'],
  [-230, 'User has not interacted with the OA in the past 7 days', 'outside_window'],
  [-232, 'User has not interacted with the OA, or the last interaction has expired', 'outside_window'],
  [-233, 'message type is invalid or not support', 'our_bug'],
  [-234, 'This message cannot be sent at night (10:00PM - 6:00AM)', 'retry_later'],
  [-235, 'This API does not support this type of OA', 'needs_human'],
  [-237, 'The group is disabled', 'our_bug'],
  [-238, 'asset_id is already used', 'our_bug'],
  [-240, 'MessageV2 API has been shut down, please switch to MessageV3', 'our_bug'],
  [-241, 'asset_id is already used (or disabled)', 'our_bug'],
  [-242, 'Invalid appsecret_proof provided in the API argument', 'our_bug'],
  [-244, 'User has restricted this message type from your OA', 'blocked'],
  [-248, 'Violates our platform standards', 'needs_human'],
  [-249, 'Template does not support send via UID', 'our_bug'],
  [-305, '', 'out_of_quota'],
  [-311, '', 'out_of_quota'],
  [-320, 'Your app needs to connect with Zalo Cloud Account to use paid features', 'needs_human'],
  [-321, 'Zalo Cloud Account associated with this app is out of money or unable to be charged', 'needs_human'],
  [-403, 'OA is not in group', 'our_bug'],
  [-1340, 'form', 'our_bug'],
  [-1341, 'form', 'our_bug'],
  [452, 'Session key invalid', 'refresh_token'],
];

describe("what can be done about Zalo's error", () => {
  it.each(TABLE)('%i "%s" → %s', (code, message, expected) => {
    expect(classifyZaloError(code, message)).toBe(expected);
  });

  it.each([0, 1, -1, -9999, Number.NaN])('%d is not in the table', (code) => {
    expect(classifyZaloError(code)).toBe('unknown');
  });
});

/** The rows of §4.4 that the document calls important, and those of §11.3. */
const ZNS_TABLE: [number, ZaloErrorClass][] = [
  [-100, 'retry_later'],
  [-108, 'never_for_this_person'],
  [-109, 'needs_human'],
  [-111, 'our_bug'],
  [-112, 'our_bug'],
  [-1121, 'our_bug'],
  [-1122, 'our_bug'],
  [-1124, 'our_bug'],
  [-114, 'never_for_this_person'],
  [-115, 'out_of_quota'],
  [-117, 'needs_human'],
  [-118, 'never_for_this_person'],
  [-119, 'never_for_this_person'],
  [-121, 'our_bug'],
  [-122, 'our_bug'],
  [-124, 'refresh_token'],
  [-126, 'needs_human'],
  [-127, 'needs_human'],
  [-131, 'needs_human'],
  [-132, 'our_bug'],
  [-133, 'retry_later'],
  [-136, 'needs_human'],
  [-137, 'needs_human'],
  [-139, 'never_for_this_person'],
  [-141, 'never_for_this_person'],
  [-144, 'out_of_quota'],
  [-146, 'needs_human'],
  [-147, 'out_of_quota'],
  [-32, 'unknown'],
];

describe('what can be done about an error of the business host (§4.4)', () => {
  it.each(ZNS_TABLE)('%i → %s', (code, expected) => {
    expect(classifyZnsError(code)).toBe(expected);
  });
});

describe('what can be done about an error of the Mini App host (§7.4)', () => {
  it.each<[number, ZaloErrorClass]>([
    [-100, 'our_bug'],
    [-101, 'our_bug'],
    [-102, 'needs_human'],
    [-103, 'rate_limited'],
    [-104, 'needs_human'],
    [-107, 'retry_later'],
    [-109, 'out_of_quota'],
    [-110, 'never_for_this_person'],
    [-111, 'never_for_this_person'],
    [-112, 'needs_human'],
    [-113, 'needs_human'],
    [-114, 'needs_human'],
    [-115, 'unknown'],
  ])('%i → %s', (code, expected) => {
    expect(classifyMiniAppError(code)).toBe(expected);
  });
});
