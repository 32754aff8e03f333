import http from 'node:http';
import { performance } from 'node:perf_hooks';
import { answerBusiness, isBusinessCall } from './business/business-host.ts';
import type { Sim } from './context.ts';
import { answerControl } from './control/control.ts';
import { isLocal } from './control/guard.ts';
import { type Call, readCall, sendBytes, sendJson } from './http.ts';
import { answerConsent, answerConsentError } from './identity/consent.ts';
import { answerGraph } from './identity/graph.ts';
import { answerAccessToken } from './identity/oauth.ts';
import { CANNED_MEDIA } from './media/canned.ts';
import { serveMedia } from './media/serve-media.ts';
import { answerMiniapp, isMiniappCall } from './miniapp/miniapp-host.ts';
import { answerShell, isShellCall } from './miniapp/shell.ts';
import { answerOpenApi } from './oa/openapi.ts';
import { moveToZaloName, servePage } from './static-page.ts';

/** All of Zalo's hosts on one origin, told apart by their documented paths (§0.1); the control API under `/_sim`. */
export function createServer(sim: () => Sim): http.Server {
  const server = http.createServer((request, response) => {
    readCall(request, response)
      .then((call) => answer(sim(), call))
      .catch((error: unknown) => {
        // A caller that went away in the middle of its request is no fault of ours.
        if (request.destroyed && !request.complete) return;
        console.error(error);
        if (!response.headersSent) sendJson(response, 500, { error: 'Trình giả lập gặp lỗi' });
        else response.destroy();
      });
  });
  // A fault may keep a request open until the client gives up.
  server.requestTimeout = 0;
  // Longer than any client keeps an idle connection, so that the closing side is never ours by chance.
  server.keepAliveTimeout = 65_000;
  return server;
}

async function answer(sim: Sim, call: Call): Promise<void> {
  const { path, method } = call;
  if (path.startsWith('/v2.0/oa/') || path.startsWith('/v3.0/oa/') || path === '/v2.0/oa')
    return answerOpenApi(sim, call);
  if (path.startsWith('/media/')) return answerMedia(sim, call);
  if (path === '/v4/oa/access_token' && method === 'POST') return answerAccessToken(sim, call);
  if (path === '/v4/oa/permission' && (method === 'GET' || method === 'POST')) return answerConsent(sim, call);
  if (path === '/v4/oa/permission/error') return answerConsentError(call);
  if ((path === '/v2.0/me' || path === '/v2.0/me/info') && method === 'GET') return answerGraph(sim, call);
  if (isBusinessCall(call)) return answerBusiness(sim, call);
  if (isMiniappCall(call)) return answerMiniapp(sim, call);
  if (isShellCall(call)) return answerLocal(call, () => answerShell(sim, call));
  if (path.startsWith('/_sim/')) return answerLocal(call, () => answerControl(sim, call));
  return answerLocal(call, async () => {
    if (sim.config.miniappDir !== undefined && moveToZaloName(call)) return;
    if (!(await servePage(call, sim.config.pageDir))) sendJson(call.response, 404, { error: 'Không có đường dẫn này' });
  });
}

async function answerLocal(call: Call, work: () => Promise<void>): Promise<void> {
  if (isLocal(call)) return work();
  sendJson(call.response, 403, { error: 'Chỉ nhận yêu cầu gửi tới localhost hoặc 127.0.0.1' });
}

async function answerMedia(sim: Sim, call: Call): Promise<void> {
  const startedAt = performance.now();
  const media = CANNED_MEDIA[call.path] ?? (await serveMedia(sim, call.path));
  if (media) sendBytes(call.response, 200, media.bytes, media.contentType);
  else sendJson(call.response, 404, { error: 'Không có tệp này' });
  // The page draws pictures too; only the service's own downloads belong in the log, and browsers say where they come from.
  if (call.headers['sec-fetch-site'] !== undefined) return;
  sim.wire.add({
    direction: 'media',
    title: `GET ${call.path}`,
    status: media ? 200 : 404,
    durationMs: Math.round(performance.now() - startedAt),
    ...(media ? {} : { explanation: 'Không có tệp này trên máy chủ ảnh.' }),
  });
}
