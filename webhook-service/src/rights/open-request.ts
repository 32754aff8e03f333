import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { privacyRequests } from '../../../db/schema/index.ts';
import type { Calendar } from '../deadlines/calendar.ts';
import { enqueue } from '../queues/enqueue.ts';
import { startRequestClock } from './request-clock.ts';

export type PrivacyRequest = typeof privacyRequests.$inferSelect;
export type RequestKind = PrivacyRequest['kind'];
export type RequestSource = PrivacyRequest['source'];

/** What the service does by itself; the rest needs a person who reads and decides. */
const DONE_BY_MACHINE: readonly RequestKind[] = ['erase', 'export', 'withdraw_consent'];

export function isDoneByMachine(kind: RequestKind): boolean {
  return DONE_BY_MACHINE.includes(kind);
}

export interface NewRequest {
  /** Names the request wherever it came from; asked again with it, nothing new is opened. */
  key: string;
  citizenId: number;
  kind: RequestKind;
  source: RequestSource;
  note?: string | null;
  receivedAt: Date;
}

/** Writes a request down with its due times, and its job if the service can do it, in the caller's transaction. */
export async function openRequest(
  tx: Tx,
  request: NewRequest,
  { office, now }: { office: Calendar; now: Date },
): Promise<{ request: PrivacyRequest; isNew: boolean }> {
  const [made] = await tx
    .insert(privacyRequests)
    .values({
      ...request,
      note: request.note ?? null,
      state: 'received',
      ...startRequestClock(request.receivedAt, office),
    })
    .onConflictDoNothing({ target: privacyRequests.key })
    .returning();
  if (made) {
    await performSoon(tx, made, now);
    return { request: made, isNew: true };
  }
  const [known] = await tx.select().from(privacyRequests).where(eq(privacyRequests.key, request.key));
  if (!known) throw new Error('a request that is in the way is there');
  return { request: known, isNew: false };
}

/** Sees to it that what the service can do is done; asking again re-arms the same job. */
export async function performSoon(
  tx: Tx,
  { id, kind }: Pick<PrivacyRequest, 'id' | 'kind'>,
  runAt: Date,
): Promise<void> {
  if (isDoneByMachine(kind)) await enqueue(tx, 'privacy.perform', { requestId: id }, { key: `request-${id}`, runAt });
}
