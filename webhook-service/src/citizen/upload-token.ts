import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Long enough to choose ten photos, too short to be of use to whoever finds the address later (§6.3). */
const LIFE_MS = 10 * 60_000;

export interface UploadTokens {
  make(citizenId: number, now: Date): { token: string; expiresAt: Date };
  /** Whose it is; null when it is none of ours, was changed, or is over. */
  read(token: string, now: Date): number | null;
}

/**
 * Tokens for the address that Zalo's native picker uploads to: it sends no headers, so the address must say who it is for (§6.3).
 * Sealed with a key of its own, so that whoever reads the address learns nothing; nothing is stored.
 */
export function createUploadTokens(dataKey: Buffer): UploadTokens {
  const key = Buffer.from(hkdfSync('sha256', dataKey, '', KEY_INFO, 32));
  return {
    make(citizenId, now) {
      const expiresAt = new Date(now.getTime() + LIFE_MS);
      const content = Buffer.alloc(CONTENT_BYTES);
      content.writeBigUInt64BE(BigInt(citizenId), 0);
      content.writeBigUInt64BE(BigInt(expiresAt.getTime()), 8);
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const sealed = Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
      return { token: sealed.toString('base64url'), expiresAt };
    },
    read(token, now) {
      const content = opened(token, key);
      if (!content || Number(content.readBigUInt64BE(8)) <= now.getTime()) return null;
      return Number(content.readBigUInt64BE(0));
    },
  };
}

const KEY_INFO = 'phan-anh citizen upload v1';
const NONCE_BYTES = 12;
const CONTENT_BYTES = 16;
const TAG_BYTES = 16;

function opened(token: string, key: Buffer): Buffer | null {
  const sealed = Buffer.from(token, 'base64url');
  if (sealed.length !== NONCE_BYTES + CONTENT_BYTES + TAG_BYTES) return null;
  const options = { authTagLength: TAG_BYTES };
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), options);
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}
