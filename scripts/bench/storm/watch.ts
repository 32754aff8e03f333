import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import postgres from 'postgres';
import type { simulatorControl } from '../../zalo-simulator/control-client.ts';
import { cpuMs } from '../common/child.ts';

export interface Seen {
  /** Calls each worker was granted, all minutes together. */
  callsOfWorkers: number[];
  /** Calls refused by Zalo because the minute was used up (-32, §3.11). */
  overTheLimit: number;
}

export interface Outcome {
  acknowledgedAt: Map<string, number>;
  reports: number;
  offers: number;
  /** Different reports that were offered. */
  offeredMains: number;
}

export interface Watch {
  /** Waits until nothing is left to send or to do. @returns whether that came before the patience ended. */
  untilEmpty(patienceMs: number): Promise<boolean>;
  outcome(): Promise<Outcome>;
  /** CPU time of the database's present connections, ms. */
  databaseCpuMs(): Promise<number>;
  stop(): Promise<Seen>;
}

/** Looks on from outside, seldom enough to cost little: the wire forgets after 2 000 entries, a budget after three minutes. */
const LOOK_MS = 1_000;

export function watch(options: {
  zalo: ReturnType<typeof simulatorControl>;
  databaseUrl: string;
  redisUrl: string;
  redisPrefix: string;
}): Watch {
  const { zalo, databaseUrl, redisUrl, redisPrefix } = options;
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  const redis = new Redis(redisUrl);
  const minutes = new Map<string, Record<string, string>>();
  let wireSeq = 0;
  let overTheLimit = 0;
  let stopped = false;

  const look = async (): Promise<void> => {
    for (const { seq, errorCode } of await zalo.wire(wireSeq)) {
      wireSeq = seq;
      if (errorCode === -32) overTheLimit += 1;
    }
    for (const key of await redis.keys(`${redisPrefix}:zalo-calls:*`)) minutes.set(key, await redis.hgetall(key));
  };
  const looking = (async () => {
    while (!stopped) {
      await look();
      await sleep(LOOK_MS);
    }
  })();
  // Awaited in `stop`; a simulator that goes down first is told there.
  looking.catch(() => {});

  return {
    untilEmpty: async (patienceMs) => {
      const deadline = Date.now() + patienceMs;
      while (Date.now() < deadline) {
        const [open] = await sql<{ count: number }[]>`
          select (select count(*)::int from inbox_events where finished_at is null and failed_at is null)
               + (select count(*)::int from jobs where finished_at is null and failed_at is null
                    and run_at < now() + interval '1 minute' and name <> 'tags.sync')
               + (select count(*)::int from outbox_messages where state in ('queued', 'sending', 'unsure')) as count`;
        if (open?.count === 0) return true;
        await sleep(LOOK_MS / 4);
      }
      return false;
    },
    outcome: async () => {
      const rows = await sql<{ id: string; at: Date }[]>`
        select oa_user_id as id, accepted_at as at from outbox_messages join citizens on citizens.id = citizen_id
        where kind = 'received' and accepted_at is not null`;
      const [counts] = await sql<{ reports: number; offers: number; mains: number }[]>`
        select (select count(*)::int from reports) as reports, count(*)::int as offers,
          count(distinct substring(text from 'cùng phản ánh (HN-[A-Z0-9]+)'))::int as mains
        from outbox_messages where kind = 'duplicate_offer'`;
      return {
        acknowledgedAt: new Map(rows.map(({ id, at }) => [id, at.getTime()])),
        reports: counts?.reports ?? 0,
        offers: counts?.offers ?? 0,
        offeredMains: counts?.mains ?? 0,
      };
    },
    databaseCpuMs: async () => {
      const backends = await sql<
        { pid: number }[]
      >`select pid from pg_stat_activity where datname = current_database()`;
      return backends.reduce((sum, { pid }) => sum + cpuMs(pid), 0);
    },
    stop: async () => {
      stopped = true;
      await looking;
      redis.disconnect();
      await sql.end();
      const calls = new Map<string, number>();
      for (const [replica, count] of [...minutes.values()].flatMap((minute) => Object.entries(minute))) {
        if (replica !== 'total') calls.set(replica, (calls.get(replica) ?? 0) + Number(count));
      }
      return { callsOfWorkers: [...calls.values()], overTheLimit };
    },
  };
}
