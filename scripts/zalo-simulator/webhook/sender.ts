import type { Clock } from '../clock.ts';
import type { SimConfig } from '../context.ts';
import type { SimSettings, WireEntry } from '../control-api.ts';
import type { Store } from '../state.ts';
import type { SentEvent, WireLog } from '../wire-log.ts';
import { type QueuedDelivery, RETRY_LADDER } from './deliveries.ts';
import type { ZaloEvent } from './events.ts';
import { rawBody, timestampOf } from './raw-body.ts';
import { signEvent } from './signature.ts';
import { type PostResult, postEvent } from './transport.ts';

export interface WebhookSender {
  /** Delivers an event as the settings say; resolves when the first attempt of the first copy is over. */
  emit(event: ZaloEvent, citizenId?: string): Promise<void>;
  /** Signs and posts any body once, without retries. A header given as null is left out. */
  sendRaw(raw: string, headers?: Record<string, string | null>): Promise<PostResult>;
  redeliver(sent: SentEvent): Promise<PostResult>;
  /** Lets everything go whose time has come on the simulated clock. */
  releaseDue(): void;
  /** Takes up the deliveries of an earlier run. */
  resume(): void;
  forget(): void;
  /** Deliveries waiting for their time. */
  waiting(): number;
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

export function createWebhookSender({ config, store, clock, wire, changed }: SenderParts): WebhookSender {
  const timers = new Map<number, NodeJS.Timeout>();
  const inFlight = new Set<Promise<unknown>>();
  const closing = new AbortController();
  let lastId = Math.max(0, ...store.data.deliveries.map((delivery) => delivery.id));

  const settings = (): SimSettings['webhook'] => store.data.settings.webhook;

  function headersFor(raw: string, numRetry: number): Record<string, string> {
    const { appId, oaSecret } = config;
    const secret = settings().badSignature ? `${oaSecret}-wrong` : oaSecret;
    const headers: Record<string, string> = {
      'Content-Type': 'application/json',
      'Content-Length': String(Buffer.byteLength(raw)),
      'X-ZEvent-Signature': signEvent({ appId, raw, timestamp: timestampOf(raw), oaSecret: secret }),
    };
    // §1.2: the header is there only on a redelivery.
    if (numRetry > 0) headers.num_retry = String(numRetry);
    return headers;
  }

  async function post(sent: SentEvent, headers: Record<string, string>): Promise<PostResult> {
    const work = postEvent({ url: settings().url, raw: sent.raw, headers, signal: closing.signal });
    inFlight.add(work);
    const result = await work.finally(() => inFlight.delete(work));
    if (!closing.signal.aborted) wire.add(wireEntry(sent, headers, result), sent);
    return result;
  }

  async function attempt(delivery: QueuedDelivery): Promise<void> {
    const { eventName, raw, citizenId, numRetry } = delivery;
    const sent: SentEvent = { eventName, raw, numRetry, ...(citizenId === undefined ? {} : { citizenId }) };
    const result = await post(sent, headersFor(raw, numRetry));
    if (closing.signal.aborted || result.status === 200) return;
    if (settings().retryOn === 'connection' && result.status !== 'refused') return;
    retryLater(delivery);
  }

  function retryLater(delivery: QueuedDelivery): void {
    const wait = RETRY_LADDER[delivery.numRetry];
    if (wait === undefined) unsubscribe();
    if (wait === undefined || !settings().subscribed) return;
    lastId += 1;
    const next = { ...delivery, id: lastId, numRetry: delivery.numRetry + 1, dueAt: clock.now() + wait };
    void queue(next, wait * settings().retryScale);
  }

  /** §1.4: after the last failure nothing is sent until an administrator switches the events on again. */
  function unsubscribe(): void {
    settings().subscribed = false;
    forget();
    changed();
  }

  function queue(delivery: QueuedDelivery, realMs: number): Promise<void> {
    store.data.deliveries.push(delivery);
    changed();
    return new Promise((resolve) => {
      const run = () => {
        if (!takeOut(delivery.id)) return resolve();
        const work = attempt(delivery).finally(() => inFlight.delete(work));
        inFlight.add(work);
        work.then(resolve, resolve);
      };
      const timer = setTimeout(run, realMs);
      runners.set(delivery.id, run);
      timers.set(delivery.id, timer);
    });
  }

  const runners = new Map<number, () => void>();

  function takeOut(id: number): boolean {
    clearTimeout(timers.get(id));
    timers.delete(id);
    runners.delete(id);
    const at = store.data.deliveries.findIndex((delivery) => delivery.id === id);
    if (at < 0) return false;
    store.data.deliveries.splice(at, 1);
    changed();
    return true;
  }

  function forget(): void {
    for (const run of runners.keys()) clearTimeout(timers.get(run));
    const waiting = [...runners.values()];
    timers.clear();
    store.data.deliveries.length = 0;
    // A runner whose delivery is gone only resolves its promise.
    for (const run of waiting) run();
  }

  function refuse(eventName: string, raw: string, citizenId: string | undefined, explanation: string): void {
    const who = citizenId === undefined ? {} : { citizenId };
    const sent = { eventName, raw, numRetry: 0, ...who };
    wire.add(
      {
        direction: 'webhook',
        title: eventName,
        status: 'refused',
        durationMs: 0,
        explanation,
        request: pretty(raw),
        ...who,
      },
      sent,
    );
  }

  return {
    async emit(event, citizenId) {
      const raw = rawBody(event, settings());
      const eventName = event.event_name;
      if (!store.data.granted) return refuse(eventName, raw, citizenId, NO_GRANT);
      if (!settings().subscribed) return refuse(eventName, raw, citizenId, UNSUBSCRIBED);
      const attempts: Promise<void>[] = [];
      for (let copy = 0; copy < settings().copies; copy += 1) {
        const delay = randomDelay(settings());
        lastId += 1;
        const who = citizenId === undefined ? {} : { citizenId };
        const delivery = { id: lastId, eventName, raw, numRetry: 0, dueAt: clock.now() + delay, ...who };
        if (delay > 0) attempts.push(queue(delivery, delay));
        else {
          const work = attempt(delivery).finally(() => inFlight.delete(work));
          inFlight.add(work);
          attempts.push(work);
        }
      }
      await attempts[0];
    },
    sendRaw(raw, overrides = {}) {
      const headers: Record<string, string> = headersFor(raw, 0);
      for (const [name, value] of Object.entries(overrides)) {
        for (const known of Object.keys(headers)) if (known.toLowerCase() === name.toLowerCase()) delete headers[known];
        if (value !== null) headers[name] = value;
      }
      return post({ eventName: eventNameOf(raw), raw, numRetry: 0 }, headers);
    },
    redeliver(sent) {
      const again = { ...sent, numRetry: sent.numRetry + 1 };
      return post(again, headersFor(again.raw, again.numRetry));
    },
    releaseDue() {
      for (const delivery of [...store.data.deliveries]) {
        if (delivery.dueAt <= clock.now()) runners.get(delivery.id)?.();
      }
    },
    resume() {
      const left = store.data.deliveries.splice(0);
      for (const delivery of left) {
        void queue(delivery, Math.max(0, delivery.dueAt - clock.now()) * settings().retryScale);
      }
    },
    forget,
    waiting: () => store.data.deliveries.length,
    async idle() {
      const firstAttempts = () => store.data.deliveries.some((delivery) => delivery.numRetry === 0);
      while (inFlight.size > 0 || firstAttempts()) {
        await (inFlight.size > 0 ? Promise.allSettled([...inFlight]) : new Promise((next) => setTimeout(next, 5)));
      }
    },
    async close() {
      closing.abort();
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.allSettled([...inFlight]);
    },
  };
}

const NO_GRANT = 'Không gửi: OA chưa cấp quyền cho ứng dụng nên không có sự kiện nào được gửi (§1.1).';
const UNSUBSCRIBED =
  'Không gửi: ứng dụng đã bị ngừng nhận sự kiện sau lần gửi lại cuối cùng; quản trị viên phải bật lại trong trang quản lý (§1.4).';

function wireEntry(
  sent: SentEvent,
  headers: Record<string, string>,
  result: PostResult,
): Omit<WireEntry, 'seq' | 'at'> {
  const explanation = explain(result.status);
  return {
    direction: 'webhook',
    title: sent.eventName,
    status: result.status,
    durationMs: result.durationMs,
    request: `${headerLines(headers)}\n\n${pretty(sent.raw)}`,
    ...(sent.numRetry > 0 ? { numRetry: sent.numRetry } : {}),
    ...(sent.citizenId === undefined ? {} : { citizenId: sent.citizenId }),
    ...(explanation ? { explanation } : {}),
  };
}

function explain(status: PostResult['status']): string | undefined {
  if (status === 200) return undefined;
  if (status === 'timeout') return 'Máy chủ không trả lời 200 trong 2 giây nên Zalo coi là gửi hỏng (§1.2).';
  if (status === 'refused') return 'Không mở được kết nối tới địa chỉ webhook (§1.4).';
  if (status === 'reset') return 'Kết nối bị cắt trước khi có câu trả lời (§1.4).';
  return `Máy chủ trả lời HTTP ${status}; Zalo chỉ chấp nhận 200 (§1.2).`;
}

function headerLines(headers: Record<string, string>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

function pretty(raw: string): string {
  try {
    return JSON.stringify(JSON.parse(raw), null, 2);
  } catch {
    return raw;
  }
}

function eventNameOf(raw: string): string {
  try {
    const { event_name, event } = JSON.parse(raw) as { event_name?: unknown; event?: unknown };
    return String(event_name ?? event ?? 'webhook');
  } catch {
    return 'webhook';
  }
}

function randomDelay({ delayMinMs, delayMaxMs }: SimSettings['webhook']): number {
  const span = Math.max(0, delayMaxMs - delayMinMs);
  return delayMinMs + Math.random() * span;
}
