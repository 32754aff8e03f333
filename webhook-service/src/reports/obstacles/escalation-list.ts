import { and, desc, eq, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { escalations, reports } from '../../../../db/schema/index.ts';
import { agencyName } from '../agency-names.ts';
import type { Cell } from './csv.ts';
import { type DayRange, withinDays } from './day-range.ts';
import { localStamp } from './obstacle-list.ts';
import { type Scope, scopeCondition } from './scope.ts';
import type { Escalation } from './settle-escalation.ts';

export const escalationKinds = ['beyond_authority', 'overdue', 'reopened', 'ping_pong'] as const;
export type EscalationKind = (typeof escalationKinds)[number];

export const kindNames: Readonly<Record<EscalationKind, string>> = {
  beyond_authority: 'Vượt thẩm quyền',
  overdue: 'Quá hạn',
  reopened: 'Người dân báo chưa xong',
  ping_pong: 'Chuyển qua lại nhiều lần',
};

export const escalationStatusNames = { open: 'Chờ quyết định', settled: 'Đã có quyết định' } as const;

export interface EscalationFilter extends DayRange {
  /** Either side: who put it up or who holds it. */
  agency?: string | undefined;
  kind?: EscalationKind | undefined;
  status?: 'open' | 'settled' | undefined;
  reportId?: number | undefined;
}

export interface ListedEscalation {
  escalation: Escalation;
  reportCode: string;
  categoryCode: string | null;
}

/** Newest first, by keyset: those before `before`, an id. */
export async function listEscalations(
  tx: Tx,
  scope: Scope,
  filter: EscalationFilter,
  page: { before?: number | undefined; limit: number },
): Promise<ListedEscalation[]> {
  const older = page.before === undefined ? undefined : lt(escalations.id, page.before);
  return tx
    .select({ escalation: escalations, reportCode: reports.code, categoryCode: reports.categoryCode })
    .from(escalations)
    .innerJoin(reports, eq(reports.id, escalations.reportId))
    .where(and(matching(scope, filter), older))
    .orderBy(desc(escalations.id))
    .limit(page.limit);
}

export interface EscalationCount {
  kind: EscalationKind;
  status: 'open' | 'settled';
  count: number;
  /** Of these, open past their due time at `now`. */
  late: number;
}

/** How many, by kind × status, most first. */
export async function countEscalations(
  tx: Tx,
  scope: Scope,
  filter: EscalationFilter,
  now: Date,
): Promise<EscalationCount[]> {
  const count = sql<number>`count(*)::int`;
  const isLate = and(eq(escalations.status, 'open'), lt(escalations.dueAt, now));
  return tx
    .select({
      kind: escalations.kind,
      status: escalations.status,
      count,
      late: sql<number>`(count(*) filter (where ${isLate}))::int`,
    })
    .from(escalations)
    .innerJoin(reports, eq(reports.id, escalations.reportId))
    .where(matching(scope, filter))
    .groupBy(escalations.kind, escalations.status)
    .orderBy(desc(count), escalations.kind, escalations.status);
}

function matching(scope: Scope, { agency, kind, status, reportId, ...days }: EscalationFilter): SQL | undefined {
  return and(
    scopeCondition(scope, {
      agencies: [escalations.fromAgency, escalations.toAgency],
      category: reports.categoryCode,
    }),
    ...withinDays(escalations.raisedAt, days),
    agency === undefined ? undefined : or(eq(escalations.fromAgency, agency), eq(escalations.toAgency, agency)),
    kind === undefined ? undefined : eq(escalations.kind, kind),
    status === undefined ? undefined : eq(escalations.status, status),
    reportId === undefined ? undefined : eq(escalations.reportId, reportId),
  );
}

export const escalationColumns = [
  'Số',
  'Mã phản ánh',
  'Lĩnh vực',
  'Lý do',
  'Đơn vị báo cáo',
  'Đơn vị đang giữ',
  'Cấp',
  'Đề xuất',
  'Trạng thái',
  'Quyết định',
  'Hạn',
  'Ngày báo cáo',
  'Ngày quyết định',
] as const;

/** One line of the export, in the order of `escalationColumns`. */
export function escalationRow({ escalation, reportCode, categoryCode }: ListedEscalation): Cell[] {
  return [
    escalation.id,
    reportCode,
    categoryCode,
    kindNames[escalation.kind],
    escalation.fromAgency && agencyName(escalation.fromAgency),
    agencyName(escalation.toAgency),
    escalation.level,
    escalation.proposal,
    escalationStatusNames[escalation.status],
    escalation.decision,
    escalation.dueAt && localStamp(escalation.dueAt),
    localStamp(escalation.raisedAt),
    escalation.settledAt && localStamp(escalation.settledAt),
  ];
}
