import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { citizens } from '../../../db/schema/index.ts';
import { seal, unseal } from '../crypto/sealed-box.ts';
import { AppError } from '../errors.ts';
import { consentTexts } from './consent-texts.ts';
import { consentsOf } from './consents.ts';

type Citizen = typeof citizens.$inferSelect;

export const LONGEST_NAME = 80;

/**
 * Keeps the name somebody wants to be called by, sealed, for those who handle their reports; only with consent to be contacted.
 * Null takes it away. The caller has locked the row.
 * @throws AppError 409 `contact_consent_needed`, 422 `name_invalid`
 */
export async function keepName(tx: Tx, citizenId: number, name: string | null, dataKey: Buffer): Promise<void> {
  const nameEnc = name === null ? null : await sealedName(tx, citizenId, name, dataKey);
  await tx.update(citizens).set({ nameEnc }).where(eq(citizens.id, citizenId));
}

/** Opens names sealed by `keepName`; null where there is none, or it does not open: nobody is refused a page over it. */
export function nameOpener(dataKey: Buffer): (citizen: Pick<Citizen, 'id' | 'nameEnc'>) => string | null {
  return ({ id, nameEnc }) => {
    if (nameEnc === null) return null;
    try {
      return unseal(dataKey, 'citizen-name', String(id), nameEnc);
    } catch {
      return null;
    }
  };
}

async function sealedName(tx: Tx, citizenId: number, given: string, dataKey: Buffer): Promise<string> {
  const name = given.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (name === '' || [...name].length > LONGEST_NAME || /\p{C}/u.test(name)) throw nameInvalid();
  // Who agreed to the first wording agreed to nothing about a name.
  const { contact } = await consentsOf(tx, citizenId);
  if (!contact?.given || contact.version !== consentTexts.contact.version) throw consentNeeded();
  return seal(dataKey, 'citizen-name', String(citizenId), name);
}

function consentNeeded(): AppError {
  const detail = 'Xin đồng ý cho liên hệ trước, rồi mới ghi tên.';
  return new AppError({ code: 'contact_consent_needed', status: 409, detail });
}

function nameInvalid(): AppError {
  const detail = `Tên cần từ 1 đến ${LONGEST_NAME} ký tự, không có ký tự đặc biệt ẩn.`;
  return new AppError({ code: 'name_invalid', status: 422, detail });
}
