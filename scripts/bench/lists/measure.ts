import { median, percentile } from '../common/figures.ts';

/** One question to the service, asked with other values every time. */
export interface Question {
  name: string;
  /** @returns how many rows came back: a question that finds nothing measures nothing. */
  ask(run: number): Promise<number>;
}

export interface Measured {
  /** Milliseconds as the caller sees them. */
  p50: number;
  p95: number;
  /** Median of rows in an answer. */
  rows: number;
}

/** One question, as each city answered it. */
export interface Answers {
  name: string;
  measured: Measured[];
}

const WARM_UP = 10;

/**
 * Asks the same question of several cities in turns, one at a time, so that whatever else the machine does hits all alike. The
 * first few, with other values, are not counted.
 */
export async function measureInTurns(cities: readonly Question[], runs: number): Promise<Measured[]> {
  const taken = cities.map(({ ask }) => ({ ask, times: [] as number[], rows: [] as number[] }));
  for (let run = -WARM_UP; run < runs; run += 1) {
    for (const { ask, times, rows } of taken) {
      const started = performance.now();
      const found = await ask(run < 0 ? runs - run : run);
      if (run < 0) continue;
      times.push(performance.now() - started);
      rows.push(found);
    }
  }
  return taken.map(({ times, rows }) => {
    const sorted = times.toSorted((a, b) => a - b);
    return { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95), rows: median(rows) };
  });
}
