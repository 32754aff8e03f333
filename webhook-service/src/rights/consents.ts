import { desc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { citizens, consents } from '../../../db/schema/index.ts';
import type { Language } from '../deadlines/due-words.ts';
import { selvesOf } from '../people/selves.ts';
import { settlePublicationOf } from '../reports/publication/settle.ts';
import { consentTexts, DEFAULT_CONTROLLER, type Purpose, purposes } from './consent-texts.ts';

export type ConsentRow = typeof consents.$inferSelect;
type Source = ConsentRow['source'];

export interface ConsentAct {
  citizenId: number;
  purpose: Purpose;
  language: Language;
  source: Source;
  at: Date;
  /** Who is responsible, as it was shown. */
  controller?: string | undefined;
}

/** The latest word of a person on each purpose; null where they have said nothing, which is no consent. */
export async function consentsOf(tx: Tx, citizenId: number): Promise<Record<Purpose, ConsentRow | null>> {
  const rows = await tx
    .selectDistinctOn([consents.purpose])
    .from(consents)
    .where(inArray(consents.citizenId, selvesOf(tx, citizenId)))
    .orderBy(consents.purpose, desc(consents.at), desc(consents.id));
  const latest = (purpose: Purpose) => rows.find((row) => row.purpose === purpose) ?? null;
  return { handle: latest('handle'), contact: latest('contact'), publish: latest('publish') };
}

/** Writes down that somebody agreed to a purpose, with the wording of today; agreeing twice to the same is one row. */
export async function giveConsent(tx: Tx, act: ConsentAct): Promise<void> {
  const before = (await consentsOf(tx, act.citizenId))[act.purpose];
  if (before?.given && before.version === consentTexts[act.purpose].version) return;
  await note(tx, act, true);
}

/** Takes a consent back, from now on. Without the consent to be contacted phone number and name go at once. */
export async function withdrawConsent(tx: Tx, act: ConsentAct): Promise<void> {
  if (act.purpose === 'contact') {
    await tx.update(citizens).set(NO_CONTACT).where(eq(citizens.id, act.citizenId));
  }
  const before = (await consentsOf(tx, act.citizenId))[act.purpose];
  if (before?.given === false) return;
  await note(tx, act, false);
}

/** What is kept for contact only. */
export const NO_CONTACT = { phoneEnc: null, nameEnc: null, notifyAllowed: false } as const;

/** Everything that was ever agreed to is over; the rows stay as proof of when and to what, and hold no word of the person. */
export async function withdrawEverything(
  tx: Tx,
  citizen: { id: number; language: Language },
  at: Date,
  source: Source = 'zalo',
): Promise<void> {
  const known = await consentsOf(tx, citizen.id);
  for (const purpose of purposes) {
    if (known[purpose]?.given)
      await withdrawConsent(tx, { citizenId: citizen.id, purpose, language: citizen.language, source, at });
  }
}

async function note(tx: Tx, act: ConsentAct, given: boolean): Promise<void> {
  const { citizenId, purpose, language, source, at } = act;
  const text = consentTexts[purpose];
  const wording = text.wording(act.controller ?? DEFAULT_CONTROLLER[language])[language];
  await tx.insert(consents).values({ citizenId, purpose, given, version: text.version, wording, language, source, at });
  if (purpose === 'publish') await settlePublicationOf(tx, citizenId, at);
}
