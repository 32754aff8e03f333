import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/**
 * A folder with nothing but the build in it. Zalo's tool, run where an `app-config.json` lies beside `www/`, takes that one's
 * lists, which are empty at the root of this repository, and overwrites the build's: what is uploaded is then a white page.
 */
export function deployFolder(www: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'mini-app-'));
  cpSync(www, join(folder, 'www'), { recursive: true, filter: (file) => !basename(file).startsWith('.') });
  return folder;
}
