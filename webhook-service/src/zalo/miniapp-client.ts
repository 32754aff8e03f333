import { type CallFailure, refusal } from './call-failure.ts';
import { classifyMiniAppError } from './error-classes.ts';
import { numberOf, textOf } from './event-fields.ts';
import { callZalo, type Fetch } from './http-call.ts';

export interface MiniAppClient {
  /**
   * A notification from the common "Zalo Mini App" account (§7.4), by a template of the management page. Only to people
   * who allowed it. There is no id, no receipt and no conversation to look it up in: a lost answer stays lost.
   */
  notify(message: {
    userIdByApp: string;
    templateId: string;
    data: Record<string, string>;
  }): Promise<{ ok: true } | CallFailure>;
}

/** Mini App Open API (§7.4): its own key, and `err` where the other hosts say `error`. */
export function createMiniAppClient(options: {
  miniappOpenapiUrl: string;
  miniappId: string;
  apiKey: string;
  timeoutMs: number;
  fetch?: Fetch;
}): MiniAppClient {
  const { miniappOpenapiUrl, miniappId, apiKey, timeoutMs, fetch = globalThis.fetch } = options;
  return {
    async notify({ userIdByApp, templateId, data }) {
      const call = await callZalo(fetch, `${miniappOpenapiUrl}/notification/template`, {
        method: 'POST',
        headers: {
          // With "Bearer" here, unlike everywhere else (§7.4, §11.5).
          'x-api-key': `Bearer ${apiKey}`,
          'x-user-id': userIdByApp,
          'x-miniapp-id': miniappId,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ templateId, templateData: data }),
        timeoutMs,
      });
      if (call.outcome !== 'answer') return { ok: false, ...call };
      const code = numberOf(call.body.err);
      if (code === null) return { ok: false, outcome: 'unknown', why: 'http', status: call.status };
      return code === 0 ? { ok: true } : refusal(classifyMiniAppError, code, textOf(call.body.msg));
    },
  };
}
