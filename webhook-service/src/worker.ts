import fastify, { LogController } from 'fastify';
import { connectDatabase } from '../../db/client.ts';
import { configOrExit } from './config.ts';
import { logOptions } from './log.ts';
import { readiness } from './monitor/health.ts';
import { registerHealth } from './monitor/health-routes.ts';
import { addDatabaseGauges, createMetrics } from './monitor/metrics.ts';
import { registerProblems } from './problem.ts';
import { endIdleConnectionsOnClose, onStopSignal } from './stop.ts';
import { startWorkerRole } from './worker-role.ts';

const config = configOrExit();
const database = connectDatabase(config.databaseUrl, { max: 10, applicationName: 'phan-anh worker' });
const metrics = createMetrics('worker');
const readDepths = addDatabaseGauges(metrics.registry, database.sql);
const app = fastify({
  logger: logOptions(config.logLevel),
  logController: new LogController({ disableRequestLogging: true }),
});
const role = await startWorkerRole({ config, database, metrics, log: app.log, now: () => new Date() });

let stopping = false;
endIdleConnectionsOnClose(app);
registerProblems(app);
registerHealth(app, {
  readDepths,
  readiness: () => readiness({ sql: database.sql, redis: role.redis }),
  metrics,
  isStopping: () => stopping,
});
onStopSignal(app.log, async () => {
  stopping = true;
  await role.stop();
  await app.close();
  await database.close();
});
// Probes and figures only; no face for people.
await app.listen({ host: config.host, port: config.workerPort });
app.log.info('worker ready');
