import { number, table } from '../common/figures.ts';
import type { Answers, Measured } from './measure.ts';

const GOAL_MS = 100;

/**
 * All cities side by side, and an honest last column. Growth is judged against the small city whose answers are about as long
 * as the large one's, because a longer answer takes longer in any city; both factors are shown.
 */
export function comparison(answers: readonly Answers[], { small, large }: { small: number; large: number }): string {
  const allowed = Math.log(large) / Math.log(small);
  const names = [`${number(small)} (mới)`, `${number(small)} (thưa)`, number(large)];
  const head = ['', ...names.flatMap((name) => [name, 'p95', 'dòng']), 'tăng/mới', 'tăng/thưa', ''];
  const failed: string[] = [];
  const rows = answers.map(({ name, measured }) => {
    const [young, quiet, city] = measured;
    if (!young || !quiet || !city) throw new Error('three cities answer every question');
    const growth = city.p50 / like(city, [young, quiet]).p50;
    const faults = [
      ...(city.p95 > GOAL_MS ? [`p95 > ${GOAL_MS}`] : []),
      ...(growth > allowed ? [`tăng ×${number(growth, 1)}`] : []),
    ];
    if (faults.length > 0) failed.push(name);
    return [
      name,
      ...measured.flatMap(({ p50, p95, rows: found }) => [number(p50, 1), number(p95, 1), number(found)]),
      ...[young, quiet].map(({ p50 }) => `×${number(city.p50 / p50, 1)}`),
      faults.join(', ') || '✓',
    ];
  });
  return [
    'p50 và p95 tính bằng mili giây; “dòng”: số dòng trả về (trung vị). “Mới”: cùng nhịp, ít ngày; “thưa”: cùng số năm, ít mỗi ngày.',
    table([head, ...rows]),
    '',
    `Mức cho phép: p95 ${GOAL_MS} ms; tăng ×${number(allowed, 2)} (log n), so với thành phố nhỏ có câu trả lời dài tương đương.`,
    failed.length === 0 ? '✓ Tất cả đạt.' : `✗ ${failed.length}/${answers.length} chưa đạt: ${failed.join(' · ')}.`,
  ].join('\n');
}

function like(city: Measured, others: readonly [Measured, Measured]): Measured {
  const [one, other] = others;
  const apart = ({ rows }: Measured) => Math.abs(Math.log((rows + 1) / (city.rows + 1)));
  return apart(one) <= apart(other) ? one : other;
}
