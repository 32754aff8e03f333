import { refused } from '../answers.ts';
import type { Sim } from '../context.ts';
import { answerOnHost } from '../host-answer.ts';
import type { Call } from '../http.ts';
import type { Fault } from '../oa/faults.ts';
import { sendNotification } from './notification.ts';

export function isMiniappCall({ method, path }: Call): boolean {
  return method === 'POST' && path === '/notification/template';
}

/** Host `openapi.mini.zalo.me` (§7.4): HTTP 200, and the number is called `err`. */
export async function answerMiniapp(sim: Sim, call: Call): Promise<void> {
  await answerOnHost(sim, call, {
    name: 'miniapp',
    refusalBody: ({ error, message }) => ({ err: error, msg: message }),
    refuseByFault,
    handle: sendNotification,
  });
}

const BY_SWITCH = 'Lỗi do công tắc sự cố của trình giả lập';

function refuseByFault(fault: Fault): void {
  if (fault === 'error-32') throw refused(-103, 'Too many requests', `${BY_SWITCH}: gọi quá nhiều (§11.5).`);
  if (fault === 'error-216') throw refused(-102, 'Invalid API key', `${BY_SWITCH}: khoá bị từ chối (§11.5).`);
  if (fault === 'error-224') throw refused(-107, 'Failed', `${BY_SWITCH} (§7.4).`);
}
