import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Db } from '../../../db/client.ts';
import { attachments } from '../../../db/schema/index.ts';
import { AppError } from '../errors.ts';
import type { Attachment } from './attachments.ts';
import { wholeOf } from './download.ts';
import { type FetchOptions, fetchAllowed } from './fetch-allowed.ts';
import { type FileType, fileTypeOf, HEAD_BYTES } from './file-type.ts';
import { officeFileOf } from './office-file.ts';
import type { MediaStore } from './store.ts';

export interface KeepDeps {
  db: Db;
  store: MediaStore;
  now: () => Date;
  mediaHosts: readonly string[];
}

/**
 * Fetches one voice message, video or file of the chat and stores it as it came, when its content is what it was sent as.
 * The row says first under which key it will lie, so whoever erases it finds the file; a second run writes the same.
 * @throws AppError `attachment_…` while a later try may succeed; what never will be kept is marked `refused` with the reason.
 */
export async function keepAttachment(attachmentId: number, deps: KeepDeps): Promise<void> {
  const { db, store } = deps;
  const [row] = await db.select().from(attachments).where(eq(attachments.id, attachmentId));
  if (row?.state !== 'pending') return;
  const options = { ...LIMITS[row.kind], allowHosts: deps.mediaHosts };
  const fetched = await fetchAllowed(row.sourceUrl, options, (body) => keep(row, body, deps));
  if (fetched.outcome === 'retry')
    throw new AppError({ code: `attachment_${fetched.why}`, status: 502, detail: 'Chưa tải được tệp, sẽ thử lại.' });
  if (fetched.outcome === 'refused') return refuse(db, row, fetched.why);
  if ('refusal' in fetched.taken) return refuse(db, row, fetched.taken.refusal);

  const { key, ...kept } = fetched.taken;
  const stored = await change(db, row, { ...kept, state: 'stored', storedAt: deps.now() });
  // Erased while it was on its way; or another worker was as quick, and then the file is theirs as well.
  if (!stored && !(await isStored(db, row))) await store.remove(key);
}

const MIB = 1024 * 1024;
/** What a phone records in a few minutes; Zalo's own limits for what citizens send are not documented. */
const LIMITS: Record<Attachment['kind'], Pick<FetchOptions, 'maxBytes' | 'timeoutMs'>> = {
  voice: { maxBytes: 10 * MIB, timeoutMs: 30_000 },
  video: { maxBytes: 50 * MIB, timeoutMs: 120_000 },
  file: { maxBytes: 20 * MIB, timeoutMs: 60_000 },
};

type Kept = { key: string; bytes: number; sha256: string };

/** A file is looked at as a whole; sound and video go to the store as they come, for memory is budgeted (DESIGN §12). */
async function keep(
  row: Attachment,
  body: AsyncIterable<Buffer>,
  { db, store }: KeepDeps,
): Promise<Kept | { refusal: string }> {
  const { head, all } = row.kind === 'file' ? await whole(body) : await peek(body);
  const type = typeFor(row.kind, head);
  if (type === null || type === 'macros') return { refusal: type ?? 'type' };
  const key = `attachment-${row.id}.${type.extension}`;
  if (!(await change(db, row, { storageKey: key, mediaType: type.mediaType }))) return { refusal: 'erased' };
  const seen = { hash: createHash('sha256'), bytes: 0 };
  try {
    await store.put(key, counted(all, seen));
  } catch (error) {
    // Too large after all: nothing lies there.
    await change(db, row, { storageKey: null });
    throw error;
  }
  return { key, bytes: seen.bytes, sha256: seen.hash.digest('hex') };
}

function typeFor(kind: Attachment['kind'], head: Buffer): FileType | 'macros' | null {
  const type = fileTypeOf(head, { sound: kind === 'voice' });
  if (kind === 'file') return type ?? officeFileOf(head);
  return type?.nature === (kind === 'voice' ? 'audio' : 'video') ? type : null;
}

async function whole(body: AsyncIterable<Buffer>) {
  const bytes = await wholeOf(body);
  return { head: bytes, all: [bytes] };
}

/** The first bytes, and everything once more from the start. */
async function peek(body: AsyncIterable<Buffer>): Promise<{ head: Buffer; all: AsyncIterable<Buffer> }> {
  const chunks = body[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < HEAD_BYTES) {
    const next = await chunks.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  return { head, all: joined(head, { [Symbol.asyncIterator]: () => chunks }) };
}

async function* joined(head: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  yield* rest;
}

async function* counted(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  seen: { hash: ReturnType<typeof createHash>; bytes: number },
): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    seen.hash.update(chunk);
    seen.bytes += chunk.length;
    yield chunk;
  }
}

/** Changes the row while it still waits for its file. @returns false when somebody else has decided about it. */
async function change(db: Db, { id }: Attachment, values: Partial<Attachment>): Promise<boolean> {
  const changed = await db
    .update(attachments)
    .set(values)
    .where(and(eq(attachments.id, id), eq(attachments.state, 'pending')))
    .returning({ id: attachments.id });
  return changed.length > 0;
}

async function refuse(db: Db, row: Attachment, refusal: string): Promise<void> {
  await change(db, row, { state: 'refused', refusal });
}

async function isStored(db: Db, { id }: Attachment): Promise<boolean> {
  const [row] = await db.select({ state: attachments.state }).from(attachments).where(eq(attachments.id, id));
  return row?.state === 'stored';
}
