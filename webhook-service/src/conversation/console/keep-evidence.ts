/** The photos and files of an official's answer become evidence of the report, as if they had been uploaded at the desk. */
import { randomBytes } from 'node:crypto';
import { and, asc, eq, gte, inArray, isNull, lt, ne, or } from 'drizzle-orm';
import type { Db, Tx } from '../../../../db/client.ts';
import { consoleFiles, consoleMessages } from '../../../../db/schema/index.ts';
import { AppError } from '../../errors.ts';
import { wholeOf } from '../../media/download.ts';
import { fetchAllowed } from '../../media/fetch-allowed.ts';
import type { MediaStore } from '../../media/store.ts';
import { storeEvidence } from '../../reports/evidence/store-evidence.ts';
import { type ConsoleMessage, MEND_WITHIN_MS } from './note-message.ts';

export interface KeepEvidenceDeps {
  db: Db;
  store: MediaStore;
  now: () => Date;
  mediaHosts: readonly string[];
}

/** As large as evidence may be; the console itself sends 5 MB at most (zalo-platform §3.6). */
const LIMITS = { maxBytes: 15 * 1024 * 1024, timeoutMs: 20_000 };
/** A file that could not be fetched for so long is taken for lost: the official is told instead of waiting for ever. */
const GIVE_UP_AFTER_MS = 4 * 60_000;

/**
 * Fetches and stores what belongs to the message. May be repeated: what is stored is not fetched again, and the same content is
 * the same piece.
 * @returns ids of the evidence, in the order it was sent
 * @throws AppError `console_file_…` while a later try may succeed
 */
export async function keepEvidence(
  message: ConsoleMessage,
  report: { id: number; uploadedBy: string },
  deps: KeepEvidenceDeps,
): Promise<number[]> {
  const ids: number[] = [];
  for (const file of await filesOf(deps.db, message.id)) {
    if (file.state === 'refused') continue;
    const id = file.evidenceId ?? (await keep(file, message, report, deps));
    if (id !== null) ids.push(id);
  }
  return [...new Set(ids)];
}

/**
 * An answer given again after it was held back takes over the files of the earlier tries of the same official in the same chat
 * about the same report: proof adds up, nobody sends a photo twice.
 */
export async function takeOverEarlierTries(tx: Tx, message: ConsoleMessage, reportId: number): Promise<void> {
  const earlier = await tx
    .select({ id: consoleMessages.id })
    .from(consoleMessages)
    .where(
      and(
        ...[eq(consoleMessages.adminId, message.adminId), eq(consoleMessages.citizenId, message.citizenId)],
        ...[eq(consoleMessages.reportId, reportId), ne(consoleMessages.id, message.id)],
        ...[
          eq(consoleMessages.state, 'held_back'),
          eq(consoleMessages.deed, 'answer'),
          isNull(consoleMessages.belongsTo),
        ],
        gte(consoleMessages.sentAt, new Date(message.sentAt.getTime() - MEND_WITHIN_MS)),
        lt(consoleMessages.sentAt, message.sentAt),
      ),
    )
    .for('update');
  const ids = earlier.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx.update(consoleMessages).set({ belongsTo: message.id }).where(inArray(consoleMessages.belongsTo, ids));
  await tx
    .update(consoleMessages)
    .set({ belongsTo: message.id, state: 'set_aside', finding: { code: 'replaced' } })
    .where(inArray(consoleMessages.id, ids));
}

type ConsoleFile = typeof consoleFiles.$inferSelect;

async function filesOf(db: Db, messageId: number): Promise<ConsoleFile[]> {
  const rows = await db
    .select({ file: consoleFiles })
    .from(consoleFiles)
    .innerJoin(consoleMessages, eq(consoleMessages.id, consoleFiles.messageId))
    .where(or(eq(consoleMessages.id, messageId), eq(consoleMessages.belongsTo, messageId)))
    .orderBy(asc(consoleMessages.sentAt), asc(consoleMessages.id), asc(consoleFiles.position));
  return rows.map(({ file }) => file);
}

async function keep(
  file: ConsoleFile,
  message: ConsoleMessage,
  { id: reportId, uploadedBy }: { id: number; uploadedBy: string },
  deps: KeepEvidenceDeps,
): Promise<number | null> {
  const fetched = await fetchAllowed(file.sourceUrl, { allowHosts: deps.mediaHosts, ...LIMITS }, wholeOf);
  if (fetched.outcome === 'retry' && deps.now().getTime() - message.settleAt.getTime() < GIVE_UP_AFTER_MS)
    throw new AppError({ code: `console_file_${fetched.why}`, status: 502, detail: 'Chưa tải được tệp, sẽ thử lại.' });
  if (fetched.outcome !== 'ok') return refuse(deps.db, file, fetched.why);
  try {
    const upload = { reportId, uploadedBy, bytes: fetched.taken };
    const { piece } = await storeEvidence(upload, { ...deps, randomBytes });
    await deps.db
      .update(consoleFiles)
      .set({ state: 'stored', evidenceId: piece.id })
      .where(eq(consoleFiles.id, file.id));
    return piece.id;
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return refuse(deps.db, file, error.code);
    throw error;
  }
}

async function refuse(db: Db, { id }: ConsoleFile, refusal: string): Promise<null> {
  await db.update(consoleFiles).set({ state: 'refused', refusal }).where(eq(consoleFiles.id, id));
  return null;
}
