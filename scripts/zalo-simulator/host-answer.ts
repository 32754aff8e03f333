import { performance } from 'node:perf_hooks';
import { type Refusal, Refused } from './answers.ts';
import type { Sim } from './context.ts';
import type { FaultHost } from './control-api.ts';
import { describeRequest } from './describe-call.ts';
import { type Call, sendJson } from './http.ts';
import { type Ending, endingOf, type Fault, slowDown, takeFault } from './oa/faults.ts';
import type { JsonObject } from './values.ts';

export interface HostResult {
  body: JsonObject;
  citizenId?: string;
  /** What is told after the answer. */
  after?: () => void;
}

interface Host {
  name: FaultHost;
  /** How this host says no. */
  refusalBody: (refusal: Refusal) => JsonObject;
  /** Refuses with one of the host's own numbers when the switch says so. */
  refuseByFault?: (fault: Fault) => void;
  handle: (sim: Sim, call: Call) => HostResult;
}

/** One call on a host other than `openapi.zalo.me`: HTTP 200 with the truth in the body (§0.3), the switched-on fault, the wire log. */
export async function answerOnHost(sim: Sim, call: Call, host: Host): Promise<void> {
  const startedAt = performance.now();
  const fault = takeFault(sim, host.name);
  const log = (fields: { status: number | 'timeout' | 'reset'; response?: string; [key: string]: unknown }) =>
    sim.wire.add({
      direction: 'api',
      title: `${call.method} ${call.path}`,
      durationMs: Math.round(performance.now() - startedAt),
      request: describeRequest(call),
      ...fields,
    });
  if (fault === 'http500' || fault === 'reset') return misbehave(call, log, fault === 'reset' ? 'cut' : 'http500');
  try {
    host.refuseByFault?.(fault);
    const { body, citizenId, after } = host.handle(sim, call);
    await slowDown(sim, fault);
    const ending = endingOf(fault);
    if (ending === 'answer') {
      const who = citizenId === undefined ? {} : { citizenId };
      log({ status: 200, response: JSON.stringify(body, null, 2), ...who });
      sendJson(call.response, 200, body);
    } else {
      misbehave(call, log, ending);
    }
    after?.();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await slowDown(sim, fault);
    const { error: errorCode, explanation } = error.refusal;
    const body = host.refusalBody(error.refusal);
    log({ status: 200, response: JSON.stringify(body, null, 2), errorCode, explanation });
    sendJson(call.response, 200, body);
  }
}

type Log = (fields: { status: number | 'timeout' | 'reset'; explanation: string }) => unknown;

function misbehave(call: Call, log: Log, ending: Ending): void {
  if (ending === 'http500') {
    log({ status: 500, explanation: 'Công tắc sự cố: trả lời HTTP 500.' });
    sendJson(call.response, 500, {});
  } else if (ending === 'cut') {
    log({ status: 'reset', explanation: 'Công tắc sự cố: kết nối bị cắt, không có câu trả lời.' });
    call.request.socket.resetAndDestroy();
  } else {
    // The answer never comes; the socket stays open until the client gives up.
    log({
      status: 'timeout',
      explanation: 'Công tắc sự cố: yêu cầu đã được thực hiện nhưng câu trả lời không tới.',
    });
  }
}
