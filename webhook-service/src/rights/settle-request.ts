/** What people decide about a privacy request: answer, extend, refuse, complete. Every step is told to the person. */
import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { citizens, privacyRequests } from '../../../db/schema/index.ts';
import { dueWords } from '../deadlines/due-words.ts';
import { AppError } from '../errors.ts';
import { putMessage } from '../notifications/outbox.ts';
import { isDoneByMachine, type PrivacyRequest } from './open-request.ts';
import { extendedDue } from './request-clock.ts';
import { type RightsTexts, rightsTextsIn } from './rights-texts.ts';

export type RequestMove =
  /** The first answer, due within two working days: what will be done, by when. */
  | { type: 'answer'; words: string }
  | { type: 'extend'; days: number; reason: string }
  /** `where`: where the person can turn to instead. */
  | { type: 'refuse'; reason: string; where: string }
  | { type: 'complete'; words: string };

type Changes = Partial<typeof privacyRequests.$inferInsert>;
export type MoveRefusal = 'request_over' | 'answered_already' | 'extended_already' | 'done_by_service';

/** What a move makes of a request, or why it cannot be made. Pure. */
export function decideMove(
  request: Pick<PrivacyRequest, 'state' | 'kind' | 'doneDueAt' | 'extensionReason' | 'answeredAt'>,
  move: RequestMove,
  { now, by }: { now: Date; by: string },
): { ok: true; changes: Changes } | { ok: false; why: MoveRefusal } {
  if (request.state === 'done' || request.state === 'refused') return { ok: false, why: 'request_over' };
  const answered = { answeredAt: request.answeredAt ?? now, decidedBy: by };
  switch (move.type) {
    case 'answer':
      if (request.state === 'answered') return { ok: false, why: 'answered_already' };
      return { ok: true, changes: { ...answered, state: 'answered' } };
    case 'extend':
      if (request.extensionReason !== null) return { ok: false, why: 'extended_already' };
      return {
        ok: true,
        // Telling of the new time is an answer.
        changes: {
          ...answered,
          state: 'answered',
          doneDueAt: extendedDue(request.doneDueAt, move.days),
          extensionReason: move.reason,
        },
      };
    case 'refuse':
      return {
        ok: true,
        changes: { ...answered, state: 'refused', doneAt: now, outcome: { reason: move.reason, where: move.where } },
      };
    case 'complete':
      if (isDoneByMachine(request.kind)) return { ok: false, why: 'done_by_service' };
      return { ok: true, changes: { ...answered, state: 'done', doneAt: now } };
  }
}

/**
 * Makes a move and tells the person, in the caller's transaction.
 * @throws AppError 404 `privacy_request_not_found`, 409 with the refusal's code
 */
export async function settleRequest(
  tx: Tx,
  id: number,
  move: RequestMove,
  at: { now: Date; by: string },
): Promise<PrivacyRequest> {
  const [request] = await tx.select().from(privacyRequests).where(eq(privacyRequests.id, id)).for('update');
  if (!request) throw requestNotFound();
  const decided = decideMove(request, move, at);
  if (!decided.ok) throw new AppError({ code: decided.why, status: 409, detail: refusals[decided.why] });
  const [after] = await tx.update(privacyRequests).set(decided.changes).where(eq(privacyRequests.id, id)).returning();
  if (!after) throw requestNotFound();
  await tell(tx, after, move, at.now);
  return after;
}

export function requestNotFound(): AppError {
  const detail = 'Không tìm thấy yêu cầu này về dữ liệu cá nhân.';
  return new AppError({ code: 'privacy_request_not_found', status: 404, detail });
}

const refusals: Readonly<Record<MoveRefusal, string>> = {
  request_over: 'Yêu cầu này đã xong hoặc đã bị từ chối.',
  answered_already: 'Yêu cầu này đã được trả lời; hãy làm xong, gia hạn hoặc từ chối.',
  extended_already: 'Yêu cầu này đã được gia hạn một lần.',
  done_by_service: 'Loại yêu cầu này do hệ thống tự thực hiện; không cần xác nhận đã làm.',
};

async function tell(tx: Tx, request: PrivacyRequest, move: RequestMove, now: Date): Promise<void> {
  const [citizen] = await tx.select().from(citizens).where(eq(citizens.id, request.citizenId));
  if (!citizen || citizen.erasedAt) return;
  const text = textOf(rightsTextsIn(citizen.language), request, move, dueWords(request.doneDueAt, citizen.language));
  const idempotencyKey = `privacy_${move.type}:${request.id}`;
  await putMessage(tx, { citizenId: citizen.id, kind: 'rights', text, idempotencyKey, now });
}

function textOf(texts: RightsTexts, { kind }: PrivacyRequest, move: RequestMove, due: string): string {
  switch (move.type) {
    case 'answer':
      return texts.answered({ kind, words: move.words, due });
    case 'extend':
      return texts.extended({ kind, reason: move.reason, due });
    case 'refuse':
      return texts.refused({ kind, reason: move.reason, where: move.where });
    case 'complete':
      return texts.done({ kind, words: move.words });
  }
}
