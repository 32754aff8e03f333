import { and, eq } from 'drizzle-orm';
import { citizens, privacyRequests } from '../../../db/schema/index.ts';
import { putMessage } from '../notifications/outbox.ts';
import { NO_CONTACT, withdrawEverything } from './consents.ts';
import { type EraseDeps, eraseCitizen } from './erase.ts';
import { sendDownloadLink } from './export/download-link.ts';
import type { PrivacyRequest } from './open-request.ts';
import { rightsTextsIn } from './rights-texts.ts';

export type RightsDeps = EraseDeps;

/**
 * Does what a data subject's request asks for, as far as the service can: erase, send the export, end the consents. May run
 * any number of times; what needs a person's decision is left alone.
 * @throws TryAgainIn while something has to be waited for
 */
export async function performPrivacyRequest(requestId: number, deps: RightsDeps): Promise<void> {
  const [request] = await deps.db.select().from(privacyRequests).where(eq(privacyRequests.id, requestId));
  if (!request || request.state === 'refused') return;
  if (request.kind === 'erase') return eraseCitizen(request, deps);
  if (request.state !== 'received') return;
  if (request.kind === 'export' && request.source === 'chat') return sendDownloadLink(request, deps);
  if (request.kind === 'withdraw_consent') return endConsents(request, deps);
}

async function endConsents(request: PrivacyRequest, { db, now }: RightsDeps): Promise<void> {
  const at = now();
  await db.transaction(async (tx) => {
    const ended = await tx
      .update(privacyRequests)
      .set({ state: 'done', answeredAt: at, doneAt: at, decidedBy: 'system' })
      .where(and(eq(privacyRequests.id, request.id), eq(privacyRequests.state, 'received')))
      .returning({ id: privacyRequests.id });
    const [citizen] = await tx.select().from(citizens).where(eq(citizens.id, request.citizenId)).for('update');
    if (ended.length === 0 || !citizen || citizen.erasedAt) return;
    await withdrawEverything(tx, citizen, at, request.source === 'chat' ? 'chat' : 'miniapp');
    // Also where no row says that it was agreed to.
    await tx.update(citizens).set(NO_CONTACT).where(eq(citizens.id, citizen.id));
    const text = rightsTextsIn(citizen.language).consentWithdrawn();
    const idempotencyKey = `consent_withdrawn:${request.id}`;
    await putMessage(tx, { citizenId: citizen.id, kind: 'rights', text, idempotencyKey, now: at });
  });
}
