import { reports } from '../../../../db/schema/index.ts';
import { wardIdentity, wardTitle } from '../../../../db/seed/admin-units.ts';
import { category } from '../../../../db/seed/categories.ts';
import type { PriorityClass } from '../../../../db/seed/priority-policy.ts';
import { overdueFrom } from '../../deadlines/policy.ts';
import { agencyName } from '../agency-names.ts';
import { type ReportState, stateLabels } from '../lifecycle/states.ts';

/** A code with what it is called. */
export interface Named {
  code: string;
  name: string;
}

/** A report as a list shows it. */
export interface ReportLine {
  code: string;
  state: ReportState;
  stateLabel: string;
  /** The beginning of what the citizen wrote. */
  excerpt: string;
  place: string | null;
  ward: Named | null;
  category: Named | null;
  priorityClass: PriorityClass;
  agency: Named | null;
  level: number;
  round: number;
  handOvers: number;
  receivedAt: Date;
  dueAt: Date | null;
  overdue: boolean;
  traySince: Date | null;
  version: number;
}

/** What a line needs of a row, and no more: lists read many. */
export const lineColumns = {
  id: reports.id,
  code: reports.code,
  state: reports.state,
  text: reports.text,
  placeText: reports.placeText,
  wardCode: reports.wardCode,
  categoryCode: reports.categoryCode,
  priorityClass: reports.priorityClass,
  agencyCode: reports.agencyCode,
  level: reports.level,
  round: reports.round,
  handOvers: reports.handOvers,
  receivedAt: reports.receivedAt,
  dueAt: reports.dueAt,
  traySince: reports.traySince,
  version: reports.version,
};

type LineRow = { [Column in keyof typeof lineColumns]: (typeof reports.$inferSelect)[Column] };

const EXCERPT = 160;

export function reportLine(row: LineRow, now: Date): ReportLine {
  const { id: _, text, placeText, wardCode, categoryCode, agencyCode, ...same } = row;
  return {
    ...same,
    stateLabel: stateLabels[row.state].vi,
    excerpt: excerptOf(text),
    place: placeText,
    ward: wardNamed(wardCode),
    category: categoryNamed(categoryCode),
    agency: agencyNamed(agencyCode),
    overdue: row.dueAt !== null && overdueFrom(row.dueAt) <= now,
  };
}

export function agencyNamed(code: string | null): Named | null {
  return code === null ? null : { code, name: agencyName(code) };
}

export function categoryNamed(code: string | null): Named | null {
  return code === null ? null : { code, name: category(code)?.nameVi ?? code };
}

export function wardNamed(code: string | null): Named | null {
  if (code === null) return null;
  const ward = wardIdentity(code);
  return { code, name: ward ? wardTitle(ward) : code };
}

/** Cut between characters as people see them, never inside one. */
export function excerptOf(text: string): string {
  const characters = [...text.normalize('NFC').replace(/\s+/gu, ' ').trim()];
  return characters.length <= EXCERPT
    ? characters.join('')
    : `${characters
        .slice(0, EXCERPT - 1)
        .join('')
        .trimEnd()}…`;
}
