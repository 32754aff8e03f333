import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { inject } from 'vitest';
import { startPostgres } from '../servers/postgres.ts';
import { startRedis } from '../servers/redis.ts';
import type { LocalServer } from '../servers/server-error.ts';
import type {} from './global-setup.ts';

/** A server that a failure test may stop, kill and start again on the same data and port. */
export interface OwnServer {
  url: string;
  port: number;
  stop(): Promise<void>;
  kill(): Promise<void>;
  start(): Promise<void>;
}

/** PostgreSQL that keeps its data through `kill` (fsync is on); empty, so migrate it first. */
export async function startOwnPostgres(): Promise<OwnServer> {
  const home = ownHome('postgres');
  return await restartable((port) => startPostgres({ home, database: 'app', ...port }));
}

/** Redis with an append-only file, as in production; may be flushed. */
export async function startOwnRedis(): Promise<OwnServer> {
  const home = ownHome('redis');
  return await restartable((port) => startRedis({ home, cacheDir: '.cache', ...port }));
}

async function restartable(start: (port: { port?: number }) => Promise<LocalServer>): Promise<OwnServer> {
  let server = await start({});
  const { url, port } = server;
  return {
    url,
    port,
    stop: () => server.stop(),
    kill: () => server.kill(),
    start: async () => {
      server = await start({ port });
    },
  };
}

const ownHome = (kind: string) => join(inject('servers').folder, `own-${kind}-${randomBytes(4).toString('hex')}`);
