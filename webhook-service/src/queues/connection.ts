import { Redis } from 'ioredis';

/**
 * A connection for commands: fails at once while Redis is away, instead of queueing the caller's promise for ever.
 * Nothing is lost by failing: the row in PostgreSQL waits for the next sweep.
 */
export function connectProducer(url: string, onError: (error: Error) => void): Redis {
  return connect(url, onError, { maxRetriesPerRequest: 1, enableOfflineQueue: false });
}

/** A connection for a BullMQ worker, which blocks on it and must never give up. */
export function connectConsumer(url: string, onError: (error: Error) => void): Redis {
  return connect(url, onError, { maxRetriesPerRequest: null });
}

/** Waits for the first connection, but not for ever: without Redis the tables fill, and the sweep catches up later. */
export async function untilReady(redis: Redis, patienceMs: number): Promise<void> {
  if (redis.status === 'ready') return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, patienceMs);
    redis.once('ready', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function connect(
  url: string,
  onError: (error: Error) => void,
  options: { maxRetriesPerRequest: number | null; enableOfflineQueue?: boolean },
): Redis {
  // The default back-off grows to 20 s: a worker would sleep long after Redis is back.
  const redis = new Redis(url, { ...options, retryStrategy: (attempt) => Math.min(attempt * 200, 2_000) });
  redis.on('error', onError);
  return redis;
}
