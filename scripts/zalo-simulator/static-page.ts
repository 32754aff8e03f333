import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Call } from './http.ts';
import { sendBytes } from './http.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
};

/** Serves the built page; false when there is none or the file does not exist. */
export async function servePage(call: Call, pageDir: string | undefined): Promise<boolean> {
  if (pageDir === undefined || call.method !== 'GET') return false;
  const wanted = call.path.endsWith('/') ? `${call.path}index.html` : call.path;
  const root = path.resolve(pageDir);
  try {
    const file = path.join(root, decodeURIComponent(wanted));
    if (!file.startsWith(root + path.sep)) return false;
    const bytes = await readFile(file);
    sendBytes(call.response, 200, bytes, TYPES[path.extname(file)] ?? 'application/octet-stream');
    return true;
  } catch {
    return false;
  }
}
