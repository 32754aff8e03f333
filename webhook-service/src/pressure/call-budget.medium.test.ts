import type { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestRedis } from '../../../scripts/testing/database.ts';
import type { Weight } from '../notifications/message-kinds.ts';
import { connectProducer, untilReady } from '../queues/connection.ts';
import { createCallBudget } from './call-budget.ts';

const MINUTE = 60_000;
let redis: Redis;
let prefix: string;
let at = 0;
beforeAll(async () => {
  redis = connectProducer(createTestRedis().url, () => {});
  await untilReady(redis, 5_000);
});
afterAll(() => redis?.disconnect());
beforeEach(() => {
  prefix = createTestRedis().prefix;
  // The first instant of a minute.
  at = Math.floor(Date.UTC(2026, 9, 5, 2, 0) / MINUTE) * MINUTE;
});

const replica = (perMinute: number, over: { redis?: Redis } = {}) =>
  createCallBudget({ redis, prefix, perMinute, now: () => new Date(at), ...over });

async function takes(budget: ReturnType<typeof replica>, times: number, weight: Weight): Promise<number> {
  let granted = 0;
  for (let i = 0; i < times; i++) if ((await budget.take(weight)) === 0) granted++;
  return granted;
}

describe("the minute's calls to Zalo (§3.11)", () => {
  test('two replicas together never take more, and each gets about half', async () => {
    const [a, b] = [replica(100), replica(100)];
    const granted = [0, 0];
    for (let i = 0; i < 200; i++) {
      const [one, two] = await Promise.all([a.take('reply'), b.take('reply')]);
      granted[0] = (granted[0] ?? 0) + (one === 0 ? 1 : 0);
      granted[1] = (granted[1] ?? 0) + (two === 0 ? 1 : 0);
    }
    const [first = 0, second = 0] = granted;
    expect(first + second).toBe(100);
    expect(Math.abs(first - second)).toBeLessThanOrEqual(20);
  });

  test('a replica that asks late still finds its part, when the other is known from the minute before', async () => {
    const [a, b] = [replica(100), replica(100)];
    await takes(a, 1, 'reply');
    await takes(b, 1, 'reply');
    at += MINUTE;
    expect(await takes(a, 100, 'reply')).toBe(50);
    expect(await takes(b, 100, 'reply')).toBe(50);
  });

  test('what one replica leaves over, the other may use as the minute passes', async () => {
    const [a, b] = [replica(100), replica(100)];
    await takes(a, 1, 'reply');
    await takes(b, 1, 'reply');
    at += MINUTE;
    expect(await takes(a, 100, 'reply')).toBe(50);
    at += 0.75 * MINUTE;
    expect(await takes(a, 100, 'reply')).toBe(25);
    at += 0.25 * MINUTE - 1;
    expect(await takes(a, 100, 'reply')).toBe(25);
  });

  test('alone, a replica has all of it, and the next minute begins anew', async () => {
    const a = replica(100);
    expect(await takes(a, 150, 'reply')).toBe(100);
    expect(await a.take('reply')).toBe(MINUTE);
    at += MINUTE;
    expect(await takes(a, 150, 'reply')).toBe(100);
  });

  test('news stops at nine tenths; who has just written is still answered', async () => {
    const a = replica(100);
    expect(await takes(a, 150, 'news')).toBe(90);
    expect(await a.take('answer')).toBe(MINUTE);
    expect(await takes(a, 50, 'reply')).toBe(10);
  });

  test('calls that somebody else made are learned from what Zalo says is left', async () => {
    const a = replica(100);
    a.learn(4);
    expect(await takes(a, 50, 'reply')).toBe(4);
    at += MINUTE;
    expect(await takes(a, 150, 'reply')).toBe(100);
  });

  test('a figure with plenty left changes nothing', async () => {
    const a = replica(100);
    a.learn(40);
    expect(await takes(a, 150, 'reply')).toBe(100);
  });
});

test('without Redis a replica keeps to half and goes on the next minute', async () => {
  const away = connectProducer('redis://127.0.0.1:1', () => {});
  try {
    const a = replica(100, { redis: away });
    expect(await takes(a, 80, 'reply')).toBe(50);
    expect(await a.take('reply')).toBeGreaterThan(0);
    at += MINUTE;
    expect(await takes(a, 80, 'news')).toBe(45);
  } finally {
    away.disconnect();
  }
});
