import type { FastifyBaseLogger, FastifyInstance } from 'fastify';

/** A stop that hangs is worse than a hard one: everything in hand is safe in PostgreSQL and will be taken up again. */
const PATIENCE_MS = 25_000;

/** Runs `stop` once on SIGTERM or SIGINT and ends the process; a second signal ends it at once. */
export function onStopSignal(log: FastifyBaseLogger, stop: () => Promise<void>): void {
  let stopping = false;
  const handle = (signal: string): void => {
    if (stopping) process.exit(130);
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stop failed');
        process.exit(1);
      },
    );
  };
  // A fault nobody caught leaves the process in an unknown state; all work in hand is safe in the tables.
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'uncaught fault, ending');
    process.exit(1);
  });
  process.on('SIGTERM', () => handle('SIGTERM'));
  process.on('SIGINT', () => handle('SIGINT'));
}

/**
 * Closing a server ends the connections that are idle then; one that is answering just now becomes idle later and would
 * hold the process until its keep-alive time is over.
 */
export function endIdleConnectionsOnClose(app: FastifyInstance): void {
  app.addHook('preClose', async () => {
    const sweep = setInterval(() => app.server.closeIdleConnections(), 50);
    app.server.once('close', () => clearInterval(sweep));
  });
}
