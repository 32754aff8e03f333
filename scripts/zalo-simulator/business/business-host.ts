import { refused } from '../answers.ts';
import type { Sim } from '../context.ts';
import { answerOnHost, type HostResult } from '../host-answer.ts';
import type { Call } from '../http.ts';
import type { Fault } from '../oa/faults.ts';
import { messageQuota, messageStatus, qualityOfOa } from './lookups.ts';
import { sendByHash, sendByPhone } from './send-template.ts';
import { allTemplates, templateInfo } from './template-info.ts';

type Handler = (sim: Sim, call: Call) => HostResult;

/** The calls of §4.1 and §4.2 this simulator knows; RSA, creating templates and ratings are not among them. */
const ROUTES: Record<string, Handler> = {
  'POST /message/template': sendByPhone,
  'POST /message/template/hashphone': sendByHash,
  'GET /message/status': messageStatus,
  'GET /message/quota': messageQuota,
  'GET /quality': qualityOfOa,
  'GET /template/info/v2': templateInfo,
  'GET /template/all': allTemplates,
};

export function isBusinessCall({ method, path }: Call): boolean {
  return Object.hasOwn(ROUTES, `${method} ${path}`);
}

/** Host `business.openapi.zalo.me` (§4): HTTP 200, `error` 0 is accepted, which is not delivered. */
export async function answerBusiness(sim: Sim, call: Call): Promise<void> {
  const handle = ROUTES[`${call.method} ${call.path}`];
  if (!handle) return;
  await answerOnHost(sim, call, {
    name: 'business',
    refusalBody: ({ error, message }) => ({ error, message }),
    refuseByFault,
    handle,
  });
}

const BY_SWITCH = 'Lỗi do công tắc sự cố của trình giả lập';

/** The OA's numbers mean nothing here; these are their neighbours of §4.4. */
function refuseByFault(fault: Fault): void {
  if (fault === 'error-32') throw refused(-100, 'Unknown error', `${BY_SWITCH}: hãy thử lại (§4.4).`);
  if (fault === 'error-216') throw refused(-124, 'Access token invalid', `${BY_SWITCH}: token bị từ chối (§2.3).`);
  if (fault === 'error-224') throw refused(-135, 'OA is not allowed to send ZNS', `${BY_SWITCH} (§4.4).`);
}
