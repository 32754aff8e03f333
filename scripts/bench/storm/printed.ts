import { number, percentile, table } from '../common/figures.ts';
import type { Played } from './play.ts';
import type { Outcome, Seen } from './watch.ts';

export interface StormResult {
  played: Played;
  outcome: Outcome;
  seen: Seen;
  /** Last part → acknowledgement taken by Zalo, the quiet window taken off; ms, ascending. */
  acknowledged: number[];
  /** From the last event until nothing is left to do, ms; null when that never came. */
  emptyAfterMs: number | null;
  /** CPU time of each process for the whole storm, until it is over. Says the same on a busy machine as on an idle one. */
  cpu: { name: string; ms: number }[];
}

export function acknowledgedAfter({ lastPartAt }: Played, { acknowledgedAt }: Outcome, quietMs: number): number[] {
  return [...lastPartAt]
    .flatMap(([citizenId, at]) => {
      const told = acknowledgedAt.get(citizenId);
      return told === undefined ? [] : [Math.max(0, told - at - quietMs)];
    })
    .sort((a, b) => a - b);
}

/** One storm as a table with what it did beside it. */
export function printed(
  title: string,
  { played, outcome, seen, acknowledged, emptyAfterMs, cpu }: StormResult,
): string {
  const row = (what: string, list: readonly number[]) => [
    what,
    number(list.length),
    ...[0.5, 0.9, 0.99, 1].map((share) => number(percentile(list, share))),
  ];
  const calls = seen.callsOfWorkers.map((count) => number(count)).join(' + ');
  return [
    title,
    table([
      ['ms', 'số lần', 'p50', 'p90', 'p99', 'chậm nhất'],
      row('webhook → 200', played.taken),
      row('gửi xong → có mã (trừ cửa sổ gom tin)', acknowledged),
    ]),
    `phản ánh: ${number(outcome.reports)}; trả lời khác 200: ${played.refused}; chưa có mã: ${number(played.lastPartAt.size - acknowledged.length)}`,
    `được mời theo dõi: ${number(outcome.offers)}, tới ${number(outcome.offeredMains)} phản ánh khác nhau`,
    `hàng đợi trống sau ${emptyAfterMs === null ? '–' : number(emptyAfterMs / 1_000, 1)} s; lượt gọi của từng worker: ${calls}; bị -32: ${seen.overTheLimit}`,
    `CPU cho mỗi người: ${cpu.map(({ name, ms }) => `${name} ${number(ms / played.lastPartAt.size)} ms`).join(', ')}\n`,
  ].join('\n');
}

/** What the sameness itself costs: the flood against as many people who write about different things. */
export function compared(flood: StormResult, different: StormResult): string {
  const times = (of: (result: StormResult) => number) => `×${number(of(flood) / of(different), 1)}`;
  const taken = times(({ played }) => percentile(played.taken, 0.5));
  const codes = times(({ acknowledged }) => percentile(acknowledged, 0.5));
  const empty = times(({ emptyAfterMs }) => emptyAfterMs ?? Number.NaN);
  const cpu = times((result) => result.cpu.reduce((sum, { name, ms }) => sum + (name === 'simulator' ? 0 : ms), 0));
  return `so với cùng số người về những việc khác nhau: webhook p50 ${taken}, có mã p50 ${codes}, thời gian tới khi trống ${empty}, CPU ${cpu}`;
}
