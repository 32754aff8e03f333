/** Which report an official's message is about (DESIGN §8): quote › code › only open report they act for › the tray. Pure. */
import type { ReportState } from '../../reports/lifecycle/states.ts';
import { isOpen } from '../../reports/lifecycle/states.ts';

/** A report of the citizen in whose chat the message was typed. */
export interface TieCandidate {
  id: number;
  code: string;
  state: ReportState;
  /** The official acts for the agency that holds it, or their role reaches everything. */
  within: boolean;
}

export interface TieFacts {
  /** The console account belongs to an active member. */
  linked: boolean;
  /** The report of the quoted message, ours or an official's earlier one; null when it has none or nothing is quoted. */
  quoted: TieCandidate | null;
  /** A code in the words. `another`: a report, but of somebody else. */
  code: { is: 'none' | 'misspelt' | 'unknown' | 'another' } | { is: 'own'; report: TieCandidate };
  /** The citizen's latest reports, newest first. */
  reports: readonly TieCandidate[];
}

export type TrayCode =
  | 'account_unlinked'
  | 'code_of_another'
  | 'code_unknown'
  | 'code_misspelt'
  | 'quote_and_code_differ'
  | 'several_open'
  | 'none_open'
  | 'no_report';

export type Tie =
  | { tied: TieCandidate; by: 'quote' | 'code' | 'only_open' }
  /** `candidates`: likeliest first, of this citizen only. */
  | { tray: TrayCode; candidates: TieCandidate[] };

const MOST_CANDIDATES = 5;

/** The report that is meant, or why that is for a person to say. Never acts on a report of another citizen. */
export function tie(facts: TieFacts): Tie {
  const { quoted, code } = facts;
  if (!facts.linked) return tray('account_unlinked', facts);
  // A code says plainly what is meant, and what is meant is not here: neither the quote nor a guess may overrule it.
  if (code.is === 'another') return tray('code_of_another', facts);
  if (code.is === 'unknown') return tray('code_unknown', facts);
  if (code.is === 'misspelt') return tray('code_misspelt', facts);
  if (quoted && code.is === 'own' && code.report.id !== quoted.id) return tray('quote_and_code_differ', facts);
  if (quoted) return { tied: quoted, by: 'quote' };
  if (code.is === 'own') return { tied: code.report, by: 'code' };
  const open = facts.reports.filter(({ state, within }) => within && isOpen(state));
  const [only, ...more] = open;
  if (only && more.length === 0) return { tied: only, by: 'only_open' };
  if (only) return tray('several_open', facts);
  return tray(facts.reports.length > 0 ? 'none_open' : 'no_report', facts);
}

function tray(code: TrayCode, facts: TieFacts): Tie {
  return { tray: code, candidates: ranked(facts) };
}

/** What was pointed at first, then what the official acts for, then what is still open; the newest first among equals. */
function ranked({ quoted, code, reports }: TieFacts): TieCandidate[] {
  const pointedAt = [quoted, code.is === 'own' ? code.report : null].filter((report) => report !== null);
  const rank = ({ within, state }: TieCandidate) => (within ? 2 : 0) + (isOpen(state) ? 1 : 0);
  const rest = [...reports].sort((a, b) => rank(b) - rank(a) || b.id - a.id);
  const seen = new Map([...pointedAt, ...rest].map((report) => [report.id, report]));
  return [...seen.values()].slice(0, MOST_CANDIDATES);
}
