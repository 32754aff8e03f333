/**
 * Keeps pieces of evidence (minh chứng). The row comes first and says under which keys the files will lie; they are proof once
 * the row says `stored`. Removing goes the other way. Whoever is killed in between leaves a row, never a file without one.
 */
import { createHash } from 'node:crypto';
import { and, asc, eq, isNull, lt, ne, or } from 'drizzle-orm';
import type { Db, Tx } from '../../../../db/client.ts';
import { evidence } from '../../../../db/schema/index.ts';
import { AppError } from '../../errors.ts';
import { makePhoto } from '../../media/photo.ts';
import type { MediaStore } from '../../media/store.ts';
import { lockReports } from '../report.ts';
import { evidenceKindOf } from './evidence-kind.ts';

export type Evidence = typeof evidence.$inferSelect;

export interface EvidenceDeps {
  db: Db;
  store: MediaStore;
  now: () => Date;
  randomBytes: (size: number) => Buffer;
}

/** What may wait for its answer per report; an answer carries far less. */
const MOST_LOOSE = 20;
const SWEPT_AT_ONCE = 100;

/**
 * Stores one file for a report; a photo is made anew from its pixels. The same content, sent again while it waits for its
 * answer, is the same piece.
 * @throws AppError 413, 415 or 422 for what is no evidence, 409 `too_much_evidence`
 */
export async function storeEvidence(
  file: { reportId: number; uploadedBy: string; bytes: Buffer },
  deps: EvidenceDeps,
): Promise<{ piece: Evidence; isNew: boolean }> {
  const { reportId, uploadedBy, bytes } = file;
  const made = await makeFiles(bytes, `evidence-${deps.randomBytes(16).toString('hex')}`);
  const row = { ...made.columns, reportId, uploadedBy, uploadedAt: deps.now(), state: 'pending' as const };
  const { piece, isNew } = await deps.db.transaction((tx) => claim(tx, row));
  if (piece.state === 'stored') return { piece, isNew };
  // A piece somebody began and did not end is ended here: same content, same keys.
  await deps.store.put(piece.storageKey, made.content);
  if (piece.thumbnailKey && made.thumbnail) await deps.store.put(piece.thumbnailKey, made.thumbnail);
  await deps.db
    .update(evidence)
    .set({ state: 'stored' })
    .where(and(eq(evidence.id, piece.id), eq(evidence.state, 'pending')));
  return { piece: { ...piece, state: 'stored' }, isNew };
}

/** Removes a piece that no answer carries, with its files. May be repeated. @returns false when an answer carries it. */
export async function removeEvidence(
  piece: Evidence,
  { db, store }: Pick<EvidenceDeps, 'db' | 'store'>,
): Promise<boolean> {
  const loose = and(eq(evidence.id, piece.id), isNull(evidence.answerId));
  const claimed = await db.update(evidence).set({ state: 'removing' }).where(loose).returning({ id: evidence.id });
  if (claimed.length === 0) return false;
  for (const key of [piece.storageKey, piece.thumbnailKey]) if (key !== null) await store.remove(key);
  await db.delete(evidence).where(loose);
  return true;
}

/**
 * Removes evidence that was uploaded before `olderThan` and tied to no answer, and what was being removed when somebody was
 * killed. For the sweep: a few at a time, safe with two replicas. @returns how many.
 */
export async function removeLooseEvidence(
  db: Db,
  store: MediaStore,
  { olderThan }: { olderThan: Date },
): Promise<number> {
  const rows = await db
    .select()
    .from(evidence)
    .where(and(isNull(evidence.answerId), or(lt(evidence.uploadedAt, olderThan), eq(evidence.state, 'removing'))))
    .orderBy(asc(evidence.uploadedAt))
    .limit(SWEPT_AT_ONCE);
  let removed = 0;
  for (const piece of rows) if (await removeEvidence(piece, { db, store })) removed += 1;
  return removed;
}

type NewEvidence = typeof evidence.$inferInsert;

/** The row of this content for this report: the one that waits already, or a new one. */
async function claim(tx: Tx, row: NewEvidence): Promise<{ piece: Evidence; isNew: boolean }> {
  // Two uploads of one file at once are one piece.
  await lockReports(tx, [row.reportId]);
  const waiting = await tx
    .select()
    .from(evidence)
    .where(and(eq(evidence.reportId, row.reportId), isNull(evidence.answerId), ne(evidence.state, 'removing')));
  const same = waiting.find(({ sha256 }) => sha256 === row.sha256);
  if (same) return { piece: same, isNew: false };
  if (waiting.length >= MOST_LOOSE) {
    throw new AppError({
      code: 'too_much_evidence',
      status: 409,
      detail: `Đã có ${MOST_LOOSE} tệp minh chứng chưa gắn vào câu trả lời. Xin xóa bớt rồi tải lên lại.`,
    });
  }
  const [piece] = await tx.insert(evidence).values(row).returning();
  if (!piece) throw new Error('the evidence was not stored');
  return { piece, isNew: true };
}

async function makeFiles(bytes: Buffer, key: string) {
  if (evidenceKindOf(bytes) === 'document') {
    const columns = {
      kind: 'document' as const,
      storageKey: `${key}.pdf`,
      mediaType: 'application/pdf',
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
    return { columns, content: bytes, thumbnail: null };
  }
  const { jpeg, thumbnail, width, height, sha256, fingerprint } = await makePhoto(bytes);
  const columns = {
    kind: 'photo' as const,
    storageKey: `${key}.jpg`,
    thumbnailKey: `${key}-thumb.jpg`,
    mediaType: 'image/jpeg',
    ...{ width, height, sha256, fingerprint },
    bytes: jpeg.length,
  };
  return { columns, content: jpeg, thumbnail };
}
