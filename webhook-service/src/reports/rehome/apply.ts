import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { rehomingBatches, reports } from '../../../../db/schema/index.ts';
import { AppError } from '../../errors.ts';
import { putWardNamesInForce } from '../../routing/boundaries/names-in-force.ts';
import type { WardMaps } from '../../routing/boundaries/ward-maps.ts';
import { findMoves, OPEN_STATES } from './find-moves.ts';
import { becauseOf, type RehomingItem, type Reorganisation } from './plan-move.ts';
import { loadedWardMap, previewHashOf } from './preview.ts';

/** What changes for one report; `wardCode` and `agencyCode` are what it shall hold, null where it holds none. */
export interface RehomingMove {
  wardCode: string | null;
  agencyCode: string | null;
  /** For the history, Vietnamese. */
  because: string[];
  batchId: number;
  /** The staff member who applies the batch. */
  by: string;
  now: Date;
}

/** Moves one report, whose row is locked: ward, agency, history event `rehomed`, word to the citizen. */
export type MoveReport = (tx: Tx, reportId: number, move: RehomingMove) => Promise<void>;

export interface RehomingResult {
  moved: number;
  /** Moved before, by a run that was cut off or at the same time. */
  alreadyMoved: number;
  /** Codes of reports that changed between the check and their turn: they were left alone, preview again. */
  changedMeanwhile: string[];
  /** Codes of reports whose ward a person must choose. */
  needsPerson: string[];
}

type Batch = typeof rehomingBatches.$inferSelect;

/**
 * Does what a preview promised, in chunks of 500, each in a transaction of its own. May be repeated after it was cut off, and
 * by two at once: no report is moved twice.
 * @throws AppError `rehoming_not_found` (404), `ward_map_not_in_force` and `ward_map_superseded` (409), `preview_outdated`
 * (409) when open reports have changed since the preview so that it would do something else now.
 */
export async function applyRehoming(
  db: Tx,
  batchId: number,
  options: { by: string; now: Date; moveReport: MoveReport; wardMaps: WardMaps },
): Promise<RehomingResult> {
  const [batch] = await db.select().from(rehomingBatches).where(eq(rehomingBatches.id, batchId));
  if (!batch) throw new AppError({ code: 'rehoming_not_found', status: 404, detail: 'Không có đợt chuyển này.' });
  const items = batch.items as RehomingItem[];
  const result: RehomingResult = {
    moved: 0,
    alreadyMoved: 0,
    changedMeanwhile: [],
    needsPerson: items.filter(({ how }) => how === 'needs_person').map(({ code }) => code),
  };
  const moves = items.filter(({ how }) => how !== 'needs_person');
  if (batch.status === 'applied') return { ...result, alreadyMoved: moves.length };
  const change = await loadedWardMap(db, options.wardMaps, batch.versionId);
  if (change.from.getTime() > options.now.getTime()) throw notInForce();
  if (options.wardMaps.eraAt(options.now) !== change.era) throw superseded();
  await checkPreview(db, batch, change);
  for (let from = 0; from < moves.length; from += CHUNK) {
    const chunk = moves.slice(from, from + CHUNK);
    await db.transaction((tx) => moveChunk(tx, { chunk, change, batchId, result, ...options }));
  }
  await db.transaction(async (tx) => {
    await putWardNamesInForce(tx, change.era);
    await tx
      .update(rehomingBatches)
      .set({ status: 'applied', appliedBy: options.by, appliedAt: options.now })
      .where(and(eq(rehomingBatches.id, batchId), eq(rehomingBatches.status, 'previewed')));
  });
  return result;
}

const CHUNK = 500;

/** What would be done now and what this batch has done already must together be what the preview showed. */
async function checkPreview(db: Tx, batch: Batch, change: Reorganisation): Promise<void> {
  const promised = batch.items as RehomingItem[];
  const due = await findMoves(db, change);
  const isDue = new Set(due.map(({ code }) => code));
  const missing = promised.filter(({ code }) => !isDue.has(code));
  const done: RehomingItem[] = [];
  for (let from = 0; from < missing.length; from += CHUNK) {
    const chunk = missing.slice(from, from + CHUNK);
    const rows = await readReports(db, chunk);
    done.push(...chunk.filter((item) => isThere(rows.get(item.code), item)));
  }
  if (previewHashOf(batch.versionId, [...due, ...done]) === batch.previewHash) return;
  throw new AppError({
    code: 'preview_outdated',
    status: 409,
    detail: 'Các phản ánh đang mở đã thay đổi từ khi xem trước. Hãy xem trước lại rồi mới áp dụng.',
  });
}

async function moveChunk(
  tx: Tx,
  work: {
    chunk: readonly RehomingItem[];
    change: Reorganisation;
    batchId: number;
    result: RehomingResult;
    by: string;
    now: Date;
    moveReport: MoveReport;
  },
): Promise<void> {
  const rows = await readReports(tx, work.chunk, { lock: true });
  for (const item of work.chunk) {
    const report = rows.get(item.code);
    if (isThere(report, item)) {
      work.result.alreadyMoved += 1;
    } else if (report && isAsPreviewed(report, item)) {
      const { batchId, by, now } = work;
      const because = becauseOf(item, work.change);
      await work.moveReport(tx, report.id, {
        wardCode: item.toWard,
        agencyCode: item.toAgency,
        because,
        batchId,
        by,
        now,
      });
      work.result.moved += 1;
    } else {
      work.result.changedMeanwhile.push(item.code);
    }
  }
}

type Row = Pick<typeof reports.$inferSelect, 'id' | 'code' | 'state' | 'wardCode' | 'agencyCode'>;

async function readReports(
  tx: Tx,
  items: readonly RehomingItem[],
  { lock = false }: { lock?: boolean } = {},
): Promise<Map<string, Row>> {
  const query = tx
    .select({
      id: reports.id,
      code: reports.code,
      state: reports.state,
      wardCode: reports.wardCode,
      agencyCode: reports.agencyCode,
    })
    .from(reports)
    .where(
      inArray(
        reports.code,
        items.map(({ code }) => code),
      ),
    )
    // Always in this order: two that lock the same rows wait for each other instead of against each other.
    .orderBy(asc(reports.id));
  const rows = await (lock ? query.for('update') : query);
  return new Map(rows.map((row) => [row.code, row]));
}

function isThere(report: Row | undefined, { toWard, toAgency, how }: RehomingItem): boolean {
  return how !== 'needs_person' && report?.wardCode === toWard && report.agencyCode === toAgency;
}

function isAsPreviewed({ state, wardCode, agencyCode }: Row, { fromWard, fromAgency }: RehomingItem): boolean {
  const open: readonly string[] = OPEN_STATES;
  return open.includes(state) && wardCode === fromWard && agencyCode === fromAgency;
}

function notInForce(): AppError {
  return new AppError({
    code: 'ward_map_not_in_force',
    status: 409,
    detail:
      'Bản đồ phường, xã này chưa có hiệu lực. Bản đồ vừa nạp được dùng sau hai phút, không sớm hơn ngày hiệu lực.',
  });
}

function superseded(): AppError {
  return new AppError({
    code: 'ward_map_superseded',
    status: 409,
    detail: 'Đã có bản đồ phường, xã mới hơn đang hiệu lực. Hãy xem trước và áp dụng theo bản đồ đó.',
  });
}
