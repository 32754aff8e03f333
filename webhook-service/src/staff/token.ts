import { createHash } from 'node:crypto';

/** So that a token found in a log or a file is known as ours. */
const PREFIX = 'pahn_';

/** A personal token: 256 random bits. It is shown once and kept only as its hash. */
export function newStaffToken(randomBytes: (size: number) => Buffer): string {
  return PREFIX + randomBytes(32).toString('base64url');
}

/** What is kept of a token, hex. Unsalted is enough: nobody guesses 256 bits. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
