import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { asObject, type JsonObject } from '../values.ts';

interface ReceivedEvent {
  path: string;
  headers: http.IncomingHttpHeaders;
  raw: string;
  body: JsonObject;
  name: string;
  at: number;
}

export interface Receiver {
  url: string;
  events: ReceivedEvent[];
  /** Events of one name. */
  named(name: string): ReceivedEvent[];
  /** Waits until so many events came. */
  count(total: number): Promise<void>;
  /** What the next deliveries get: a status, no answer at all, or a cut connection. */
  answerWith(answer: number | 'silence' | 'cut'): void;
  close(): Promise<void>;
}

/** A webhook endpoint that keeps what it is sent. */
export async function startReceiver(port = 0): Promise<Receiver> {
  const events: ReceivedEvent[] = [];
  const waiters: { total: number; resolve: () => void }[] = [];
  let answer: number | 'silence' | 'cut' = 200;

  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString('utf8');
      const body = asObject(JSON.parse(raw));
      const name = String(body.event_name ?? body.event);
      events.push({ path: request.url ?? '', headers: request.headers, raw, body, name, at: Date.now() });
      if (answer === 'cut') request.socket.destroy();
      else if (answer !== 'silence') response.writeHead(answer).end();
      for (const waiter of waiters) if (events.length >= waiter.total) waiter.resolve();
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/zalo/oa`,
    events,
    named: (name) => events.filter((event) => event.name === name),
    count: (total) =>
      new Promise((resolve) => {
        if (events.length >= total) resolve();
        else waiters.push({ total, resolve });
      }),
    answerWith(next) {
      answer = next;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
