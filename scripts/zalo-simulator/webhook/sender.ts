import { setMaxListeners } from 'node:events';
import type { Clock } from '../clock.ts';
import type { SimConfig } from '../context.ts';
import type { SimSettings } from '../control-api.ts';
import type { Store } from '../state.ts';
import type { SentEvent, WireLog } from '../wire-log.ts';
import { type QueuedDelivery, RETRY_LADDER } from './deliveries.ts';
import type { ZaloEvent } from './events.ts';
import { createLanes } from './lanes.ts';
import { rawBody, timestampOf } from './raw-body.ts';
import { signEvent } from './signature.ts';
import { type PostResult, postEvent } from './transport.ts';
import { createWaitingRoom } from './waiting-room.ts';
import { attemptEntry, eventNameOf, unsentEntry } from './wire-entry.ts';

export interface WebhookSender {
  /** Delivers an event as the settings say; resolves when the first attempt of the first copy is over. */
  emit(event: ZaloEvent, citizenId?: string): Promise<void>;
  /** Signs and posts any body once, without retries. A header given as null is left out. */
  sendRaw(raw: string, headers?: Record<string, string | null>): Promise<PostResult>;
  /** The same bytes once more, with the next `num_retry`. */
  redeliver(sent: SentEvent): Promise<PostResult>;
  /** Lets everything go whose time has come on the simulated clock. */
  releaseDue(): void;
  /** Takes up the deliveries of an earlier run. */
  resume(): void;
  /** Drops everything that waits. */
  forget(): void;
  /** Work that `idle` has to wait for, too. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Resolves when nothing is on its way and nothing waits for a first attempt. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

export interface SenderParts {
  config: SimConfig;
  store: Store;
  clock: Clock;
  wire: WireLog;
  changed: () => void;
}

/** Enough for any burst, and few enough that a crowd of connections does not eat the two seconds of each other (§1.2). */
const PARALLEL_DELIVERIES = 64;

export function createWebhookSender({ config, store, clock, wire, changed }: SenderParts): WebhookSender {
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  const lanes = createLanes(PARALLEL_DELIVERIES);
  const inFlight = new Set<Promise<unknown>>();
  const room = createWaitingRoom({ list: () => store.data.deliveries, leave: attempt, changed });
  let lastId = Math.max(0, ...store.data.deliveries.map((delivery) => delivery.id));

  const settings = (): SimSettings['webhook'] => store.data.settings.webhook;

  function nextId(): number {
    lastId += 1;
    return lastId;
  }

  function track<T>(work: Promise<T>): Promise<T> {
    const tracked = work.finally(() => inFlight.delete(tracked));
    inFlight.add(tracked);
    return tracked;
  }

  function headersFor(raw: string, numRetry: number): Record<string, string> {
    const { appId } = config;
    const oaSecret = settings().badSignature ? `${config.oaSecret}-wrong` : config.oaSecret;
    return {
      'Content-Type': 'application/json',
      'Content-Length': String(Buffer.byteLength(raw)),
      'X-ZEvent-Signature': signEvent({ appId, raw, timestamp: timestampOf(raw), oaSecret }),
      // §1.2: the header is there only on a redelivery.
      ...(numRetry > 0 ? { num_retry: String(numRetry) } : {}),
    };
  }

  async function post(sent: SentEvent, headers: Record<string, string>): Promise<PostResult> {
    const request = () => postEvent({ url: settings().url, raw: sent.raw, headers, signal: closing.signal });
    const result = await track(lanes.run(request));
    if (!closing.signal.aborted) wire.add(attemptEntry(sent, headers, result), sent);
    return result;
  }

  async function attempt(delivery: QueuedDelivery): Promise<void> {
    const { eventName, raw, citizenId, numRetry } = delivery;
    const sent = { eventName, raw, numRetry, ...(citizenId === undefined ? {} : { citizenId }) };
    const { status } = await post(sent, headersFor(raw, numRetry));
    if (closing.signal.aborted) keep(delivery);
    else if (isRetried(status)) retryLater(delivery);
  }

  function isRetried(status: PostResult['status']): boolean {
    if (status === 200) return false;
    return settings().retryOn === 'any-failure' || status === 'refused';
  }

  function retryLater(delivery: QueuedDelivery): void {
    const wait = RETRY_LADDER[delivery.numRetry];
    if (wait === undefined) unsubscribe();
    if (wait === undefined || !settings().subscribed) return;
    const next = { ...delivery, id: nextId(), numRetry: delivery.numRetry + 1, dueAt: clock.now() + wait };
    void room.add(next, wait * settings().retryScale);
  }

  /** §1.4: after the last failure nothing is sent until an administrator switches the events on again. */
  function unsubscribe(): void {
    settings().subscribed = false;
    room.clear();
    changed();
  }

  /** A delivery that this run could not finish is the next run's. */
  function keep(delivery: QueuedDelivery): void {
    store.data.deliveries.push({ ...delivery, id: nextId() });
    changed();
  }

  return {
    async emit(event, citizenId) {
      const raw = rawBody(event, settings());
      const who = citizenId === undefined ? {} : { citizenId };
      const sent = { eventName: event.event_name, raw, numRetry: 0, ...who };
      if (!store.data.granted) wire.add(unsentEntry(sent, 'no-grant'), sent);
      else if (!settings().subscribed) wire.add(unsentEntry(sent, 'unsubscribed'), sent);
      else {
        const copies = Array.from({ length: settings().copies }, () => {
          const delay = randomDelay(settings());
          const delivery = { ...sent, id: nextId(), dueAt: clock.now() + delay };
          return delay > 0 ? room.add(delivery, delay) : track(attempt(delivery));
        });
        await copies[0];
      }
    },
    sendRaw(raw, overrides = {}) {
      const headers = overridden(headersFor(raw, 0), overrides);
      return post({ eventName: eventNameOf(raw), raw, numRetry: 0 }, headers);
    },
    redeliver(sent) {
      const again = { ...sent, numRetry: sent.numRetry + 1 };
      return post(again, headersFor(again.raw, again.numRetry));
    },
    releaseDue: () => room.releaseDue(clock.now()),
    resume() {
      for (const delivery of store.data.deliveries.splice(0)) {
        void room.add(delivery, Math.max(0, delivery.dueAt - clock.now()) * settings().retryScale);
      }
    },
    forget: room.clear,
    track,
    async idle() {
      const waitsForFirst = () => store.data.deliveries.some((delivery) => delivery.numRetry === 0);
      while (inFlight.size > 0 || waitsForFirst()) {
        await (inFlight.size > 0 ? Promise.allSettled([...inFlight]) : new Promise((next) => setTimeout(next, 5)));
      }
    },
    async close() {
      closing.abort();
      room.stop();
      // What ends may have one more thing to say, which the closed room keeps for the next run.
      while (inFlight.size > 0) await Promise.allSettled([...inFlight]);
    },
  };
}

function overridden(headers: Record<string, string>, overrides: Record<string, string | null>): Record<string, string> {
  const result = { ...headers };
  for (const [name, value] of Object.entries(overrides)) {
    for (const known of Object.keys(result)) if (known.toLowerCase() === name.toLowerCase()) delete result[known];
    if (value !== null) result[name] = value;
  }
  return result;
}

function randomDelay({ delayMinMs, delayMaxMs }: SimSettings['webhook']): number {
  return delayMinMs + Math.random() * Math.max(0, delayMaxMs - delayMinMs);
}
