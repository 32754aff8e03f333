import type { ChatMessage, SimPush, SimState, WireEntry } from '../../../control-api.ts';
import type { SettingsChange } from './api.ts';

/** Everything the page knows, as one immutable value. */
export interface Model {
  link: 'connecting' | 'live' | 'lost';
  sim: SimState | null;
  /** Browser clock minus simulated clock is fixed between states; see `simulatedNow`. */
  simReadAt: number;
  messages: ReadonlyMap<string, readonly ChatMessage[]>;
  /** Newest first. */
  wire: readonly WireEntry[];
}

/** A load bench may push thousands of entries; the list on screen keeps the newest. */
const WIRE_KEPT = 400;

export const emptyModel: Model = { link: 'connecting', sim: null, simReadAt: 0, messages: new Map(), wire: [] };

/** Simulated epoch ms for a browser `now`. */
export function simulatedNow(model: Model, now: number): number {
  return model.sim ? model.sim.now + (now - model.simReadAt) : now;
}

export function withState(model: Model, sim: SimState, now: number): Model {
  const known = new Set(sim.citizens.map((citizen) => citizen.id));
  // After a reset on the other side the conversations of people who no longer exist must go.
  const messages = new Map([...model.messages].filter(([id]) => known.has(id)));
  return { ...model, sim, simReadAt: now, messages };
}

export function withSettings(model: Model, { webhook, zns, miniapp, ...rest }: SettingsChange): Model {
  if (!model.sim) return model;
  const { settings: old } = model.sim;
  const settings = {
    ...old,
    ...rest,
    webhook: { ...old.webhook, ...webhook },
    zns: { ...old.zns, ...zns },
    miniapp: { ...old.miniapp, ...miniapp },
  };
  return { ...model, sim: { ...model.sim, settings } };
}

export function withMessages(model: Model, incoming: readonly ChatMessage[]): Model {
  const messages = new Map(model.messages);
  for (const message of incoming) {
    const thread = messages.get(message.citizenId) ?? [];
    const known = thread.find((one) => one.id === message.id);
    const next = known ? thread.map((one) => (one === known ? forward(known, message) : one)) : [...thread, message];
    messages.set(message.citizenId, next);
  }
  return { ...model, messages };
}

/** A chat that was read before a receipt arrived may be answered after it: receipts never go back. */
function forward(known: ChatMessage, incoming: ChatMessage): ChatMessage {
  const { receivedAt, seenAt } = known;
  return {
    ...incoming,
    ...(receivedAt !== undefined && incoming.receivedAt === undefined ? { receivedAt } : {}),
    ...(seenAt !== undefined && incoming.seenAt === undefined ? { seenAt } : {}),
  };
}

export function withWire(model: Model, incoming: readonly WireEntry[]): Model {
  // Numbering starts again when the simulator was restarted or reset: the old entries can no longer be redelivered.
  const restarted = incoming.some((entry) => entry.seq === 1) && model.wire.some((entry) => entry.seq > 1);
  const bySeq = new Map((restarted ? [] : model.wire).map((entry) => [entry.seq, entry]));
  for (const entry of incoming) bySeq.set(entry.seq, entry);
  const wire = [...bySeq.values()].sort((a, b) => b.seq - a.seq).slice(0, WIRE_KEPT);
  return { ...model, wire };
}

export function withPush(model: Model, push: SimPush, now: number): Model {
  if (push.type === 'state') return withState(model, push.state, now);
  if (push.type === 'message') return withMessages(model, [push.message]);
  return withWire(model, [push.entry]);
}
