import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Weight } from '../notifications/message-kinds.ts';

export interface CallBudget {
  /** Asks for one call of the OA OpenAPI now. @returns 0 to go ahead, else the ms to wait before asking again. */
  take(weight: Weight): Promise<number>;
  /** What Zalo says is left of its minute (`X-RateLimit-Remain`, §3.11): calls nobody here has counted are counted now. */
  learn(remain: number): void;
}

export interface CallBudgetOptions {
  redis: Redis;
  /** In braces, so that both keys of a question lie in one slot of a cluster. */
  prefix: string;
  /** Calls a minute of all replicas together: 4000 per app (§3.11). */
  perMinute: number;
  now: () => Date;
}

/** Of the minute's calls, for everything that answers nobody who is waiting just now: a storm of news must leave room. */
const SHARE_OF_NEWS = 0.9;
/** Longer than this, Redis is taken to be away. */
const REDIS_PATIENCE_MS = 250;
/** Then it is left alone for a while, so that not every message pays for asking. */
const REDIS_REST_MS = 2_000;

/**
 * The minute's calls, shared between replicas through one counter in Redis. Each replica has an equal part at any time;
 * beyond it, it may use what the others leave over, as fast as the minute passes. Without Redis each replica keeps to half
 * of the whole by itself: slower than allowed, or a little more than allowed with many replicas, but never standing still.
 */
export function createCallBudget({ redis, prefix, perMinute, now }: CallBudgetOptions): CallBudget {
  const replica = randomUUID();
  const local = { minute: 0, used: 0 };
  let restsUntil = 0;
  let learned = { minute: 0, used: 0 };

  const ask = async (at: number, limit: number): Promise<number> => {
    const minute = Math.floor(at / MINUTE_MS);
    const keys = [minute, minute - 1].map((n) => `${prefix}:zalo-calls:${n}`);
    const unseen = learned.minute === minute ? learned.used : 0;
    const passed = at - minute * MINUTE_MS;
    const answer = redis.eval(TAKE, 2, ...keys, replica, perMinute, limit, passed, unseen);
    return Number(await inTime(answer));
  };

  return {
    async take(weight) {
      const at = now().getTime();
      const limit = Math.max(1, Math.floor(weight === 'reply' ? perMinute : perMinute * SHARE_OF_NEWS));
      if (at >= restsUntil) {
        try {
          return await ask(at, limit);
        } catch {
          restsUntil = at + REDIS_REST_MS;
        }
      }
      return takeAlone(local, at, Math.max(1, Math.floor(limit / 2)));
    },

    learn(remain) {
      const minute = Math.floor(now().getTime() / MINUTE_MS);
      const used = perMinute - remain;
      // Zalo's minute may begin at another moment than ours: early in it, an old figure would throttle for nothing.
      if (remain > perMinute * (1 - SHARE_OF_NEWS)) return;
      learned = { minute, used: learned.minute === minute ? Math.max(learned.used, used) : used };
    },
  };
}

const MINUTE_MS = 60_000;

/**
 * One question to the counter, whole or not at all. The hash of a minute has a field per replica and `total`. Whoever
 * asked in this minute or the one before counts as a replica.
 * @returns 0, or the ms to wait
 */
const TAKE = `
local mine, whole, limit, passed, unseen = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
redis.call('HINCRBY', KEYS[1], mine, 0)
redis.call('PEXPIRE', KEYS[1], 180000)
local total = math.max(tonumber(redis.call('HGET', KEYS[1], 'total') or '0'), unseen)
if total >= limit then return 60000 - passed end
local replicas = {}
for _, key in ipairs(KEYS) do
  for _, field in ipairs(redis.call('HKEYS', key)) do
    if field ~= 'total' then replicas[field] = true end
  end
end
local count = 0
for _ in pairs(replicas) do count = count + 1 end
local used = tonumber(redis.call('HGET', KEYS[1], mine))
local part = math.floor(limit / count)
if used >= part and total >= limit * passed / 60000 then return math.min(1000, 60000 - passed) end
redis.call('HSET', KEYS[1], 'total', total + 1)
redis.call('HINCRBY', KEYS[1], mine, 1)
return 0
`;

function takeAlone(local: { minute: number; used: number }, at: number, limit: number): number {
  const minute = Math.floor(at / MINUTE_MS);
  if (local.minute !== minute) Object.assign(local, { minute, used: 0 });
  if (local.used >= limit) return (minute + 1) * MINUTE_MS - at;
  local.used += 1;
  return 0;
}

async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('redis is late')), REDIS_PATIENCE_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
