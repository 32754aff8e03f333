/** Decides the same reports by two sets of rules and counts what would change. */
import { decideRouting, type RoutingDecision, type RoutingInput } from '../agency-rules.ts';
import type { AssetLists } from './asset-list.ts';
import type { RuleSet } from './rule.ts';
import type { RuleErrorCode } from './try-rules.ts';

export interface ReplayedReport {
  code: string;
  input: RoutingInput;
}

/** Where a report is or would be: at an agency, or in the tray with the agency that is proposed. */
export interface Outcome {
  tray: boolean;
  agencyCode: string | null;
  copyTo: string[];
  reasons: string[];
}

export interface ChangedReport {
  code: string;
  from: Outcome;
  to: Outcome;
  /** The rule of the draft that decides it; null when none does. */
  ruleId: string | null;
}

export interface Comparison {
  replayed: number;
  changed: number;
  /** Agencies with another number of reports than before, the greatest change first. Proposals in the tray count too. */
  agencies: { agencyCode: string; before: number; after: number; gains: number; loses: number }[];
  tray: { before: number; after: number; in: number; out: number };
  /** The first of them, at most `MAX_SHOWN`. */
  changes: ChangedReport[];
  /** Rules of the draft that could not be used, and for how many reports. */
  failed: { ruleId: string; code: RuleErrorCode; reports: number }[];
  neverMatched: { ruleId: string; name: string }[];
}

export const MAX_SHOWN = 200;

export interface Replay {
  add(reports: readonly ReplayedReport[]): void;
  result(): Comparison;
}

/** A comparison that takes the reports in portions, so that nobody waits for thousands in one go. */
export function createReplay(live: RuleSet, draft: RuleSet, lists: AssetLists): Replay {
  const held = new Map<string, { before: number; after: number; gains: number; loses: number }>();
  const tray = { before: 0, after: 0, in: 0, out: 0 };
  const changes: ChangedReport[] = [];
  const failed = new Map<string, Comparison['failed'][number]>();
  const matched = new Set<string>();
  let replayed = 0;
  let changed = 0;

  const holding = (agencyCode: string) => {
    const entry = held.get(agencyCode) ?? { before: 0, after: 0, gains: 0, loses: 0 };
    held.set(agencyCode, entry);
    return entry;
  };
  const countHolder = (from: string | null, to: string | null): void => {
    if (from !== null) holding(from).before += 1;
    if (to !== null) holding(to).after += 1;
    if (from === to) return;
    if (from !== null) holding(from).loses += 1;
    if (to !== null) holding(to).gains += 1;
  };
  const countTray = (from: boolean, to: boolean): void => {
    if (from) tray.before += 1;
    if (to) tray.after += 1;
    if (to && !from) tray.in += 1;
    if (from && !to) tray.out += 1;
  };

  return {
    add: (reports) => {
      for (const { code, input } of reports) {
        const from = outcomeOf(decideRouting({ ...input, rules: live, lists }));
        const decision = decideRouting({ ...input, rules: draft, lists });
        const to = outcomeOf(decision);
        replayed += 1;
        if (decision.ruleId !== undefined) matched.add(decision.ruleId);
        if (decision.kind === 'tray' && decision.failedRule) {
          const { ruleId, code: errorCode } = decision.failedRule;
          const entry = failed.get(ruleId) ?? { ruleId, code: errorCode, reports: 0 };
          failed.set(ruleId, { ...entry, reports: entry.reports + 1 });
        }
        countHolder(from.agencyCode, to.agencyCode);
        countTray(from.tray, to.tray);
        if (JSON.stringify(from) === JSON.stringify(to)) continue;
        changed += 1;
        if (changes.length < MAX_SHOWN) changes.push({ code, from, to, ruleId: decision.ruleId ?? null });
      }
    },
    result: () => ({
      replayed,
      changed,
      agencies: [...held]
        .filter(([, { gains, loses }]) => gains + loses > 0)
        .map(([agencyCode, counts]) => ({ agencyCode, ...counts }))
        .sort((a, b) => b.gains + b.loses - a.gains - a.loses || (a.agencyCode < b.agencyCode ? -1 : 1)),
      tray: { ...tray },
      changes: [...changes],
      failed: [...failed.values()],
      neverMatched: draft.rules.filter(({ id }) => !matched.has(id)).map(({ id, name }) => ({ ruleId: id, name })),
    }),
  };
}

/** A decision as what becomes of the report. */
export function outcomeOf(decision: RoutingDecision): Outcome {
  return decision.kind === 'dispatch'
    ? { tray: false, agencyCode: decision.agencyCode, copyTo: decision.copyTo, reasons: [] }
    : { tray: true, agencyCode: decision.proposedAgency ?? null, copyTo: [], reasons: decision.reasons };
}
