import { setMaxListeners } from 'node:events';
import type { Clock } from '../clock.ts';
import type { SimConfig } from '../context.ts';
import type { SimSettings } from '../control-api.ts';
import type { Store } from '../state.ts';
import type { JsonObject } from '../values.ts';
import type { SentEvent, WireLog } from '../wire-log.ts';
import { type EventFamily, type QueuedDelivery, RETRY_LADDER } from './deliveries.ts';
import { eventHeaders, type Unsigned } from './event-headers.ts';
import { createLanes } from './lanes.ts';
import { rawBody } from './raw-body.ts';
import { type PostResult, postEvent } from './transport.ts';
import { createWaitingRoom } from './waiting-room.ts';
import { attemptEntry, eventNameOf, type UnsentReason, unsentEntry } from './wire-entry.ts';

export interface WebhookSender {
  /** Delivers an event as the settings say; resolves when the first attempt of the first copy is over. */
  emit(event: JsonObject, citizenId?: string, family?: EventFamily): Promise<void>;
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
  const miniapp = (): SimSettings['miniapp'] => store.data.settings.miniapp;

  function nextId(): number {
    lastId += 1;
    return lastId;
  }

  function track<T>(work: Promise<T>): Promise<T> {
    const tracked = work.finally(() => inFlight.delete(tracked));
    inFlight.add(tracked);
    return tracked;
  }

  const headersFor = (sent: Unsigned) => eventHeaders(sent, { config, spoilt: settings().badSignature });

  async function post(sent: SentEvent, headers: Record<string, string>): Promise<PostResult> {
    const url = sent.family === 'miniapp' ? miniapp().webhookUrl : settings().url;
    const request = () => postEvent({ url, raw: sent.raw, headers, signal: closing.signal });
    const result = await track(lanes.run(request));
    if (!closing.signal.aborted) wire.add(attemptEntry(sent, headers, result), sent);
    return result;
  }

  async function attempt(delivery: QueuedDelivery): Promise<void> {
    const { id: _id, dueAt: _dueAt, ...sent } = delivery;
    const { status } = await post(sent, headersFor(sent));
    if (closing.signal.aborted) keep(delivery);
    else if (isRetried(status, delivery.family)) retryLater(delivery);
  }

  function isRetried(status: PostResult['status'], family: EventFamily | undefined): boolean {
    if (status === 200) return false;
    // §7.5: whether a Mini App event is repeated is not documented, so it is not unless the switch says so.
    if (family === 'miniapp') return miniapp().webhookRetry === 'ladder';
    return settings().retryOn === 'any-failure' || status === 'refused';
  }

  function retryLater(delivery: QueuedDelivery): void {
    const wait = RETRY_LADDER[delivery.numRetry];
    if (delivery.family === 'miniapp') {
      if (wait === undefined) return;
    } else {
      if (wait === undefined) unsubscribe();
      if (wait === undefined || !settings().subscribed) return;
    }
    const next = { ...delivery, id: nextId(), numRetry: delivery.numRetry + 1, dueAt: clock.now() + wait };
    void room.add(next, wait * settings().retryScale);
  }

  /** Why the platform would not even try; a Mini App's events know no subscription. */
  function whyUnsent(): UnsentReason | undefined {
    if (!store.data.granted) return 'no-grant';
    if (!settings().subscribed) return 'unsubscribed';
    const { deliver, dropRate } = settings();
    return deliver === 'none' || Math.random() < dropRate ? 'outage' : undefined;
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
    async emit(event, citizenId, family = 'oa') {
      const raw = rawBody(event, settings());
      const who = citizenId === undefined ? {} : { citizenId };
      const sent = { eventName: String(event.event_name ?? event.event), raw, numRetry: 0, family, ...who };
      const reason = family === 'miniapp' ? undefined : whyUnsent();
      if (reason !== undefined) wire.add(unsentEntry(sent, reason), sent);
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
      const headers = overridden(headersFor({ raw, numRetry: 0 }), overrides);
      return post({ eventName: eventNameOf(raw), raw, numRetry: 0 }, headers);
    },
    redeliver(sent) {
      const again = { ...sent, numRetry: sent.numRetry + 1 };
      return post(again, headersFor(again));
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
