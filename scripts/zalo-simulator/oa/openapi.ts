import { performance } from 'node:perf_hooks';
import { type Refusal, Refused, refused } from '../answers.ts';
import type { Sim } from '../context.ts';
import type { WireEntry } from '../control-api.ts';
import { describeRequest } from '../describe-call.ts';
import { type Call, jsonBody, sendJson } from '../http.ts';
import { asObject } from '../values.ts';
import { type Ending, endingOf, slowDown, takeFault, throwErrorFault } from './faults.ts';
import { checkAccess } from './gate.ts';
import { routeOf } from './routes.ts';

/** What a handler answers: `data` of the envelope, and what has to be told over the webhook around the answer. */
export interface ApiResult {
  data?: unknown;
  citizenId?: string;
  announce?: Announcement;
}

/** The echo and the receipts of an accepted message (§11.2, last paragraph). */
export interface Announcement {
  /** Sends the echo; resolves when its first attempt is over. */
  echo(): Promise<void>;
  /** Receipts, which may come in any order. */
  receipts(): void;
}

/** Host `openapi.zalo.me`: always HTTP 200, the truth is `error` (§0.3). */
export async function answerOpenApi(sim: Sim, call: Call): Promise<void> {
  const startedAt = performance.now();
  const route = routeOf(call.method, call.path);
  if (!route) return notFound(sim, call);

  const fault = takeFault(sim, 'oa');
  if (fault === 'http500' || fault === 'reset') {
    return misbehave(sim, call, fault === 'reset' ? 'cut' : 'http500', startedAt);
  }
  const { limit, remain } = sim.rate.count(sim.store.data.settings.rateLimitPerMinute);
  const headers = { 'X-RateLimit-Limit': String(limit), 'X-RateLimit-Remain': String(Math.max(0, remain)) };
  try {
    throwErrorFault(fault);
    checkAccess(sim, call);
    if (remain < 0) throw refused(-32, 'Your application reached limit call api', RATE_EXPLANATION);
    const result = await route(sim, call);
    await finish(sim, call, { result, headers, ending: endingOf(fault), startedAt, slow: () => slowDown(sim, fault) });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await slowDown(sim, fault);
    refuse(sim, call, { refusal: error.refusal, headers, startedAt });
  }
}

const RATE_EXPLANATION = 'Ứng dụng đã gọi quá giới hạn trong phút này (§3.11).';

interface Finish {
  result: ApiResult;
  headers: Record<string, string>;
  ending: Ending;
  startedAt: number;
  slow: () => Promise<void>;
}

async function finish(sim: Sim, call: Call, { result, headers, ending, startedAt, slow }: Finish): Promise<void> {
  const { echo, echoDelayMs } = sim.store.data.settings;
  const { announce } = result;
  if (announce && echo === 'before') {
    await announce.echo();
    await delay(echoDelayMs);
    announce.receipts();
  }
  await slow();
  if (ending === 'answer') {
    const body = { ...(result.data === undefined ? {} : { data: result.data }), error: 0, message: 'Success' };
    const who = result.citizenId === undefined ? {} : { citizenId: result.citizenId };
    log(sim, call, { status: 200, startedAt, response: JSON.stringify(body, null, 2), ...who });
    sendJson(call.response, 200, body, headers);
  } else {
    misbehave(sim, call, ending, startedAt);
  }
  if (announce && echo !== 'before') void sim.webhook.track(announceLater(sim, announce));
}

async function announceLater(sim: Sim, announce: Announcement): Promise<void> {
  const { echo, echoDelayMs } = sim.store.data.settings;
  await delay(echoDelayMs);
  if (echo === 'after') await announce.echo();
  announce.receipts();
}

function delay(ms: number): Promise<void> {
  return ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms).unref()) : Promise.resolve();
}

function misbehave(sim: Sim, call: Call, ending: Ending, startedAt: number): void {
  if (ending === 'http500') {
    log(sim, call, {
      status: 500,
      startedAt,
      explanation: 'Công tắc sự cố: trả lời HTTP 500 (§11.2 không bao giờ trả khác 200).',
    });
    sendJson(call.response, 500, { error: -200, message: 'Send message failed' });
  } else if (ending === 'cut') {
    log(sim, call, {
      status: 'reset',
      startedAt,
      explanation: 'Công tắc sự cố: kết nối bị cắt, không có câu trả lời.',
    });
    call.request.socket.resetAndDestroy();
  } else {
    // The answer never comes; the socket stays open until the client gives up.
    log(sim, call, {
      status: 'timeout',
      startedAt,
      explanation: 'Công tắc sự cố: yêu cầu đã được thực hiện nhưng câu trả lời không tới.',
    });
  }
}

function refuse(
  sim: Sim,
  call: Call,
  { refusal, headers, startedAt }: { refusal: Refusal; headers: Record<string, string>; startedAt: number },
) {
  // §0.3: on error `data` is absent.
  const body = { error: refusal.error, message: refusal.message };
  log(sim, call, {
    status: 200,
    startedAt,
    response: JSON.stringify(body, null, 2),
    errorCode: refusal.error,
    ...recipientOfCall(sim, call),
    explanation: refusal.explanation,
  });
  sendJson(call.response, 200, body, headers);
}

/** A refused message belongs to a chat, too, when its recipient is known. */
function recipientOfCall(sim: Sim, call: Call): { citizenId?: string } {
  const citizen = sim.store.citizen(asObject(jsonBody(call)?.recipient).user_id);
  return citizen ? { citizenId: citizen.id } : {};
}

function notFound(sim: Sim, call: Call): void {
  log(sim, call, {
    status: 404,
    startedAt: performance.now(),
    explanation: 'Đường dẫn này không có trong tài liệu (§3.1, §5).',
  });
  sendJson(call.response, 404, { error: 404, message: 'Not found' });
}

interface LogFields extends Pick<WireEntry, 'status' | 'response' | 'errorCode' | 'explanation' | 'citizenId'> {
  startedAt: number;
}

function log(sim: Sim, call: Call, { startedAt, ...fields }: LogFields): void {
  sim.wire.add({
    direction: 'api',
    title: `${call.method} ${call.path}`,
    durationMs: Math.round(performance.now() - startedAt),
    request: describeRequest(call),
    ...fields,
  });
}
