import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callZalo } from './http-call.ts';

let origin: string;
let server: Server;
let asked = 0;

const ANSWERS: Record<string, (response: ServerResponse) => void> = {
  '/ok': (response) => response.end('{"error":0}'),
  '/refused': (response) => response.writeHead(400).end('{"error":-201}'),
  '/500': (response) => response.writeHead(500).end('{"error":-200}'),
  '/html': (response) => response.end('<html>busy</html>'),
  '/array': (response) => response.end('[]'),
  '/empty': (response) => response.end(),
  '/elsewhere': (response) => response.writeHead(302, { location: '/ok' }).end('{"error":0}'),
  '/reset': (response) => void response.socket?.destroy(),
  '/cut': (response) => {
    response.writeHead(200, { 'content-length': '50' }).write('{"error":');
    setImmediate(() => response.socket?.destroy());
  },
  '/silent': () => {},
};

beforeAll(async () => {
  server = createServer((request, response) => {
    asked++;
    ANSWERS[request.url ?? '']?.(response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close().closeAllConnections());

const call = (url: string, timeoutMs = 5_000) =>
  callZalo(globalThis.fetch, url, { method: 'POST', headers: { access_token: 'secret' }, body: '{}', timeoutMs });

describe('one call to Zalo', () => {
  it.each([
    ['/ok', { outcome: 'answer', status: 200, body: { error: 0 } }],
    ['/refused', { outcome: 'answer', status: 400, body: { error: -201 } }],
    ['/500', { outcome: 'unknown', why: 'http', status: 500 }],
    ['/html', { outcome: 'unknown', why: 'http', status: 200 }],
    ['/array', { outcome: 'unknown', why: 'http', status: 200 }],
    ['/empty', { outcome: 'unknown', why: 'http', status: 200 }],
    ['/elsewhere', { outcome: 'unknown', why: 'http', status: 302 }],
    ['/reset', { outcome: 'unknown', why: 'connection' }],
    ['/cut', { outcome: 'unknown', why: 'connection' }],
  ])('%s is asked once and told apart', async (path, expected) => {
    asked = 0;
    expect(await call(origin + path)).toEqual(expected);
    expect(asked).toBe(1);
  });

  it('with no answer in time may have been heard', async () => {
    expect(await call(`${origin}/silent`, 100)).toEqual({ outcome: 'unknown', why: 'timeout' });
  });

  it('where nobody listens was certainly not heard', async () => {
    const closed = createServer();
    await new Promise<void>((ready) => closed.listen(0, '127.0.0.1', ready));
    const { port } = closed.address() as AddressInfo;
    await new Promise((done) => closed.close(done));
    expect(await call(`http://127.0.0.1:${port}/`)).toEqual({ outcome: 'not_sent', why: 'connection' });
    expect(await call(`http://localhost:${port}/`)).toEqual({ outcome: 'not_sent', why: 'connection' });
  });

  it('to a name that does not exist was certainly not heard', async () => {
    expect(await call('http://oa.invalid/')).toEqual({ outcome: 'not_sent', why: 'connection' });
  });
});
