import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import type { Redis } from 'ioredis';
import type { DatabaseClients } from '../../db/client.ts';
import { registerAdminPages } from './admin/admin-pages.ts';
import { registerCitizenApi } from './citizen/api.ts';
import type { Config } from './config.ts';
import { createPolicyStore } from './deadlines/policy-store.ts';
import { addressKey } from './http/address-key.ts';
import { registerCors } from './http/cors.ts';
import { createEventStore } from './inbox/event-store.ts';
import { registerMiniappWebhook } from './inbox/miniapp-webhook-route.ts';
import { registerWebhook } from './inbox/webhook-route.ts';
import { logOptions } from './log.ts';
import { createDiskStore } from './media/disk-store.ts';
import { readiness } from './monitor/health.ts';
import { registerHealth } from './monitor/health-routes.ts';
import { addDatabaseGauges, type Metrics } from './monitor/metrics.ts';
import { registerApiDocument } from './openapi.ts';
import { registerProblems } from './problem.ts';
import { registerPublicApi } from './public/api.ts';
import { registerDiscoverApi } from './public/discover/discover-api.ts';
import { registerHistoryDigestsApi } from './public/history-digests-api.ts';
import { registerInformationApi } from './public/information/information-api.ts';
import { registerPublicPages } from './public/pages.ts';
import { registerPlacesApi } from './public/places-api.ts';
import { createSetting } from './reports/perform/setting.ts';
import { createWardMaps } from './routing/boundaries/ward-maps.ts';
import { createRoutingKnowledge } from './routing/knowledge.ts';
import { registerStaffApi } from './staff/api.ts';
import { endIdleConnectionsOnClose } from './stop.ts';
import { createGraphClient } from './zalo/graph-client.ts';
import { createOauthClient } from './zalo/oauth-client.ts';

export interface AppDeps {
  config: Config;
  database: DatabaseClients;
  redis: Redis;
  metrics: Metrics;
  now: () => Date;
}

/** The HTTP role: Zalo's webhook, the public and the staff face, health. Starts nothing and listens to nothing by itself. */
export async function buildApp(deps: AppDeps): Promise<{ app: FastifyInstance; drain: () => Promise<void> }> {
  const { config, database, redis, metrics } = deps;
  const app = fastify({
    logger: logOptions(config.logLevel),
    // A line per request costs more than storing an event (measured); errors and refusals are logged where they happen.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy,
    forceCloseConnections: 'idle',
    // A photo of 15 MB on a poor mobile network; headers alone have their own, shorter time.
    requestTimeout: 120_000,
  }).withTypeProvider<TypeBoxTypeProvider>();
  registerProblems(app);
  const eventStore = createEventStore(database.sql);
  let stopping = false;
  app.addHook('preClose', async () => {
    stopping = true;
  });
  endIdleConnectionsOnClose(app);

  registerWebhook(app, {
    zalo: config.zalo,
    store: eventStore.store,
    observe: (outcome) => metrics.webhook.inc({ outcome }),
  });
  registerMiniappWebhook(app, {
    ...{ zalo: config.zalo, db: database.db, now: deps.now },
    observe: (outcome) => metrics.webhook.inc({ outcome }),
  });
  const readDepths = addDatabaseGauges(metrics.registry, database.sql);
  registerHealth(app, {
    readDepths,
    readiness: () => readiness({ sql: database.sql, redis }),
    metrics,
    isStopping: () => stopping,
  });
  // Below here: people. Above: Zalo and probes, whose hot path carries no hooks it does not need.
  await app.register(async (people) => {
    await people.register(helmet, { contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } } });
    await registerCors(people, config.zalo.miniappOrigins);
    await people.register(rateLimit, {
      redis,
      skipOnError: true,
      // A desk behind one address has many people: who has signed in is counted by themselves.
      keyGenerator: ({ staff, citizen, ip }) =>
        staff ? `staff:${staff.id}` : citizen ? `citizen:${citizen.id}` : addressKey(ip),
      max: ({ staff }) => (staff ? 600 : 120),
      timeWindow: '1 minute',
      nameSpace: `${config.redisPrefix}:rate:`,
    });
    const countFailedSignIn = people.createRateLimit({
      max: 60,
      timeWindow: '1 minute',
      keyGenerator: ({ ip }) => `sign-in:${addressKey(ip)}`,
    });
    const mayTryAgain = async (request: FastifyRequest): Promise<boolean> => {
      const { isAllowed, ...counted } = await countFailedSignIn(request);
      return isAllowed || !('isExceeded' in counted && counted.isExceeded);
    };
    await registerApiDocument(people, config.publicUrl);
    const { db, sql } = database;
    const { now } = deps;
    const wardMaps = createWardMaps({ boundariesFile: config.wardBoundaries ?? undefined, now });
    // Names of wards of a later map; while the database is away there is nothing to name.
    people.addHook('onRequest', async () => wardMaps.refresh(db).catch(() => {}));
    registerPublicApi(people, { db });
    registerPlacesApi(people, { db, now, wardMaps });
    registerHistoryDigestsApi(people, { db, now });
    const media = createDiskStore(config.mediaDir);
    const setting = createSetting(now);
    registerDiscoverApi(people, { db, sql, now, wardMaps, media, setting });
    const { knowledge, refresh } = createRoutingKnowledge({ wardMaps, now });
    const { dataController: controller, dataKey, publicUrl } = config;
    registerInformationApi(people, { db, now, zalo: config.zalo, controller });
    await registerPublicPages(people, { db, now, media, privacy: { controller, dataKey, publicUrl } });
    registerAdminPages(people, {
      ...{ db, sql, now, mayTryAgain },
      publicUrl: config.publicUrl,
      dataKey: config.dataKey,
      zalo: config.zalo,
      oauth: createOauthClient({ ...config.zalo, timeoutMs: config.zaloTimeoutMs }),
      staffToken: config.staffApiToken,
    });
    await registerCitizenApi(people, {
      ...{ db, now, media, dataKey, controller, wardMaps },
      setting,
      receiveDeps: async (tx) => {
        await refresh(tx);
        return { knowledge, setting: await setting(tx), publicUrl: config.publicUrl, controller };
      },
      publicUrl: config.publicUrl,
      policyByVersion: createPolicyStore(now).byVersion,
      graph: createGraphClient({ ...config.zalo, timeoutMs: config.zaloTimeoutMs }),
      mayTryAgain,
    });
    registerStaffApi(people, {
      ...{ db, sql, now, wardMaps, dataKey },
      token: config.staffApiToken,
      publicUrl: config.publicUrl,
      setting: createSetting(now),
      policyByVersion: createPolicyStore(now).byVersion,
      media,
      mayTryAgain,
    });
  });
  return { app, drain: eventStore.idle };
}
