import type { Db } from '../../../db/client.ts';

export interface DigestDeps {
  db: Db;
  now: () => Date;
  publicUrl: string;
}

/** Folds the small news that waits for a citizen into one message. */
export async function foldIntoDigest(_citizenId: number, _deps: DigestDeps): Promise<void> {
  throw new Error('not wired yet');
}
