import type { Phone } from './phone.ts';
import { answerZaloHost, isZaloHost } from './zalo-http.ts';

/**
 * The network as this phone has it: Zalo's hosts are played by the simulator, and no network or a slow one is felt by every
 * `fetch` and `XMLHttpRequest` of the app, by `navigator.onLine` and by the events of both browser and Zalo.
 */
export function installNetwork(phone: Phone): void {
  const { settings } = phone;
  const realFetch = window.fetch.bind(window);
  const cut = new EventTarget();

  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    await crossing(phone, sizeOf(init?.body));
    const url = new URL(request.url);
    const answer = isZaloHost(url) ? answerZaloHost(url, request, phone) : realFetch(request);
    const response = await Promise.race([answer, lostConnection(cut)]);
    await crossing(phone, Number(response.headers.get('content-length')) || 0);
    return response;
  };
  window.XMLHttpRequest = phoneXhr(phone, cut);

  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => settings.now().network.online });
  settings.onChange((now, before) => {
    if (now.network.online === before.network.online) return;
    const { online } = now.network;
    if (!online) cut.dispatchEvent(new Event('cut'));
    window.dispatchEvent(new Event(online ? 'online' : 'offline'));
    phone.events.emit('h5.event.connection.changed', { state: online ? 'CONNECTED' : 'DISCONNECTED' });
  });
}

/** The time so many bytes need, on top of the way itself. @throws as `fetch` does where there is no network. */
async function crossing({ settings }: Phone, bytes: number): Promise<void> {
  const { online, latencyMs, kilobytesPerSecond } = settings.now().network;
  if (!online) throw new TypeError('Failed to fetch');
  const carrying = kilobytesPerSecond > 0 ? bytes / kilobytesPerSecond : 0;
  const wait = latencyMs / 2 + carrying;
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  if (!settings.now().network.online) throw new TypeError('Failed to fetch');
}

function lostConnection(cut: EventTarget): Promise<never> {
  return new Promise((_resolve, reject) => {
    cut.addEventListener('cut', () => reject(new TypeError('Failed to fetch')), { once: true });
  });
}

/** The SDK's log goes by XMLHttpRequest, and so do uploads that show how far they are. */
function phoneXhr(phone: Phone, cut: EventTarget): typeof XMLHttpRequest {
  return class extends XMLHttpRequest {
    #onItsWay = false;

    override open(method: string, url: string | URL, ...rest: unknown[]): void {
      const target = new URL(url, location.href);
      const [async = true, user, password] = rest as [boolean?, string?, string?];
      // Only the log of the SDK comes this way, and nobody reads its answer.
      if (isZaloHost(target)) super.open('GET', 'data:application/json,{}', true);
      else super.open(method, target, async, user, password);
    }

    override send(body?: Document | XMLHttpRequestBodyInit | null): void {
      const fail = () => {
        // What the page hears of a lost connection is `error`, not that somebody gave up.
        this.addEventListener('abort', (event) => event.stopImmediatePropagation(), { capture: true, once: true });
        super.abort();
        this.#end('error');
      };
      this.#onItsWay = true;
      cut.addEventListener('cut', fail, { once: true });
      this.addEventListener('loadend', () => cut.removeEventListener('cut', fail), { once: true });
      crossing(phone, sizeOf(body)).then(() => this.#onItsWay && super.send(body), fail);
    }

    override abort(): void {
      const waiting = this.#onItsWay && this.readyState === XMLHttpRequest.OPENED;
      super.abort();
      // Given up while the bytes were still on their way: the browser knows nothing of the sending yet.
      if (waiting && this.#onItsWay) this.#end('abort');
    }

    #end(how: 'error' | 'abort'): void {
      this.#onItsWay = false;
      this.dispatchEvent(new ProgressEvent(how));
      this.dispatchEvent(new ProgressEvent('loadend'));
    }
  };
}

function sizeOf(body: unknown): number {
  if (typeof body === 'string') return body.length;
  if (body instanceof Blob) return body.size;
  if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) return body.byteLength;
  if (!(body instanceof FormData)) return 0;
  return [...body.values()].reduce((sum, value) => sum + sizeOf(value), 0);
}
