import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { asArray, asObject, isFilled, type JsonObject, tryParseJson } from '../values.ts';

/** What Zalo reads of an uploaded build (§8): nothing else decides what its page loads. */
export interface AppConfig {
  title: string;
  css: string[];
  sync: string[];
  async: string[];
  /** The file as it stands, for `window.APP_CONFIG`. */
  whole: JsonObject;
  /** Changes with the build: its files lie under this name for ever. */
  version: string;
}

/** Undefined when the folder holds no build. */
export async function readAppConfig(dir: string): Promise<AppConfig | undefined> {
  const text = await readFile(path.join(dir, 'app-config.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const whole = asObject(tryParseJson(text));
  const { title } = asObject(whole.app);
  return {
    title: isFilled(title) ? title : 'Mini App',
    css: listOf(whole.listCSS),
    sync: listOf(whole.listSyncJS),
    async: listOf(whole.listAsyncJS),
    whole,
    version: createHash('sha256').update(text).digest('hex').slice(0, 12),
  };
}

function listOf(value: unknown): string[] {
  return asArray(value).filter(isFilled);
}
