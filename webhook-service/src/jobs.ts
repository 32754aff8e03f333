import type { DatabaseClients, Tx } from '../../db/client.ts';
import type { Config } from './config.ts';
import { settleConsoleMessage } from './conversation/console/settle-console.ts';
import { findAndOfferDuplicates } from './conversation/drafts/offer-duplicate.ts';
import { giveUpWaiting, type SettleDeps, settleDraft } from './conversation/drafts/settle-draft.ts';
import { removeTags, syncTags } from './conversation/tags/sync-tags.ts';
import { type QueueRecount, recountChunk } from './deadlines/recount.ts';
import { applyStoredEvent } from './inbox/apply-events.ts';
import { repairGap } from './inbox/gaps/repair-gap.ts';
import { createDiskStore } from './media/disk-store.ts';
import { downloadImage } from './media/download.ts';
import { fetchPhoto } from './media/fetch-photo.ts';
import { keepAttachment } from './media/keep-attachment.ts';
import type { Metrics } from './monitor/metrics.ts';
import { deliverTo } from './notifications/deliver.ts';
import type { DeliveryDeps } from './notifications/delivery/deps.ts';
import { evidencePictures } from './notifications/delivery/evidence-picture.ts';
import { phoneOpener } from './notifications/delivery/phone.ts';
import { createPlanner } from './notifications/delivery/planner.ts';
import { foldIntoDigest } from './notifications/digest.ts';
import type { DescribeReport } from './notifications/planner/plan-message.ts';
import { withinBudget } from './pressure/budgeted-client.ts';
import type { CallBudget } from './pressure/call-budget.ts';
import { enqueue } from './queues/enqueue.ts';
import { collectHandlers, type Handlers } from './queues/handlers.ts';
import { fireDueTimers } from './reports/fire-timers.ts';
import { routeReport } from './reports/intake/route-report.ts';
import { noteRecounted } from './reports/perform/move-report.ts';
import { createSetting } from './reports/perform/setting.ts';
import { tellFollowers } from './reports/perform/tell-followers.ts';
import { statusFacts } from './reports/report-status.ts';
import { performPrivacyRequest } from './rights/perform-request.ts';
import type { RoutingKnowledge } from './routing/assess.ts';
import type { MiniAppClient } from './zalo/miniapp-client.ts';
import type { OaClient } from './zalo/oa-client.ts';
import type { ZnsClient } from './zalo/zns-client.ts';

/** A photo of the chat: phones send 2–5 MB, the platform's own files stop at 5 MB (zalo-platform §3.6). */
const PHOTO_LIMITS = { maxBytes: 15 * 1024 * 1024, timeoutMs: 20_000 };

export interface JobDeps {
  config: Config;
  database: DatabaseClients;
  zalo: OaClient;
  zns: ZnsClient;
  /** Null until there is a Mini App and a key for it. */
  miniapp: MiniAppClient | null;
  /** The minute's calls to Zalo, shared between replicas. */
  budget: CallBudget;
  knowledge: RoutingKnowledge;
  /** Reads what staff may have changed of it: rules, lists, ward maps. */
  refresh: (tx: Tx) => Promise<void>;
  metrics: Metrics;
  now: () => Date;
}

/** Wires every job of the catalog to the capability that does it. */
export function createHandlers(deps: JobDeps): Handlers {
  const { config, database, zalo, zns, miniapp, budget, knowledge, refresh, metrics, now } = deps;
  const { db } = database;
  const { publicUrl, dataController: controller } = config;
  const setting = createSetting(now);
  const performing = { setting, publicUrl };
  const settle: SettleDeps = {
    db,
    now,
    receiveDeps: async (tx: Tx) => {
      await refresh(tx);
      return { knowledge, setting: await setting(tx), publicUrl };
    },
    controller,
  };
  const apply = {
    db,
    now,
    controller,
    oaId: config.zalo.oaId,
    quietMs: config.chatQuietMs,
    consoleGatherMs: config.consoleGatherMs,
    ...performing,
    observe: (outcome: string) => metrics.applied.inc({ outcome }),
  };
  const store = createDiskStore(config.mediaDir);
  const media = { db, now, store, mediaHosts: config.zalo.mediaHosts };
  // Housekeeping takes no call from those who wait for a reply.
  const quietZalo = withinBudget(zalo, budget, 'minor');
  const gaps = {
    db,
    zalo: quietZalo,
    now,
    appId: config.zalo.appId,
    oaId: config.zalo.oaId,
    gapAfterMs: config.gapAfterMs,
  };
  const photo = {
    db,
    now,
    store,
    download: (url: string) => downloadImage(url, { allowHosts: config.zalo.mediaHosts, ...PHOTO_LIMITS }),
  };
  const describe: DescribeReport = (tx, code, language) => statusFacts(tx, code, { publicUrl, language });
  const delivery: DeliveryDeps = {
    db,
    now,
    zalo,
    zns,
    miniapp,
    budget,
    planner: createPlanner(db, {
      now,
      describe,
      templates: config.templates,
      paidDongPerDay: config.paidDongPerDay,
      paidPerPersonPerDay: config.paidPerPersonPerDay,
      freeRepliesPerWindow: config.freeRepliesPerWindow,
      miniappConfigured: miniapp !== null,
      miniappId: config.zalo.miniappId,
      znsConfigured: config.templates.list.some(({ channel }) => channel === 'zns'),
    }),
    phoneOf: phoneOpener(config.dataKey),
    pictureOf: evidencePictures(db, store),
    echoWaitMs: config.echoWaitMs,
    claimTimeoutMs: config.outboxClaimTimeoutMs,
    observe: (outcome: string) => metrics.messages.inc({ outcome }),
  };
  const leaveChat = (citizen: { id: number; oaUserId: string }) => removeTags(citizen, { db, zalo: quietZalo, now });
  const rights = { ...media, ...performing, leaveChat };
  const queue: QueueRecount = (tx, payload, options) => enqueue(tx, 'recount.calendar', payload, options);
  return collectHandlers(
    { 'inbox.apply': ({ eventId }) => applyStoredEvent(eventId, apply) },
    {
      'intake.settle': ({ draftId }) => settleDraft(draftId, settle),
      'intake.giveUpWaiting': ({ draftId }) => giveUpWaiting(draftId, settle),
    },
    {
      'media.fetch': ({ photoId }) => fetchPhoto(photoId, photo),
      'media.keep': ({ attachmentId }) => keepAttachment(attachmentId, media),
    },
    { 'console.settle': ({ messageId }) => settleConsoleMessage(messageId, { ...media, ...performing }) },
    { 'tags.sync': ({ citizenId }) => syncTags(citizenId, { db, zalo: quietZalo, now }) },
    { 'gap.repair': ({ gapId }) => repairGap(gapId, gaps) },
    { 'privacy.perform': ({ requestId }) => performPrivacyRequest(requestId, rights) },
    {
      'routing.route': async ({ reportId }) =>
        void (await routeReport(reportId, { db, now, knowledge, refresh, ...performing })),
      'duplicates.find': (payload) => findAndOfferDuplicates(payload.reportId, { db, now }),
    },
    {
      'deadlines.fire': async () =>
        void (await fireDueTimers({ db, now, observe: (kind) => metrics.timers.inc({ kind }), ...performing })),
    },
    {
      'recount.calendar': async (payload) =>
        void (await recountChunk(db, payload, {
          now,
          onMoved: (tx, moved) => noteRecounted(tx, payload.changeId, moved, now()),
          queue,
        })),
    },
    { 'followers.tell': ({ historyId }) => tellFollowers(historyId, { db, now, publicUrl }) },
    {
      'outbox.deliver': ({ citizenId }) => deliverTo(citizenId, delivery),
      'outbox.digest': ({ citizenId }) => foldIntoDigest(citizenId, { db, now, describe }),
    },
  );
}
