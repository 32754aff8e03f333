import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AppError } from '../errors.ts';

/** What a sealed text is for. A box sealed for one purpose cannot be opened as another. */
export type Purpose =
  | 'oa-access-token'
  | 'oa-refresh-token'
  | 'consent-verifier'
  | 'admin-session'
  | 'citizen-phone'
  | 'citizen-name';

/**
 * Seals a text with AES-256-GCM under DATA_KEY (32 bytes): `v1.<nonce>.<cipher and tag>`, base64url.
 * `context` ties it to its row, so that a box copied to another row does not open there.
 */
export function seal(dataKey: Buffer, purpose: Purpose, context: string, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', dataKey, nonce).setAAD(aadOf(purpose, context));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${VERSION}.${nonce.toString('base64url')}.${sealed.toString('base64url')}`;
}

/** @throws AppError `sealed_box_unreadable` when the key, the purpose or the context is another one, or a bit has changed. */
export function unseal(dataKey: Buffer, purpose: Purpose, context: string, box: string): string {
  try {
    const [version, nonce = '', sealed = ''] = box.split('.');
    if (version !== VERSION) throw new Error('unknown version');
    const bytes = Buffer.from(sealed, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', dataKey, Buffer.from(nonce, 'base64url'), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(aadOf(purpose, context)).setAuthTag(bytes.subarray(-TAG_BYTES));
    return decipher.update(bytes.subarray(0, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch (cause) {
    throw new AppError({
      code: 'sealed_box_unreadable',
      status: 500,
      detail: 'Không đọc được dữ liệu đã mã hóa. Xin kiểm tra DATA_KEY.',
      cause,
    });
  }
}

const VERSION = 'v1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

function aadOf(purpose: Purpose, context: string): Buffer {
  return Buffer.from(`${VERSION}|${purpose}|${context}`);
}
