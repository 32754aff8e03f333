import { CHANNEL, type FromHost, type Question, type Reply, type Sent, type ToHost } from '../protocol.ts';

/** The phone drawn around the app's frame. Without one nobody can be asked, and what is said to it is lost. */
export interface Pane {
  present: boolean;
  tell(message: FromHost): void;
  ask(question: Question): Promise<Reply>;
  onMessage(listener: (message: ToHost) => void): void;
}

export function findPane(): Pane {
  const present = window.parent !== window;
  const waiting = new Map<number, (reply: Reply) => void>();
  const listeners: ((message: ToHost) => void)[] = [];
  let lastId = 0;

  function tell(message: FromHost): void {
    if (present) window.parent.postMessage({ ...message, channel: CHANNEL } satisfies Sent<FromHost>, location.origin);
  }

  window.addEventListener('message', ({ source, origin, data }: MessageEvent<Partial<Sent<ToHost>> | null>) => {
    if (!present || source !== window.parent || origin !== location.origin || data?.channel !== CHANNEL) return;
    const message = data as Sent<ToHost>;
    if (message.type === 'answer') {
      waiting.get(message.id)?.(message);
      waiting.delete(message.id);
    }
    for (const listener of listeners) listener(message);
  });

  return {
    present,
    tell,
    ask(question) {
      lastId += 1;
      const id = lastId;
      tell({ type: 'ask', id, ...question });
      return new Promise((resolve) => waiting.set(id, resolve));
    },
    onMessage: (listener) => void listeners.push(listener),
  };
}
