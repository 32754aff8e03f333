import { vietnamMidnight } from './clock.ts';
import type { Sim } from './context.ts';

/** How many went out today for this purpose; the day is Viet Nam's (§3.10 assumes the zone). */
export function sentToday(sim: Sim, purpose: string): number {
  return sim.store.data.sentByDay[keyOf(sim, purpose)] ?? 0;
}

export function countSent(sim: Sim, purpose: string): void {
  const { sentByDay } = sim.store.data;
  const today = `${vietnamMidnight(sim.clock.now())} `;
  for (const key of Object.keys(sentByDay)) if (!key.startsWith(today)) delete sentByDay[key];
  sentByDay[keyOf(sim, purpose)] = sentToday(sim, purpose) + 1;
}

function keyOf(sim: Sim, purpose: string): string {
  return `${vietnamMidnight(sim.clock.now())} ${purpose}`;
}
