import { DelayedError, type Job, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Sql } from '../../../db/client.ts';
import { errorCodeOf, isOutage } from '../error-codes.ts';
import { catalog, type JobName, type QueueName, queueConcurrency, queueNames } from './catalog.ts';
import { type Handlers, runHandler, TryAgainIn } from './handlers.ts';
import type { JobData } from './relay.ts';
import { failRow, finishJobRow } from './sources.ts';

export interface JobObserver {
  /** `ms` of wall time; `again` = the handler asked to be called later. */
  finished(name: JobName, outcome: 'done' | 'failed' | 'again', ms: number): void;
  /** `errorCode` only: error messages may carry parameters of a query (rule 8). */
  failed(name: JobName, errorCode: string, lastAttempt: boolean, error: unknown): void;
}

/** One BullMQ worker per queue. `stop` takes no new job and waits for those in hand. */
export function startWorkers(options: {
  connections: Record<QueueName, Redis>;
  prefix: string;
  sql: Sql;
  handlers: Handlers;
  observer: JobObserver;
  onError: (error: unknown, where: string) => void;
}): { stop(): Promise<void> } {
  const workers = queueNames.map((queue) => {
    const worker = new Worker(queue, (job: Job, token?: string) => work(job, token), {
      connection: options.connections[queue],
      prefix: options.prefix,
      concurrency: queueConcurrency[queue],
      // A killed worker's jobs are taken over after this long.
      lockDuration: 10_000,
      stalledInterval: 5_000,
      maxStalledCount: 5,
    });
    worker.on('error', (error) => options.onError(error, `worker ${queue}`));
    worker.on('failed', (job, error) => void markIfAbandoned(job, error));
    return worker;
  });

  /** BullMQ gives up by itself on a job that took several workers down with it: its row must say so. */
  async function markIfAbandoned(job: Job | undefined, error: Error): Promise<void> {
    if (!job || !error.message.startsWith('job stalled')) return;
    const data = job.data as JobData;
    options.observer.failed(job.name as JobName, 'stalled', true, error);
    await failRow(options.sql, data.source, { id: data.rowId, version: data.version }, 'stalled').catch(
      (unmarked: unknown) => options.onError(unmarked, `job ${job.name}`),
    );
  }

  async function work(job: Job, token: string | undefined): Promise<void> {
    const name = job.name as JobName;
    const data = job.data as JobData;
    const startedAt = performance.now();
    try {
      await runHandler(options.handlers, name, data.payload);
      if (data.source === 'jobs') await finishJobRow(options.sql, { id: data.rowId, version: data.version });
      options.observer.finished(name, 'done', performance.now() - startedAt);
    } catch (error) {
      if (error instanceof TryAgainIn) {
        options.observer.finished(name, 'again', performance.now() - startedAt);
        return comeBackIn(error.ms, job, token);
      }
      // The database or Redis is away: nothing is wrong with this job, so the outage costs it no attempt.
      if (isOutage(error)) {
        options.onError(error, `job ${name}`);
        return comeBackIn(OUTAGE_PAUSE_MS, job, token);
      }
      const lastAttempt = job.attemptsMade + 1 >= catalog[name].attempts;
      const code = errorCodeOf(error);
      options.observer.failed(name, code, lastAttempt, error);
      options.observer.finished(name, 'failed', performance.now() - startedAt);
      if (lastAttempt) {
        try {
          await failRow(options.sql, data.source, { id: data.rowId, version: data.version }, code);
        } catch (unmarked) {
          // A job that fails in Redis while its row looks open would never be seen again.
          options.onError(unmarked, `job ${name}`);
          return comeBackIn(OUTAGE_PAUSE_MS, job, token);
        }
      }
      // The message of a query error holds its parameters: what BullMQ keeps must not.
      throw new Error(code);
    }
  }

  return { stop: async () => void (await Promise.all(workers.map((worker) => worker.close()))) };
}

const OUTAGE_PAUSE_MS = 2_000;

async function comeBackIn(ms: number, job: Job, token: string | undefined): Promise<never> {
  await job.moveToDelayed(Date.now() + ms, token);
  throw new DelayedError();
}
