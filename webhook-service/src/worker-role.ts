import type { FastifyBaseLogger } from 'fastify';
import type { Redis } from 'ioredis';
import type { DatabaseClients } from '../../db/client.ts';
import type { Config } from './config.ts';
import { errorCodeOf } from './error-codes.ts';
import { tokenAlarm } from './incidents/consent-needed.ts';
import { createHandlers } from './jobs.ts';
import type { Metrics } from './monitor/metrics.ts';
import { withinBudget } from './pressure/budgeted-client.ts';
import { createCallBudget } from './pressure/call-budget.ts';
import { type QueueName, queueNames } from './queues/catalog.ts';
import { connectConsumer, connectProducer, untilReady } from './queues/connection.ts';
import { startRelay } from './queues/relay.ts';
import { sweepQueues } from './queues/sweep.ts';
import { startWorkers } from './queues/workers.ts';
import { createWardMaps } from './routing/boundaries/ward-maps.ts';
import { createRoutingKnowledge } from './routing/knowledge.ts';
import { createSweeps } from './sweeps.ts';
import { createMiniAppClient } from './zalo/miniapp-client.ts';
import { createOaClient } from './zalo/oa-client.ts';
import { createOauthClient } from './zalo/oauth-client.ts';
import { createTokenStore, type TokenStore } from './zalo/tokens.ts';
import { createZnsClient } from './zalo/zns-client.ts';

export interface WorkerRole {
  redis: Redis;
  stop(): Promise<void>;
}

/** Starts everything the worker role does: relay, job workers, sweep. Any number of replicas may run. */
export async function startWorkerRole(deps: {
  config: Config;
  database: DatabaseClients;
  metrics: Metrics;
  log: FastifyBaseLogger;
  now: () => Date;
}): Promise<WorkerRole> {
  const { config, database, metrics, log, now } = deps;
  const complain = throttledLog(log);
  const redis = connectProducer(config.redisUrl, (error) => complain(error, 'redis'));
  const tokens = createTokens(deps);
  const perMinute = config.zalo.callsPerMinute;
  const budget = createCallBudget({ redis, prefix: config.redisPrefix, perMinute, now });
  const calls = {
    timeoutMs: config.zaloTimeoutMs,
    getAccessToken: tokens.getAccessToken,
    refreshAccessToken: tokens.refreshAfter,
  };
  const zalo = createOaClient({ ...calls, openapiUrl: config.zalo.openapiUrl, onRateRemain: budget.learn });
  const zns = createZnsClient({ ...calls, businessUrl: config.zalo.businessUrl });
  const wardMaps = createWardMaps({ boundariesFile: config.wardBoundaries ?? undefined, now });
  const { knowledge, refresh } = createRoutingKnowledge({ wardMaps, now });
  // Jobs may meet wards of a later map from the first one on; without a database they wait anyway.
  await refresh(database.db).catch((error: unknown) => complain(error, 'first refresh'));
  if (!config.wardBoundaries)
    log.warn('WARD_BOUNDARIES is not set: wards are guessed by nearest centre, citizens are asked to confirm');
  const miniapp = createMiniApp(config);
  const handlers = createHandlers({
    config,
    database,
    zalo,
    zns,
    miniapp,
    budget,
    knowledge,
    refresh,
    metrics,
    now,
  });
  // Before anything is queued: a Redis that is new is then told from one that was wiped under our work.
  await untilReady(redis, 3_000);
  await sweepQueuesOnce(deps, redis).catch((error: unknown) => complain(error, 'first sweep'));
  const relay = await startRelay({ sql: database.sql, redis, prefix: config.redisPrefix, now, onError: complain });
  const connections = Object.fromEntries(
    queueNames.map((name) => [name, connectConsumer(config.redisUrl, (error) => complain(error, 'redis'))]),
  ) as Record<QueueName, Redis>;
  const workers = startWorkers({
    connections,
    prefix: config.redisPrefix,
    sql: database.sql,
    handlers,
    onError: complain,
    observer: {
      finished: (job, outcome, ms) => {
        metrics.jobs.inc({ job, outcome });
        metrics.jobSeconds.observe({ job }, ms / 1000);
      },
      failed: (job, errorCode, lastAttempt) =>
        log[lastAttempt ? 'error' : 'warn']({ job, errorCode, lastAttempt }, 'job failed'),
    },
  });
  const sweepAll = createSweeps({
    ...{ config, database, now, wardMaps, tokens, onError: complain },
    zalo: withinBudget(zalo, budget, 'minor'),
  });
  const sweeps = repeat(config.sweepIntervalMs, async () => {
    await sweepQueuesOnce(deps, redis).catch((error: unknown) => complain(error, 'sweep queues'));
    await sweepAll();
    await relay.handOver();
  });
  return {
    redis,
    stop: async () => {
      await sweeps.stop();
      // No new work, then what is in hand, then the connections.
      await workers.stop();
      await relay.stop();
      for (const connection of [redis, ...Object.values(connections)]) connection.disconnect();
    },
  };
}

type RoleDeps = Parameters<typeof startWorkerRole>[0];

async function sweepQueuesOnce({ config, database, metrics, log }: RoleDeps, redis: Redis): Promise<void> {
  const { redisPrefix: prefix, staleAfterMs } = config;
  const { wiped, requeued } = await sweepQueues({ sql: database.sql, redis, prefix, staleAfterMs });
  // Empty on the very first start, too; only rows that had been in a queue make it news.
  if (wiped && requeued > 0) log.warn({ requeued }, 'redis was empty: every open row is queued again');
  metrics.swept.inc(requeued);
}

function createMiniApp({ zalo, zaloTimeoutMs: timeoutMs }: Config) {
  const { miniappId, miniappApiKey: apiKey, miniappOpenapiUrl } = zalo;
  return miniappId && apiKey ? createMiniAppClient({ miniappOpenapiUrl, miniappId, apiKey, timeoutMs }) : null;
}

function createTokens({ config, database, metrics, log, now }: RoleDeps): TokenStore {
  const alarm = tokenAlarm(database.db, { oaId: config.zalo.oaId, publicUrl: config.publicUrl, now });
  return createTokenStore({
    sql: database.sql,
    oauth: createOauthClient({
      oauthUrl: config.zalo.oauthUrl,
      appId: config.zalo.appId,
      appSecret: config.zalo.appSecret,
      timeoutMs: config.zaloTimeoutMs,
    }),
    oaId: config.zalo.oaId,
    dataKey: config.dataKey,
    seedRefreshToken: config.zalo.seedRefreshToken,
    now,
    log: (event) => {
      metrics.tokens.inc({ event: event.event });
      void alarm(event).catch((error: unknown) =>
        log.warn({ errorCode: errorCodeOf(error) }, 'token alarm not stored'),
      );
      if (event.event === 'refreshed') log.info({ version: event.version }, 'zalo token refreshed');
      else log.error({ ...event }, 'zalo token trouble');
    },
  });
}

/** Runs `work`, waits, runs it again; never two at once. `stop` waits for the one in hand. */
function repeat(intervalMs: number, work: () => Promise<void>): { stop(): Promise<void> } {
  let stopped = false;
  let wake = (): void => {};
  const loop = (async () => {
    while (!stopped) {
      await work();
      if (stopped) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, intervalMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      wake();
      await loop;
    },
  };
}

/** An outage of Redis or PostgreSQL fails hundreds of calls a second: one line per place and second says it all. */
function throttledLog(log: FastifyBaseLogger): (error: unknown, where: string) => void {
  const last = new Map<string, number>();
  return (error, where) => {
    const at = Date.now();
    if (at - (last.get(where) ?? 0) < 1_000) return;
    last.set(where, at);
    log.warn({ where, errorCode: errorCodeOf(error) }, 'infrastructure trouble');
  };
}
