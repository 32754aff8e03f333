import { createHash } from 'node:crypto';
import { DAY, MINUTE } from '../clock.ts';
import type { Sim } from '../context.ts';
import type { ConsentCode, TokenPair } from '../state.ts';
import { newSecret } from '../values.ts';

/** §2.2: three months. */
export const REFRESH_TOKEN_LIFE = 90 * DAY;
/** §2.1: single use, ten minutes. */
export const CODE_LIFE = 10 * MINUTE;

/** A new pair for this OA and app; what the API Explorer, a consent and a refresh all end in (§2.2). */
export function issuePair(sim: Sim): TokenPair {
  const pair: TokenPair = {
    access: newSecret('zat'),
    refresh: newSecret('zrt'),
    issuedAt: sim.clock.now(),
    usedAt: null,
    revoked: false,
  };
  const { data } = sim.store;
  data.pairs.push(pair);
  data.granted = true;
  sim.changed();
  sim.saveNow();
  return pair;
}

export function issueCode(sim: Sim, challenge: string): ConsentCode {
  const code = { code: newSecret('zcd'), challenge, issuedAt: sim.clock.now(), used: false };
  sim.store.data.codes.push(code);
  sim.changed();
  return code;
}

/** §2.1: base64url without padding of SHA-256(verifier); S256 is implied. */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

/** The OA takes its grant back: all tokens die and no event is sent any more (§1.1, §1.7). */
export function revokeGrant(sim: Sim): void {
  const { data } = sim.store;
  for (const pair of data.pairs) pair.revoked = true;
  data.granted = false;
  sim.changed();
}
