import postgres from 'postgres';
import type { Child } from '../common/child.ts';
import { manyTexts, type OaIdentity } from '../common/events.ts';
import { median, number, table } from '../common/figures.ts';
import { flood, type LoadResult } from '../common/load.ts';

/** One of the programs that are compared. */
export interface Contestant {
  title: string;
  child: Child;
  port: number;
  /** Where its events go; null when it stores none and may get the same ones again. */
  databaseUrl: string | null;
}

interface Round extends LoadResult {
  /** CPU of the program, µs per request. */
  cpuMicros: number;
}

export interface ContestOptions {
  contestants: readonly [real: Contestant, bare: Contestant, empty: Contestant];
  oa: OaIdentity;
  connections: number;
  rounds: number;
  seconds: number;
  onRound: (text: string) => void;
}

const WARM_UP_MS = 2_000;
/** More than any of those that store can take in a second here; a pool that runs dry ends its round early. */
const EVENTS_PER_SECOND = 20_000;

/** Short loops in turns, so that whatever else the machine does hits all of them; answers the report. */
export async function contest(options: ContestOptions): Promise<string> {
  const { contestants, oa, connections, seconds } = options;
  const warmUp = manyTexts(oa, (EVENTS_PER_SECOND * WARM_UP_MS) / 1000);
  for (const contestant of contestants) await run(contestant, { requests: warmUp, connections, ms: WARM_UP_MS });

  const results = new Map<Contestant, Round[]>(contestants.map((contestant) => [contestant, []]));
  for (let round = 0; round < options.rounds; round++) {
    const requests = manyTexts(oa, EVENTS_PER_SECOND * seconds);
    for (const [index] of contestants.entries()) {
      const contestant = contestants[(round + index) % contestants.length];
      if (contestant === undefined) continue;
      const result = await run(contestant, { requests, connections, ms: seconds * 1000 });
      results.get(contestant)?.push(result);
    }
    const speeds = contestants.map(
      (one) => `${one.title} ${number(results.get(one)?.[round]?.perSecond ?? Number.NaN)}/s`,
    );
    options.onRound(`vòng ${round + 1}/${options.rounds}: ${speeds.join(' · ')}`);
  }
  return report(contestants, results);
}

async function run(
  { child, port, databaseUrl }: Contestant,
  load: { requests: Buffer[]; connections: number; ms: number },
): Promise<Round> {
  if (databaseUrl !== null) await emptyInbox(databaseUrl);
  const before = child.cpuMs();
  const result = await flood({ ...load, port, startOver: databaseUrl === null });
  if (databaseUrl !== null) await countStored(databaseUrl, result.requests);
  return { ...result, cpuMicros: ((child.cpuMs() - before) * 1000) / result.requests };
}

/** Every round starts with the same small table, and writes the checkpoint of the one before outside its time. */
async function emptyInbox(databaseUrl: string): Promise<void> {
  await asUser(databaseUrl, async (sql) => {
    await sql`truncate inbox_events cascade`;
    await sql`checkpoint`;
  });
}

/** A loop that answers 200 without storing would win. */
async function countStored(databaseUrl: string, expected: number): Promise<void> {
  await asUser(databaseUrl, async (sql) => {
    const [row] = await sql<{ count: number }[]>`select count(*)::int as count from inbox_events`;
    if (row?.count !== expected) throw new Error(`${expected} events were answered with 200, ${row?.count} are stored`);
  });
}

async function asUser(url: string, work: (sql: postgres.Sql) => Promise<void>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}

function report([real, bare, empty]: ContestOptions['contestants'], results: Map<Contestant, Round[]>): string {
  const middle = (one: Contestant, figure: keyof Round) =>
    median((results.get(one) ?? []).map((round) => round[figure]));
  const rows = [real, bare, empty].map((one) => [
    one.title,
    number(middle(one, 'perSecond')),
    number(middle(one, 'p50'), 1),
    number(middle(one, 'p99'), 1),
    number(middle(one, 'cpuMicros'), 1),
  ]);
  // Round by round, because neighbours in time had the same machine.
  const ratio = (other: Contestant) =>
    median(
      (results.get(real) ?? []).map((round, index) => round.perSecond / (results.get(other)?.[index]?.perSecond ?? 0)),
    );
  return [
    table([['', 'sự kiện/s', 'p50 ms', 'p99 ms', 'CPU µs/sự kiện'], ...rows]),
    '',
    `thật / vòng lặp trần: ${number(ratio(bare) * 100)} % (mục tiêu ≥ 80 %)`,
    `thật / Fastify rỗng:  ${number(ratio(empty) * 100)} %`,
    // A busy machine takes turns away from whoever needs the processor most; the processor time itself hardly moves.
    `theo CPU mỗi sự kiện, trần / thật: ${number((middle(bare, 'cpuMicros') / middle(real, 'cpuMicros')) * 100)} %`,
  ].join('\n');
}
