import { setTimeout as sleep } from 'node:timers/promises';
import { refused } from '../answers.ts';
import type { Sim } from '../context.ts';
import type { FaultHost, SimSettings } from '../control-api.ts';
import { FREE_TIER_TEXT } from './gate.ts';

export type Fault = SimSettings['fault'];

/** The fault of this call, if one is switched on; `faultCalls` counts down and the last one switches it off. */
export function takeFault(sim: Sim, host: FaultHost): Fault {
  const { settings } = sim.store.data;
  const fault = settings.fault;
  if (fault === null || settings.faultHost !== host) return null;
  if (settings.faultCalls > 0) {
    settings.faultCalls -= 1;
    if (settings.faultCalls === 0) settings.fault = null;
    sim.changed();
  }
  return fault;
}

const BY_SWITCH = 'Lỗi do công tắc sự cố của trình giả lập';

/** Faults that answer with one of Zalo's own errors; nothing is done. */
export function throwErrorFault(fault: Fault): void {
  if (fault === 'error-32')
    throw refused(-32, 'Your application reached limit call api', `${BY_SWITCH}: vượt giới hạn gọi (§3.11).`);
  if (fault === 'error-216') throw refused(-216, 'Access token is invalid', `${BY_SWITCH}: token bị từ chối (§2.3).`);
  if (fault === 'error-224') throw refused(-224, FREE_TIER_TEXT, `${BY_SWITCH}: OA chưa nâng gói (§3.5).`);
}

/** What happens to the answer after the work was done. */
export type Ending = 'answer' | 'http500' | 'silence' | 'cut';

export function endingOf(fault: Fault): Ending {
  if (fault === 'http500-after') return 'http500';
  if (fault === 'timeout-after') return 'silence';
  if (fault === 'reset-after') return 'cut';
  return 'answer';
}

export async function slowDown(sim: Sim, fault: Fault): Promise<void> {
  if (fault === 'slow') await sleep(sim.store.data.settings.slowMs, undefined, { ref: false });
}
