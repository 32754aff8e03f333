import { useSyncExternalStore } from 'react';
import type { ChatMessage, SimPush, SimState } from '../../../control-api.ts';
import { fetchMessages, fetchState, fetchWire, type SettingsChange } from './api.ts';
import { emptyModel, type Model, withMessages, withPush, withSettings, withState, withWire } from './model.ts';

/** The page's only store: fed by /_sim/state once and by /_sim/stream from then on. */

const RECONNECT_MS = 1500;
/** A bench can leave thousands of citizens; their chats are fetched when someone opens them. */
const CHATS_READ_AT_START = 40;

/** What the simulator said. */
let model = emptyModel;
/** The same with the changes it has not answered yet. */
let shown = emptyModel;
let inFlight: readonly SettingsChange[] = [];
let queued: SimPush[] = [];
/** While everything is read anew, pushes wait: they are newer than what is being read. */
let reading = 0;
let current: EventSource | null = null;
const listeners = new Set<() => void>();

export function useModel(): Model {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
}

/** Opens the stream and keeps it open for the life of the page. */
export function connect(): void {
  const stream = new EventSource('/_sim/stream');
  current = stream;
  stream.onopen = () => {
    load().catch(() => lose(stream));
  };
  stream.onerror = () => lose(stream);
  // The server may name its events or not; both arrive here.
  for (const name of ['message', 'state', 'wire']) {
    stream.addEventListener(name, (event) => receive(JSON.parse((event as MessageEvent<string>).data) as SimPush));
  }
}

/**
 * Shows a change of settings before the simulator has confirmed it, so that a switch moves under the finger; call what
 * it returns when the answer is there. Answers to earlier changes do not take it back meanwhile.
 */
export function showAhead(change: SettingsChange): () => void {
  inFlight = [...inFlight, change];
  set(model);
  return () => {
    inFlight = inFlight.filter((one) => one !== change);
    set(model);
  };
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
  reading += 1;
  try {
    const [sim, { entries }] = await Promise.all([fetchState(), fetchWire(0)]);
    set(withWire(withState({ ...emptyModel, link: current ? 'live' : 'lost' }, sim, Date.now()), entries));
    const recent = sim.citizens.toSorted((a, b) => (b.lastMessageAt ?? 0) - (a.lastMessageAt ?? 0));
    await Promise.all(recent.slice(0, CHATS_READ_AT_START).map((citizen) => readChat(citizen.id)));
  } finally {
    reading -= 1;
    apply();
  }
}

function lose(stream: EventSource): void {
  // The stream's own error and the failed reading both end here; one of them is enough to connect again.
  if (stream !== current) return;
  current = null;
  stream.close();
  set({ ...model, link: 'lost' });
  setTimeout(connect, RECONNECT_MS);
}

/** Pushes are applied once per frame-ish, so that a storm of them does not render a storm of pages. */
function receive(push: SimPush): void {
  queued.push(push);
  if (queued.length > 1) return;
  setTimeout(apply, 30);
}

function apply(): void {
  if (reading > 0 || queued.length === 0) return;
  const pushes = queued;
  queued = [];
  set(pushes.reduce((next, one) => withPush(next, one, Date.now()), model));
}

function set(next: Model): void {
  model = next;
  shown = inFlight.reduce(withSettings, model);
  for (const listener of listeners) listener();
}
