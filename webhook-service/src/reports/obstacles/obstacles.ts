import { eq } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { obstacles } from '../../../../db/schema/index.ts';
import { AppError } from '../../errors.ts';
import { record } from '../history/record.ts';
import type { Actor } from '../lifecycle/roles.ts';
import type { Report } from '../report.ts';
import type { ObstacleStatus } from './causes.ts';
import { checkDecision, checkObstacle, checkObstacleState, type ObstacleInput } from './check-obstacle.ts';

export type Obstacle = typeof obstacles.$inferSelect;

/**
 * Writes down a difficulty met with a report, for the agency that holds it, and says so in the internal history. The
 * report's row must be locked by the caller.
 * @throws AppError of `checkObstacle`, `checkObstacleState`, or `obstacle_agency_missing` (409) while nobody holds it.
 */
export async function recordObstacle(
  tx: Tx,
  report: Report,
  input: ObstacleInput,
  actor: Actor & { id: string },
  now: Date,
): Promise<Obstacle> {
  const checked = checkObstacle(input);
  checkObstacleState(report.state);
  if (report.agencyCode === null) {
    throw new AppError({
      code: 'obstacle_agency_missing',
      status: 409,
      detail: 'Phản ánh chưa được chuyển đơn vị nào. Hãy chuyển đơn vị xử lý trước khi ghi vướng mắc.',
    });
  }
  const [row] = await tx
    .insert(obstacles)
    .values({
      ...checked,
      reportId: report.id,
      agencyCode: report.agencyCode,
      step: report.state,
      recordedBy: actor.id,
      recordedAt: now,
    })
    .returning();
  if (!row) throw new Error('obstacle not stored');
  const { id: obstacleId, stage, cause, agencyCode } = row;
  await record(tx, report.id, [
    { event: 'obstacle_recorded', actor, at: now, isPublic: false, data: { obstacleId, stage, cause, agencyCode } },
  ]);
  return row;
}

/** An obstacle, locked. @throws AppError 404 `obstacle_not_found`. */
export async function lockObstacle(tx: Tx, id: number): Promise<Obstacle> {
  const [row] = await tx.select().from(obstacles).where(eq(obstacles.id, id)).for('update');
  if (!row) throw obstacleNotFound();
  return row;
}

/** An obstacle as it is now. @throws AppError 404 `obstacle_not_found`. */
export async function readObstacle(tx: Tx, id: number): Promise<Obstacle> {
  const [row] = await tx.select().from(obstacles).where(eq(obstacles.id, id));
  if (!row) throw obstacleNotFound();
  return row;
}

/**
 * Moves an obstacle forward, with a decision at the end. Its row and its report's must be locked by the caller.
 * @throws AppError of `checkDecision`.
 */
export async function decideObstacle(
  tx: Tx,
  obstacle: Obstacle,
  move: { status: ObstacleStatus; decision?: string | null | undefined },
  actor: Actor & { id: string },
  now: Date,
): Promise<Obstacle> {
  const decision = checkDecision(obstacle.status, move.status, move.decision) ?? obstacle.decision;
  const [row] = await tx
    .update(obstacles)
    .set({ status: move.status, decision, decidedBy: actor.id, decidedAt: now })
    .where(eq(obstacles.id, obstacle.id))
    .returning();
  if (!row) throw new Error('obstacle vanished while locked');
  await record(tx, obstacle.reportId, [
    {
      event: 'obstacle_decided',
      actor,
      at: now,
      isPublic: false,
      data: { obstacleId: obstacle.id, from: obstacle.status, to: move.status },
    },
  ]);
  return row;
}

function obstacleNotFound(): AppError {
  return new AppError({ code: 'obstacle_not_found', status: 404, detail: 'Không có vướng mắc này.' });
}
