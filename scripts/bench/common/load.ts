import { setTimeout as sleep } from 'node:timers/promises';
import { openConnection } from './connection.ts';
import { percentile } from './figures.ts';

export interface LoadResult {
  perSecond: number;
  p50: number;
  p99: number;
  worst: number;
  requests: number;
}

interface Load {
  port: number;
  requests: readonly Buffer[];
  connections: number;
}

/** As fast as the server answers: every connection sends the next event when its last one was answered. */
export async function flood(load: Load & { ms: number; startOver: boolean }): Promise<LoadResult> {
  const connections = await open(load);
  const latencies: number[] = [];
  let next = 0;
  const begun = performance.now();
  const end = begun + load.ms;
  const lanes = connections.map(async (connection) => {
    while (performance.now() < end) {
      if (next >= load.requests.length && !load.startOver) return;
      const request = load.requests[next % load.requests.length];
      next += 1;
      if (request) latencies.push(await timed(() => connection.send(request)));
    }
  });
  await Promise.all(lanes);
  const took = performance.now() - begun;
  for (const connection of connections) connection.close();
  return summary(latencies, took);
}

/** At a fixed rate, whatever the server does; a late start of ours counts as its delay, as a caller would feel it. */
export async function steady(load: Load & { perSecond: number }): Promise<LoadResult> {
  const free = await open(load);
  const begun = performance.now();
  const sent = load.requests.map(async (request, index) => {
    const due = begun + (index * 1000) / load.perSecond;
    await sleep(Math.max(0, due - performance.now()));
    const connection = free.pop() ?? (await openConnection(load.port));
    await succeed(connection.send(request));
    free.push(connection);
    return performance.now() - due;
  });
  const latencies = await Promise.all(sent);
  for (const connection of free) connection.close();
  return summary(latencies, performance.now() - begun);
}

const open = ({ port, connections }: Load) =>
  Promise.all(Array.from({ length: connections }, () => openConnection(port)));

async function timed(send: () => Promise<number>): Promise<number> {
  const begun = performance.now();
  await succeed(send());
  return performance.now() - begun;
}

async function succeed(answer: Promise<number>): Promise<void> {
  const status = await answer;
  if (status !== 200) throw new Error(`an event was answered with ${status}: what is measured is not what is meant`);
}

function summary(latencies: number[], tookMs: number): LoadResult {
  const sorted = latencies.sort((a, b) => a - b);
  return {
    perSecond: (latencies.length * 1000) / tookMs,
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    worst: percentile(sorted, 1),
    requests: latencies.length,
  };
}
