import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Call, redirect, sendBytes } from './http.ts';
import { ON_ZALO, zaloName } from './miniapp/origin.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
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
    sendBytes(call.response, 200, bytes, contentTypeOf(file));
    return true;
  } catch {
    return false;
  }
}

export function contentTypeOf(file: string): string {
  return TYPES[path.extname(file)] ?? 'application/octet-stream';
}

/**
 * The phone shows the Mini App in a frame, and a frame of another site has no storage: whoever opens the page goes to the name
 * the app has. `?here` stays; programs and tests that only fetch are left alone.
 */
export function moveToZaloName(call: Call): boolean {
  const { host, 'sec-fetch-dest': destination } = call.headers;
  if (call.path !== '/' || destination !== 'document' || call.query.has('here') || ON_ZALO.test(host ?? ''))
    return false;
  redirect(call.response, `http://${zaloName(host)}/${call.query.size > 0 ? `?${call.query}` : ''}`);
  return true;
}
