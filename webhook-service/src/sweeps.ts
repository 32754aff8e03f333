import type { DatabaseClients } from '../../db/client.ts';
import { forgetSessions } from './citizen/sessions.ts';
import type { Config } from './config.ts';
import { removeOldKeys } from './http/idempotency.ts';
import { findGap } from './inbox/gaps/find-gap.ts';
import { checkConsent } from './incidents/consent-needed.ts';
import { createDiskStore } from './media/disk-store.ts';
import { removeDraftMedia } from './media/remove-draft-media.ts';
import { sweepOutbox } from './notifications/sweep-outbox.ts';
import { forgetFinishedJobs } from './queues/sweep.ts';
import { removeLooseEvidence } from './reports/evidence/store-evidence.ts';
import { makeDigests } from './reports/history/digests.ts';
import { foldTallies } from './reports/history/fold-tallies.ts';
import { fillSearchText } from './reports/list/search-text.ts';
import { createSetting } from './reports/perform/setting.ts';
import { createPublicationSweep } from './reports/publication/sweep.ts';
import { sweepReports, sweepTimers } from './reports/sweep-reports.ts';
import { sweepPrivacyRequests } from './rights/sweep-requests.ts';
import { putWardNamesInForce } from './routing/boundaries/names-in-force.ts';
import type { WardMaps } from './routing/boundaries/ward-maps.ts';
import { checkBalances } from './stats/check-balances.ts';
import type { OaClient } from './zalo/oa-client.ts';
import type { TokenStore } from './zalo/tokens.ts';

/** Housekeeping once in so many sweeps: a minute, with the usual five seconds between two. */
const HOUSEKEEPING_EVERY = 12;
/** Evidence that no answer has taken up, and keys nobody repeats any more. */
const DAY_MS = 24 * 3_600_000;

interface SweepDeps {
  config: Config;
  database: DatabaseClients;
  now: () => Date;
  wardMaps: WardMaps;
  tokens: TokenStore;
  zalo: OaClient;
  onError: (error: unknown, where: string) => void;
}

type Steps = [where: string, step: () => Promise<unknown>][];

/**
 * Everything that waits has somebody who looks whether it still waits (DESIGN rule 2). Gives one round of it; any number of
 * workers may make rounds at the same time. A step that fails holds up no other.
 */
export function createSweeps(deps: SweepDeps): () => Promise<void> {
  const { config, database, now, wardMaps, tokens, zalo, onError } = deps;
  const { db, sql } = database;
  const { staleAfterMs, mediaDir, gapAfterMs, gapCheckMs, publicUrl } = config;
  const { appId, oaId } = config.zalo;
  const store = createDiskStore(mediaDir);
  const setting = createSetting(now);
  const dayAgo = () => new Date(now().getTime() - DAY_MS);

  const once: Steps = [['search text', () => fillSearchText(db)]];
  const everyRound: Steps = [
    ['sweep outbox', () => sweepOutbox(db, { now: now(), staleAfterMs })],
    ['sweep reports', () => sweepReports(db, { now: now(), staleAfterMs })],
    ['fold tallies', () => foldTallies(sql)],
    ['refresh token', () => tokens.refreshIfDue()],
    ['consent', () => checkConsent(db, { oaId, publicUrl, now: now() })],
    ['find gap', () => findGap({ db, zalo, now, appId, oaId, gapAfterMs, gapCheckMs })],
  ];
  const housekeeping: Steps = [
    ['sweep timers', () => sweepTimers(db, { now: now(), setting })],
    ['ward names', () => putWardNamesInForce(db, wardMaps.eraAt(now()))],
    ['publication', createPublicationSweep({ db, now })],
    ['daily digests', () => makeDigests(db, { now: now() })],
    ['balances', () => checkBalances(database, { now: now() })],
    ['media of drafts', () => removeDraftMedia(db, store, { olderThan: dayAgo() })],
    ['privacy requests', () => sweepPrivacyRequests(db, { now: now() })],
    ['loose evidence', () => removeLooseEvidence(db, store, { olderThan: dayAgo() })],
    ['sessions', () => forgetSessions(db, now())],
    ['idempotency keys', () => removeOldKeys(db, { olderThan: dayAgo() })],
    ['forget jobs', () => forgetFinishedJobs(sql)],
  ];
  let round = 0;
  return async () => {
    const steps = [
      ...everyRound,
      ...(round % HOUSEKEEPING_EVERY === 0 ? housekeeping : []),
      ...(round === 0 ? once : []),
    ];
    round += 1;
    for (const [where, step] of steps) await step().catch((error: unknown) => onError(error, where));
  };
}
