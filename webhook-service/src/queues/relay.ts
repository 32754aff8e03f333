import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Sql } from '../../../db/client.ts';
import { catalog, type QueueName, queueNames } from './catalog.ts';
import { RELAY_CHANNEL } from './enqueue.ts';
import { failRow, sources, unclaim, type WorkRow, type WorkSource } from './sources.ts';

/** What a BullMQ job carries: which row it stands for, and the ids its handler needs. */
export interface JobData {
  source: WorkSource['name'];
  rowId: number;
  version: number;
  payload: Record<string, unknown>;
}

const BATCH = 500;

export interface Relay {
  /** Hands over everything that waits now; called by the sweep, by NOTIFY, and once at the start. */
  handOver(): Promise<void>;
  queues: Record<QueueName, Queue>;
  stop(): Promise<void>;
}

/**
 * The relay between the tables and BullMQ: claims rows with SKIP LOCKED and adds them in bulk; any number may run. If Redis
 * refuses, the claim is given back at once; if the process dies in between, the sweep finds the rows. Either way the same
 * job id is added again, which BullMQ ignores when it has it. No transaction stays open while Redis is waited for.
 */
export async function startRelay(options: {
  sql: Sql;
  redis: Redis;
  prefix: string;
  now: () => Date;
  onError: (error: unknown, where: string) => void;
}): Promise<Relay> {
  const { sql, onError } = options;
  const queues = openQueues(options.redis, options.prefix, (error) => onError(error, 'queue'));
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  const drain = async (): Promise<void> => {
    do {
      again = false;
      for (const source of sources) {
        while (!stopped && (await handOverBatch(sql, queues, source, options.now())) === BATCH);
      }
    } while (again && !stopped);
  };
  const handOver = (): Promise<void> => {
    if (running) {
      again = true;
      return running;
    }
    running = drain()
      .catch((error: unknown) => onError(error, 'relay'))
      .finally(() => {
        running = null;
      });
    return running;
  };
  // onListen also runs after every reconnection: what was notified meanwhile is caught up with.
  const subscription = await sql.listen(
    RELAY_CHANNEL,
    () => void handOver(),
    () => void handOver(),
  );
  return {
    handOver,
    queues,
    stop: async () => {
      stopped = true;
      await subscription.unlisten().catch(() => {});
      await running;
      await Promise.all(queueNames.map((name) => queues[name].close()));
    },
  };
}

function openQueues(connection: Redis, prefix: string, onError: (error: Error) => void): Record<QueueName, Queue> {
  const open = (name: QueueName): Queue => {
    const queue = new Queue(name, { connection, prefix });
    queue.on('error', onError);
    return queue;
  };
  return {
    inbox: open('inbox'),
    media: open('media'),
    routing: open('routing'),
    deadlines: open('deadlines'),
    outbox: open('outbox'),
  };
}

async function handOverBatch(
  sql: Sql,
  queues: Record<QueueName, Queue>,
  source: WorkSource,
  now: Date,
): Promise<number> {
  const rows = await source.claim(sql, BATCH);
  const known = rows.filter((row) => Object.hasOwn(catalog, row.name));
  try {
    // A row of a job this build no longer has must not hold up the others for ever.
    for (const row of rows) if (!known.includes(row)) await failRow(sql, source.name, row, 'unknown_job');
    for (const name of queueNames) {
      const mine = known.filter((row) => catalog[row.name].queue === name);
      if (mine.length > 0) await queues[name].addBulk(mine.map((row) => toJob(source, row, now)));
    }
  } catch (error) {
    await unclaim(sql, source, rows);
    throw error;
  }
  return rows.length;
}

function toJob(source: WorkSource, row: WorkRow, now: Date) {
  const { attempts, backoffMs } = catalog[row.name];
  const data: JobData = { source: source.name, rowId: row.id, version: row.version, payload: row.payload };
  return {
    name: row.name,
    data,
    opts: {
      // No ':' and no bare integer: BullMQ refuses both as a custom id.
      jobId: `${source.name}-${row.id}-${row.version}`,
      delay: Math.max(0, row.runAt - now.getTime()),
      // Without a priority a job goes before all that have one.
      ...(row.priority > 0 && { priority: row.priority }),
      attempts,
      backoff: { type: 'exponential', delay: backoffMs },
      // A finished job must not keep its id taken; a failed one stays for the board, its row is what is re-driven.
      removeOnComplete: true,
      removeOnFail: { age: 14 * 86_400, count: 10_000 },
    },
  };
}
