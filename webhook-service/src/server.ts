import { connectDatabase } from '../../db/client.ts';
import { buildApp } from './app.ts';
import { configOrExit } from './config.ts';
import { createMetrics } from './monitor/metrics.ts';
import { connectProducer } from './queues/connection.ts';
import { onStopSignal } from './stop.ts';

const config = configOrExit();
const database = connectDatabase(config.databaseUrl, { applicationName: 'phan-anh server' });
const metrics = createMetrics('server');
const redis = connectProducer(config.redisUrl, () => {});
const { app, drain } = await buildApp({ config, database, redis, metrics, now: () => new Date() });

onStopSignal(app.log, async () => {
  // No new request, then the events in hand are stored, then the connections go.
  await app.close();
  await drain();
  redis.disconnect();
  await database.close();
});
await app.listen({ host: config.host, port: config.port });
app.log.info({ port: config.port }, 'server ready');
