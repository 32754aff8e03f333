import type { Db, Sql } from '../../../db/client.ts';
import { settleConsent } from '../incidents/consent-needed.ts';
import { storeConsentedPair } from '../zalo/consented-pair.ts';
import type { ConsentClient } from '../zalo/oauth-client.ts';
import {
  type ConsentRequest,
  isExpired,
  openRequestOf,
  releaseRequest,
  requestOfState,
  takeRequest,
  verifierOf,
} from './consent-request.ts';

interface ConsentDeps {
  db: Db;
  sql: Sql;
  oauth: ConsentClient;
  oaId: string;
  dataKey: Buffer;
  seedRefreshToken: string | null;
}

/** How a way back from Zalo can end; stable, shown small on the page so that it can be quoted. */
export type ConsentOutcome =
  | 'consented'
  | 'consent_code_missing'
  | 'consent_state_missing'
  | 'consent_state_unknown'
  | 'consent_expired'
  | 'consent_used'
  | 'consent_foreign_oa'
  | 'consent_refused'
  | 'zalo_unreachable'
  | 'consent_answer_lost';

/**
 * The way back from Zalo (§2.1): finds the request it belongs to, trades the code for a pair, once, stores the pair and ends the
 * alarm. `signedIn` is the operator of the session, null without one. No transaction is open during the call.
 */
export async function finishConsent(
  deps: ConsentDeps,
  { code, oaId, state }: { code: string | null; oaId: string | null; state: string | null },
  { signedIn, now }: { signedIn: string | null; now: Date },
): Promise<ConsentOutcome> {
  const { db } = deps;
  if (code === null) return 'consent_code_missing';
  const request = await requestFor(db, state, signedIn, now);
  if (typeof request === 'string') return request;
  if (request.usedAt !== null) return 'consent_used';
  if (isExpired(request, now)) return 'consent_expired';
  // Somebody who administers several accounts picked another one: the pair would answer in its name.
  if (oaId !== deps.oaId) return 'consent_foreign_oa';
  const verifier = verifierOf(request, deps.dataKey);
  if (!(await takeRequest(db, request, now))) return 'consent_used';

  const result = await deps.oauth.exchangeCode({ code, verifier });
  switch (result.outcome) {
    case 'ok':
      await storeConsentedPair(deps.sql, { ...deps, pair: result.pair, now });
      await settleConsent(db, { oaId: deps.oaId, now });
      return 'consented';
    case 'rejected':
      return 'consent_refused';
    case 'unknown':
      return 'consent_answer_lost';
    case 'not_sent':
      await releaseRequest(db, request);
      return 'zalo_unreachable';
  }
}

/** The echo of `state` is not promised (§2.1): without it only the operator who began may finish, in their own session. */
async function requestFor(
  db: Db,
  state: string | null,
  signedIn: string | null,
  now: Date,
): Promise<ConsentRequest | 'consent_state_missing' | 'consent_state_unknown'> {
  if (state !== null) return (await requestOfState(db, state)) ?? 'consent_state_unknown';
  const own = signedIn === null ? null : await openRequestOf(db, signedIn, now);
  return own ?? 'consent_state_missing';
}
