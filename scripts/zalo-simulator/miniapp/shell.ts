import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Sim } from '../context.ts';
import { type Call, redirect, sendJson } from '../http.ts';
import { contentTypeOf } from '../static-page.ts';
import { readAppConfig } from './app-config.ts';
import { hostScript } from './host-script.ts';
import { ON_ZALO, zaloName } from './origin.ts';
import { emptyShellHtml, shellHtml } from './shell-html.ts';

export function isShellCall({ method, path: wanted }: Call): boolean {
  return method === 'GET' && (wanted === '/_sim/host.js' || wanted.startsWith('/zapps/'));
}

/**
 * The web view's address (§6.1): `/zapps/<id>/<version>/<file>` is a file of the build, anything else below `/zapps/<id>` is the
 * app's page. Only on a host that the SDK takes for Zalo's own.
 */
export async function answerShell(sim: Sim, call: Call): Promise<void> {
  if (call.path === '/_sim/host.js') return send(call, 200, await hostScript(), 'text/javascript; charset=utf-8');
  const { miniAppId, miniappDir } = sim.config;
  const [, , id, version, ...rest] = call.path.split('/');
  if (miniAppId === undefined || miniappDir === undefined || id !== miniAppId) {
    return sendJson(call.response, 404, { error: 'Trình giả lập không có Mini App này' });
  }
  if (!ON_ZALO.test(call.headers.host ?? '')) {
    return redirect(call.response, `http://${zaloName(call.headers.host)}${call.path}${queryOf(call)}`);
  }
  const config = await readAppConfig(miniappDir);
  if (!config) return sendPage(call, 503, emptyShellHtml('Mini App chưa được dựng. Chạy: npm run build -- miniapp'));
  if (version === config.version) return sendFile(call, miniappDir, rest.join('/'));
  if (/^[0-9a-f]{12}$/.test(version ?? '')) {
    return sendJson(call.response, 404, { error: 'Bản dựng này đã được thay' });
  }
  const facts = {
    appId: miniAppId,
    zaloAppId: sim.config.appId,
    oaId: sim.config.oaId,
    title: config.title,
    version: config.version,
    citizenId: sim.store.data.citizens[0]?.id ?? '',
    serviceUrl: new URL(sim.store.data.settings.webhook.url).origin,
    appConfig: config.whole,
  };
  return sendPage(call, 200, shellHtml(config, facts));
}

async function sendFile(call: Call, dir: string, wanted: string): Promise<void> {
  const root = path.resolve(dir);
  const file = path.join(root, decoded(wanted));
  const bytes = file.startsWith(root + path.sep) ? await readFile(file).catch(() => undefined) : undefined;
  if (!bytes) return sendJson(call.response, 404, { error: 'Bản dựng không có tệp này' });
  send(call, 200, bytes, contentTypeOf(file), 'public, max-age=31536000, immutable');
}

function sendPage(call: Call, status: number, html: string): void {
  send(call, status, html, 'text/html; charset=utf-8');
}

function send(call: Call, status: number, body: string | Buffer, contentType: string, cache = 'no-store'): void {
  // As Zalo's servers do: an app weighs what its phone loads.
  const packed = /text|javascript|json|svg/.test(contentType) && /\bgzip\b/.test(call.headers['accept-encoding'] ?? '');
  call.response.writeHead(status, {
    'Content-Type': contentType,
    'Cache-Control': cache,
    'X-Content-Type-Options': 'nosniff',
    ...(packed && { 'Content-Encoding': 'gzip' }),
  });
  call.response.end(packed ? gzipSync(body) : body);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

function queryOf(call: Call): string {
  return call.query.size > 0 ? `?${call.query}` : '';
}
