import { connectDatabase } from '../../db/client.ts';
import { buildApp } from '../../webhook-service/src/app.ts';
import { readConfig } from '../../webhook-service/src/config.ts';
import { createMetrics } from '../../webhook-service/src/monitor/metrics.ts';
import { connectProducer } from '../../webhook-service/src/queues/connection.ts';

/** The document of the HTTP role, built from the routes alone: nothing is listened to, no store has to be there. */
export async function openApiDocument(): Promise<Record<string, unknown>> {
  const nowhere = '127.0.0.1:1';
  const config = readConfig({
    DATABASE_URL: `postgres://${nowhere}/none`,
    REDIS_URL: `redis://${nowhere}`,
    ZALO_APP_ID: '1',
    ZALO_APP_SECRET: 'none',
    ZALO_OA_ID: '1',
    ZALO_OA_SECRET: 'none',
    DATA_KEY: Buffer.alloc(32).toString('base64'),
    LOG_LEVEL: 'silent',
  });
  const redis = connectProducer(config.redisUrl, () => {});
  const database = connectDatabase(config.databaseUrl, { max: 1 });
  const { app } = await buildApp({ config, database, redis, metrics: createMetrics('server'), now: () => new Date() });
  try {
    const answer = await app.inject({ url: '/openapi.json' });
    if (answer.statusCode !== 200) throw new Error(`/openapi.json: ${answer.statusCode}`);
    return answer.json();
  } finally {
    await app.close();
    redis.disconnect();
    await database.close();
  }
}
