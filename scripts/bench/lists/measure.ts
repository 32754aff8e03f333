import { median, number, percentile, table } from '../ingest/figures.ts';

/** One question to the service, asked with other values every time. */
export interface Question {
  name: string;
  /** @returns how many rows came back: a question that finds nothing measures nothing. */
  ask(run: number): Promise<number>;
}

export interface Measured {
  p50: number;
  p95: number;
  /** Median of rows in an answer. */
  rows: number;
}

const WARM_UP = 10;

/** Milliseconds as the caller sees them, one question at a time. The first few, with other values, are not counted. */
export async function measure({ ask }: Question, runs: number): Promise<Measured> {
  for (let run = 0; run < WARM_UP; run += 1) await ask(runs + run);
  const times: number[] = [];
  const rows: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now();
    rows.push(await ask(run));
    times.push(performance.now() - started);
  }
  const sorted = times.toSorted((a, b) => a - b);
  return { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95), rows: median(rows) };
}

const GOAL_MS = 100;

/** Both sizes side by side, and an honest last column. */
export function comparison(options: {
  small: number;
  large: number;
  results: { small: ReadonlyMap<string, Measured>; large: ReadonlyMap<string, Measured> };
}): string {
  const { small, large, results } = options;
  const allowed = Math.log(large) / Math.log(small);
  const head = [
    '',
    `p50 ${number(small)}`,
    'p95',
    'dòng',
    `p50 ${number(large)}`,
    'p95',
    'dòng',
    'tăng p50',
    'tăng p95',
    '',
  ];
  const verdicts: string[] = [];
  const rows = [...results.large].map(([name, after]) => {
    const before = results.small.get(name) ?? { p50: Number.NaN, p95: Number.NaN, rows: Number.NaN };
    const growth = after.p50 / before.p50;
    const faults = [
      ...(after.p95 > GOAL_MS ? [`p95 > ${GOAL_MS} ms`] : []),
      ...(growth > allowed ? [`tăng > ${number(allowed, 2)}`] : []),
    ];
    if (faults.length > 0) verdicts.push(name);
    return [
      name,
      ...[before.p50, before.p95].map((ms) => number(ms, 1)),
      number(before.rows),
      ...[after.p50, after.p95].map((ms) => number(ms, 1)),
      number(after.rows),
      ...[growth, after.p95 / before.p95].map((factor) => `×${number(factor, 2)}`),
      faults.join(', ') || '✓',
    ];
  });
  const verdict =
    verdicts.length === 0
      ? `✓ Tất cả dưới ${GOAL_MS} ms (p95) và tăng không quá log n (×${number(allowed, 2)}).`
      : `✗ Chưa đạt: ${verdicts.join(', ')}. Mức cho phép: p95 ${GOAL_MS} ms, tăng ×${number(allowed, 2)} (log n).`;
  return `Mili giây; “dòng”: số dòng trả về (trung vị)\n${table([head, ...rows])}\n\n${verdict}`;
}
