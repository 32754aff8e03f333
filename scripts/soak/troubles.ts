import { setTimeout as sleep } from 'node:timers/promises';
import type { SoakCity } from './city.ts';
import type { Random } from './random.ts';

/** One kind of trouble: begins, lasts, and is over when `work` resolves. */
interface Trouble {
  name: string;
  weight: number;
  work: (city: SoakCity, random: Random) => Promise<void>;
}

const TROUBLES: readonly Trouble[] = [
  { name: 'kill -9 một worker', weight: 4, work: async ({ workers }, random) => random.pick(workers).kill() },
  { name: 'kill -9 cả hai worker', weight: 1, work: killAll },
  { name: 'kill -9 vai trò HTTP', weight: 2, work: async ({ server }) => server.kill() },
  { name: 'kill -9 PostgreSQL rồi chạy lại', weight: 1, work: (city) => city.killPostgres() },
  { name: 'kill -9 Redis rồi chạy lại', weight: 1, work: (city) => city.killRedis() },
  { name: 'xoá sạch Redis', weight: 1, work: (city) => city.wipeRedis() },
  { name: 'Zalo nhận nhưng mất câu trả lời', weight: 3, work: (city, random) => calls(city, random, 'timeout-after') },
  { name: 'Zalo đứt kết nối sau khi nhận', weight: 3, work: (city, random) => calls(city, random, 'reset-after') },
  { name: 'Zalo 500 sau khi nhận', weight: 2, work: (city, random) => calls(city, random, 'http500-after') },
  { name: 'Zalo 500', weight: 2, work: (city, random) => calls(city, random, 'http500') },
  { name: 'Zalo đứt kết nối', weight: 2, work: (city, random) => calls(city, random, 'reset') },
  { name: 'Zalo báo quá giới hạn (-32)', weight: 1, work: (city, random) => calls(city, random, 'error-32') },
  { name: 'token chết (-216)', weight: 2, work: (city, random) => calls(city, random, 'error-216') },
  { name: 'Zalo chậm', weight: 1, work: slow },
  { name: 'echo đến trước câu trả lời', weight: 2, work: (city, random) => lasting(city, random, { echo: 'before' }) },
  { name: 'không có echo', weight: 1, work: (city, random) => lasting(city, random, { echo: 'none' }) },
  { name: 'webhook lặp ba lần', weight: 2, work: (city, random) => webhook(city, random, { copies: 3 }) },
  {
    name: 'webhook lộn thứ tự, trễ đến 1,5 s',
    weight: 3,
    work: (city, random) => webhook(city, random, { delayMaxMs: 1_500 }),
  },
  { name: 'mất webhook (bị huỷ đăng ký)', weight: 1, work: outage },
];

/** One trouble after the other until the time is over; then everything is well again. Answers how often each came. */
export async function makeTrouble(
  city: SoakCity,
  random: Random,
  isOver: () => boolean,
  say: (line: string) => void,
): Promise<Map<string, number>> {
  const lots = TROUBLES.flatMap((trouble) => Array.from({ length: trouble.weight }, () => trouble));
  const times = new Map<string, number>();
  // The redelivery ladder of 1 h 50 min in a minute and a half.
  await city.zalo.settings({ webhook: { retryScale: 0.014, retryOn: 'any-failure' } });
  while (!isOver()) {
    const trouble = random.pick(lots);
    say(trouble.name);
    times.set(trouble.name, (times.get(trouble.name) ?? 0) + 1);
    await trouble.work(city, random);
    await sleep(random.between(2_000, 8_000));
  }
  await heal(city);
  return times;
}

async function killAll({ workers }: SoakCity): Promise<void> {
  for (const worker of workers) worker.kill();
}

/** No more trouble: what was lost can now be made good. */
export async function heal(city: SoakCity): Promise<void> {
  await city.zalo.settings({ fault: null, faultCalls: 0, echo: 'after' });
  await city.zalo.settings({ webhook: { copies: 1, delayMinMs: 0, delayMaxMs: 0, subscribed: true } });
  await city.zalo.resubscribe();
}

type Fault = NonNullable<Parameters<SoakCity['zalo']['settings']>[0]['fault']>;

async function calls(city: SoakCity, random: Random, fault: Fault): Promise<void> {
  await city.zalo.settings({ fault, faultCalls: random.between(1, 6) });
}

async function slow(city: SoakCity, random: Random): Promise<void> {
  await city.zalo.settings({ fault: 'slow', faultCalls: random.between(3, 10), slowMs: 2_500 });
}

async function lasting(city: SoakCity, random: Random, setting: { echo: 'before' | 'none' }): Promise<void> {
  await city.zalo.settings(setting);
  await sleep(random.between(3_000, 9_000));
  await city.zalo.settings({ echo: 'after' });
}

async function webhook(
  city: SoakCity,
  random: Random,
  setting: { copies?: number; delayMaxMs?: number },
): Promise<void> {
  await city.zalo.settings({ webhook: setting });
  await sleep(random.between(5_000, 12_000));
  await city.zalo.settings({ webhook: { copies: 1, delayMaxMs: 0 } });
}

/** Nothing is sent and nothing is sent again: only the conversations know what was said meanwhile. */
async function outage(city: SoakCity, random: Random): Promise<void> {
  await city.zalo.settings({ webhook: { subscribed: false } });
  await sleep(random.between(8_000, 20_000));
  await city.zalo.resubscribe();
}
