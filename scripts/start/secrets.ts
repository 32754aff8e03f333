import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { folders } from './folders.ts';

type Secrets = Record<string, string>;

const makers = {
  DATA_KEY: () => randomBytes(32).toString('base64'),
  STAFF_API_TOKEN: () => randomBytes(24).toString('base64url'),
};
const zaloMakers = {
  ZALO_APP_ID: () => digits(19),
  ZALO_APP_SECRET: () => randomBytes(15).toString('base64url'),
  ZALO_OA_ID: () => digits(18),
  ZALO_OA_SECRET: () => randomBytes(15).toString('base64url'),
};

/**
 * Secrets of this development machine, made once and kept (losing DATA_KEY would make stored phones and tokens
 * unreadable). The environment wins; Zalo's ids are only made up when our own simulator is to know them.
 */
export function readOrMakeSecrets({ withSimulator }: { withSimulator: boolean }): Secrets {
  const file = folders.secretsFile;
  const kept: Secrets = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Secrets) : {};
  const wanted = withSimulator ? { ...makers, ...zaloMakers } : makers;
  const used: Secrets = {};
  let made = false;
  for (const [name, make] of Object.entries(wanted)) {
    const given = process.env[name];
    if (given) {
      used[name] = given;
      continue;
    }
    if (kept[name] === undefined) {
      kept[name] = make();
      made = true;
    }
    used[name] = kept[name];
  }
  if (made) writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  return used;
}

/** Ids as long as Zalo's, beyond 2^53, so that nobody gets away with reading them as numbers. */
function digits(length: number): string {
  let text = String(randomInt(1, 10));
  while (text.length < length) text += randomInt(0, 10);
  return text;
}
