import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HeardCall {
  method: string;
  /** Path and query as they came. */
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** A server that writes down every call and gives the answers it was told, one after the other; the last for ever. */
export async function startFakeZalo() {
  const heard: HeardCall[] = [];
  let answers: unknown[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      heard.push({ method, url, headers, body: Buffer.concat(chunks).toString('latin1') });
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      response.setHeader('X-RateLimit-Remain', '3999');
      response.end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    answer: (...next: unknown[]) => {
      answers = next;
      heard.length = 0;
    },
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}
