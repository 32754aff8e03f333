import type { KeptDeed } from '../deeds/deed.ts';
import type { ReportLine } from './use-my-reports.ts';

export interface OrderedLines {
  /** Something is asked of the person, or something they said could not be done. */
  needsMe: ReportLine[];
  /** Newest first, as they come. */
  others: ReportLine[];
}

/** What waits for the person on top; what they have answered a moment ago, without a network, no longer does. */
export function orderLines(lines: readonly ReportLine[], kept: readonly KeptDeed[]): OrderedLines {
  const of = ({ code }: ReportLine) => kept.filter((deed) => deed.code === code);
  const needsMe = lines.filter((line) => {
    const said = of(line);
    return said.some(({ state }) => state !== 'waiting') || (said.length === 0 && line.needsMe !== null);
  });
  return { needsMe, others: lines.filter((line) => !needsMe.includes(line)) };
}
