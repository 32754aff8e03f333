import { eq } from 'drizzle-orm';
import type { Db, Tx } from '../../../db/client.ts';
import { citizens } from '../../../db/schema/index.ts';
import { seal } from '../crypto/sealed-box.ts';
import { AppError } from '../errors.ts';
import type { GraphClient } from '../zalo/graph-client.ts';
import { consentsOf } from './consents.ts';

type Citizen = typeof citizens.$inferSelect;

export interface PhoneDeps {
  db: Db;
  graph: GraphClient;
  dataKey: Buffer;
}

/**
 * Exchanges the two tokens of the Mini App for a phone number and keeps it sealed; only with consent to be contacted, and
 * only when the access token is this person's (§7.2, §7.3).
 * @throws AppError 409 `consent_needed`, 401 `zalo_token_invalid`, 422 `phone_not_given`, 503 `zalo_unreachable`
 */
export async function keepPhone(
  citizen: Citizen,
  { accessToken, code }: { accessToken: string; code: string },
  { db, graph, dataKey }: PhoneDeps,
): Promise<void> {
  await requireConsent(db, citizen.id);
  const who = await graph.whoIs(accessToken);
  if (who.outcome === 'unknown' || who.outcome === 'not_sent') throw unreachable();
  if (who.outcome !== 'ok' || who.userIdByApp !== citizen.userIdByApp) throw tokenInvalid();
  const exchanged = await graph.phoneOf(accessToken, code);
  // Not even after a time-out with the same code: Zalo may have used it up.
  if (exchanged.outcome === 'refused') throw askAgain();
  if (exchanged.outcome !== 'ok') throw unreachable();
  const phoneEnc = seal(dataKey, 'citizen-phone', String(citizen.id), exchanged.number);
  await db.transaction(async (tx) => {
    const [current] = await tx.select().from(citizens).where(eq(citizens.id, citizen.id)).for('update');
    // Withdrawn while Zalo was asked.
    await requireConsent(tx, citizen.id);
    if (current && !current.erasedAt) await tx.update(citizens).set({ phoneEnc }).where(eq(citizens.id, citizen.id));
  });
}

export async function forgetPhone(db: Db, citizenId: number): Promise<void> {
  await db.update(citizens).set({ phoneEnc: null }).where(eq(citizens.id, citizenId));
}

async function requireConsent(tx: Tx, citizenId: number): Promise<void> {
  if ((await consentsOf(tx, citizenId)).contact?.given) return;
  throw new AppError({
    code: 'consent_needed',
    status: 409,
    detail: 'Xin đồng ý cho liên hệ trước, rồi mới chia sẻ số điện thoại.',
  });
}

function tokenInvalid(): AppError {
  const detail = 'Zalo không xác nhận được phiên này. Xin đóng Mini App rồi mở lại.';
  return new AppError({ code: 'zalo_token_invalid', status: 401, detail });
}

function askAgain(): AppError {
  const detail = 'Chưa nhận được số điện thoại từ Zalo. Xin bấm chia sẻ lại, hoặc bỏ qua bước này.';
  return new AppError({ code: 'phone_not_given', status: 422, detail });
}

function unreachable(): AppError {
  const detail = 'Chưa kết nối được với Zalo. Xin bấm chia sẻ lại sau ít phút, hoặc bỏ qua bước này.';
  return new AppError({ code: 'zalo_unreachable', status: 503, detail });
}
