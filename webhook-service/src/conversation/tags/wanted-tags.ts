import { agencyName } from '../../reports/agency-names.ts';
import { isOpen, type ReportState, stateLabels } from '../../reports/lifecycle/states.ts';

/** What of a report decides the tags of its reporter's chat. */
export interface TaggedReport {
  state: ReportState;
  agencyCode: string | null;
  overdueAt: Date | null;
}

/** A report that waits for the citizen's word is still somebody's work. */
const LIVE = (state: ReportState): boolean => isOpen(state) || state === 'answered';

export const OVERDUE_TAG = 'Quá hạn';

/**
 * The tags a chat should carry: who holds the citizen's live reports, in which state they are, and whether one is late. An
 * official filters the console by them (DESIGN §8); names are those they know, so that nobody needs a legend.
 */
export function wantedTags(reports: readonly TaggedReport[]): Set<string> {
  const tags = new Set<string>();
  for (const { state, agencyCode, overdueAt } of reports) {
    if (!LIVE(state)) continue;
    tags.add(stateLabels[state].vi);
    if (agencyCode) tags.add(agencyName(agencyCode));
    if (overdueAt && isOpen(state)) tags.add(OVERDUE_TAG);
  }
  return tags;
}
