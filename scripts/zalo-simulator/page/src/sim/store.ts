import { useSyncExternalStore } from 'react';
import type { ChatMessage, SimPush, SimState } from '../../../control-api.ts';
import { fetchMessages, fetchState, fetchWire } from './api.ts';
import { emptyModel, type Model, simulatedNow, withMessages, withPush, withState, withWire } from './model.ts';

/** The page's only store: fed by /_sim/state once and by /_sim/stream from then on. */

const RECONNECT_MS = 1500;
/** A bench can leave thousands of citizens; their chats are fetched when someone opens them. */
const CHATS_READ_AT_START = 40;

let model = emptyModel;
let queued: SimPush[] = [];
const listeners = new Set<() => void>();

export function useModel(): Model {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => model,
  );
}

/** Opens the stream and keeps it open for the life of the page. */
export function connect(): void {
  const stream = new EventSource('/_sim/stream');
  stream.onopen = () => {
    load().catch(() => lose(stream));
  };
  stream.onerror = () => lose(stream);
  // The server may name its events or not; both arrive here.
  for (const name of ['message', 'state', 'wire']) {
    stream.addEventListener(name, (event) => receive(JSON.parse((event as MessageEvent<string>).data) as SimPush));
  }
}

/** The state as of now, its clock included, so that it can be changed and accepted again. */
export function currentState(): SimState | null {
  return model.sim && { ...model.sim, now: simulatedNow(model, Date.now()) };
}

/** Takes over an answer that already carries the new state, without waiting for the stream. */
export function acceptState(sim: SimState): void {
  set(withState(model, sim, Date.now()));
}

export function acceptMessages(messages: readonly ChatMessage[]): void {
  set(withMessages(model, messages));
}

/** Reads one chat in full, e.g. when it is opened for the first time. */
export async function readChat(citizenId: string): Promise<void> {
  acceptMessages((await fetchMessages(citizenId)).messages);
}

/** Forgets everything and reads it again: after a reset, or when the stream comes back. */
export async function load(): Promise<void> {
  const [sim, { entries }] = await Promise.all([fetchState(), fetchWire(0)]);
  set(withWire(withState({ ...emptyModel, link: 'live' }, sim, Date.now()), entries));
  const recent = sim.citizens.toSorted((a, b) => (b.lastMessageAt ?? 0) - (a.lastMessageAt ?? 0));
  await Promise.all(recent.slice(0, CHATS_READ_AT_START).map((citizen) => readChat(citizen.id)));
}

function lose(stream: EventSource): void {
  stream.close();
  set({ ...model, link: 'lost' });
  setTimeout(connect, RECONNECT_MS);
}

/** Pushes are applied once per frame-ish, so that a storm of them does not render a storm of pages. */
function receive(push: SimPush): void {
  queued.push(push);
  if (queued.length > 1) return;
  setTimeout(() => {
    const pushes = queued;
    queued = [];
    set(pushes.reduce((next, one) => withPush(next, one, Date.now()), model));
  }, 30);
}

function set(next: Model): void {
  model = next;
  for (const listener of listeners) listener();
}
