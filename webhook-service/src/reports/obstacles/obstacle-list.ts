import { and, desc, eq, lt, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { obstacles, reports } from '../../../../db/schema/index.ts';
import { agencyName } from '../agency-names.ts';
import { stateLabels } from '../lifecycle/states.ts';
import { type ObstacleStage, type ObstacleStatus, obstacleCause, stageNames, statusNames } from './causes.ts';
import type { Cell } from './csv.ts';
import { type DayRange, withinDays } from './day-range.ts';
import type { Obstacle } from './obstacles.ts';
import { type Scope, scopeCondition } from './scope.ts';

export interface ObstacleFilter extends DayRange {
  agency?: string | undefined;
  stage?: ObstacleStage | undefined;
  cause?: string | undefined;
  status?: ObstacleStatus | undefined;
  reportId?: number | undefined;
}

export interface ListedObstacle {
  obstacle: Obstacle;
  reportCode: string;
  categoryCode: string | null;
}

/** Newest first, by keyset: those before `before`, an id. */
export async function listObstacles(
  tx: Tx,
  scope: Scope,
  filter: ObstacleFilter,
  page: { before?: number | undefined; limit: number },
): Promise<ListedObstacle[]> {
  const older = page.before === undefined ? undefined : lt(obstacles.id, page.before);
  return tx
    .select({ obstacle: obstacles, reportCode: reports.code, categoryCode: reports.categoryCode })
    .from(obstacles)
    .innerJoin(reports, eq(reports.id, obstacles.reportId))
    .where(and(matching(scope, filter), older))
    .orderBy(desc(obstacles.id))
    .limit(page.limit);
}

export interface ObstacleCount {
  stage: ObstacleStage;
  cause: string;
  status: ObstacleStatus;
  count: number;
}

/** How many, by stage × cause × status, most first (P5: listed and counted by stage and cause). */
export async function countObstacles(tx: Tx, scope: Scope, filter: ObstacleFilter): Promise<ObstacleCount[]> {
  const count = sql<number>`count(*)::int`;
  return tx
    .select({ stage: obstacles.stage, cause: obstacles.cause, status: obstacles.status, count })
    .from(obstacles)
    .innerJoin(reports, eq(reports.id, obstacles.reportId))
    .where(matching(scope, filter))
    .groupBy(obstacles.stage, obstacles.cause, obstacles.status)
    .orderBy(desc(count), obstacles.stage, obstacles.cause, obstacles.status);
}

function matching(scope: Scope, { agency, stage, cause, status, reportId, ...days }: ObstacleFilter): SQL | undefined {
  return and(
    scopeCondition(scope, { agencies: [obstacles.agencyCode], category: reports.categoryCode }),
    ...withinDays(obstacles.recordedAt, days),
    agency === undefined ? undefined : eq(obstacles.agencyCode, agency),
    stage === undefined ? undefined : eq(obstacles.stage, stage),
    cause === undefined ? undefined : eq(obstacles.cause, cause),
    status === undefined ? undefined : eq(obstacles.status, status),
    reportId === undefined ? undefined : eq(obstacles.reportId, reportId),
  );
}

export const obstacleColumns = [
  'Số',
  'Mã phản ánh',
  'Lĩnh vực',
  'Đơn vị',
  'Khâu',
  'Bước xử lý',
  'Nguyên nhân',
  'Ghi chú',
  'Đề xuất',
  'Trạng thái',
  'Quyết định',
  'Ngày ghi',
  'Ngày quyết định',
] as const;

/** One line of the export, in the order of `obstacleColumns`. Times are ISO in UTC+7, which spreadsheets read. */
export function obstacleRow({ obstacle, reportCode, categoryCode }: ListedObstacle): Cell[] {
  return [
    obstacle.id,
    reportCode,
    categoryCode,
    agencyName(obstacle.agencyCode),
    stageNames[obstacle.stage],
    stateLabels[obstacle.step].vi,
    obstacleCause(obstacle.cause)?.nameVi ?? obstacle.cause,
    obstacle.note,
    obstacle.proposal,
    statusNames[obstacle.status],
    obstacle.decision,
    localStamp(obstacle.recordedAt),
    obstacle.decidedAt && localStamp(obstacle.decidedAt),
  ];
}

/** `2026-10-06 12:00` as a clock in Hà Nội shows it. */
export function localStamp(at: Date): string {
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
