import { createHash, randomBytes } from 'node:crypto';
import { and, desc, eq, gt, isNull, lt } from 'drizzle-orm';
import type { Db, Tx } from '../../../db/client.ts';
import { consentRequests } from '../../../db/schema/index.ts';
import { seal, unseal } from '../crypto/sealed-box.ts';

export type ConsentRequest = typeof consentRequests.$inferSelect;

/** As long as Zalo's code lives (§2.1). */
const LIFE_MS = 10 * 60_000;
/** Used and forgotten ones are kept this long, to tell "used" from "unknown". */
const KEEP_MS = 24 * 3_600_000;

/** Path of the callback below PUBLIC_URL; saved in Zalo's console byte for byte, because it is compared so (§2.1). */
export const CALLBACK_PATH = '/admin/zalo/callback';

/** Begins a consent: keeps the PKCE verifier, sealed, under the hash of `state`. @returns the address at Zalo to go to. */
export async function beginConsent(
  db: Db,
  who: { startedBy: string; now: Date },
  zalo: { oauthUrl: string; appId: string; publicUrl: string; dataKey: Buffer },
): Promise<string> {
  const state = randomBytes(32).toString('base64url');
  // 32 bytes make the 43 characters Zalo asks for.
  const verifier = randomBytes(32).toString('base64url');
  const stateHash = hashOf(state);
  await db.delete(consentRequests).where(lt(consentRequests.startedAt, new Date(who.now.getTime() - KEEP_MS)));
  await db.insert(consentRequests).values({
    stateHash,
    verifierEnc: seal(zalo.dataKey, 'consent-verifier', stateHash, verifier),
    startedBy: who.startedBy,
    startedAt: who.now,
  });
  const asked = new URLSearchParams({
    app_id: zalo.appId,
    redirect_uri: zalo.publicUrl + CALLBACK_PATH,
    code_challenge: challengeOf(verifier),
    state,
  });
  return `${zalo.oauthUrl}/v4/oa/permission?${asked}`;
}

/** S256, the only method there is (§2.1): base64url without padding. */
function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

export async function requestOfState(tx: Tx, state: string): Promise<ConsentRequest | null> {
  const [request] = await tx
    .select()
    .from(consentRequests)
    .where(eq(consentRequests.stateHash, hashOf(state)));
  return request ?? null;
}

/** The latest consent this operator has begun and not ended, for a callback without `state`: its echo is not promised (§2.1). */
export async function openRequestOf(tx: Tx, startedBy: string, now: Date): Promise<ConsentRequest | null> {
  const { startedBy: by, usedAt, startedAt } = consentRequests;
  const [request] = await tx
    .select()
    .from(consentRequests)
    .where(and(eq(by, startedBy), isNull(usedAt), gt(startedAt, new Date(now.getTime() - LIFE_MS))))
    .orderBy(desc(startedAt))
    .limit(1);
  return request ?? null;
}

export function isExpired(request: ConsentRequest, now: Date): boolean {
  return now.getTime() - request.startedAt.getTime() >= LIFE_MS;
}

/** Takes the request for one exchange, by compare-and-set: false when somebody has. */
export async function takeRequest(tx: Tx, { stateHash }: ConsentRequest, now: Date): Promise<boolean> {
  const taken = await tx
    .update(consentRequests)
    .set({ usedAt: now })
    .where(and(eq(consentRequests.stateHash, stateHash), isNull(consentRequests.usedAt)))
    .returning({ stateHash: consentRequests.stateHash });
  return taken.length > 0;
}

/** Gives it back: Zalo was not reached, so the code is unused and the page may be loaded again. */
export async function releaseRequest(tx: Tx, { stateHash }: ConsentRequest): Promise<void> {
  await tx.update(consentRequests).set({ usedAt: null }).where(eq(consentRequests.stateHash, stateHash));
}

/** @throws AppError `sealed_box_unreadable` when DATA_KEY has changed meanwhile. */
export function verifierOf(request: ConsentRequest, dataKey: Buffer): string {
  return unseal(dataKey, 'consent-verifier', request.stateHash, request.verifierEnc);
}

function hashOf(state: string): string {
  return createHash('sha256').update(state).digest('hex');
}
