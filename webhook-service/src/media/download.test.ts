import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DownloadOptions, downloadImage } from './download.ts';

type Answer = (response: ServerResponse) => void;

let allowed: string;
let forbidden: string;
let servers: Server[];
let picture: Buffer;
/** Paths asked of the server that must not be asked. */
const reached: string[] = [];

const send =
  (status: number, headers: Record<string, string> = {}, body?: Buffer | string): Answer =>
  (response) =>
    response.writeHead(status, headers).end(body);
const redirectTo =
  (location: () => string): Answer =>
  (response) =>
    send(302, { location: location() })(response);

const ANSWERS: Record<string, Answer> = {
  '/picture': (response) => send(200, { 'content-type': 'text/html' }, picture)(response),
  '/page': send(200, { 'content-type': 'image/jpeg' }, '<html>not a picture at all</html>'),
  '/empty': send(200),
  '/404': send(404),
  '/410': send(410),
  '/403': send(403),
  '/429': send(429),
  '/500': send(500),
  '/reset': (response) => void response.socket?.destroy(),
  '/cut': (response) => {
    response.writeHead(200, { 'content-length': '5000' }).write(picture.subarray(0, 50));
    setImmediate(() => response.socket?.destroy());
  },
  '/silent': () => {},
  '/drip': (response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write('x'), 20);
    response.once('close', () => clearInterval(timer));
  },
  '/endless': (response) => {
    response.writeHead(200, { 'content-type': 'image/jpeg' });
    const more = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      response.once('drain', more);
    };
    more();
  },
  '/claims-to-be-large': send(200, { 'content-length': '999999999' }),
  '/hop-1': redirectTo(() => '/hop-2'),
  '/hop-2': redirectTo(() => `${allowed}/hop-3`),
  '/hop-3': redirectTo(() => '/picture'),
  '/hop-0': redirectTo(() => '/hop-1'),
  '/circle': redirectTo(() => '/circle'),
  '/nowhere': send(302),
  '/to-metadata': redirectTo(() => 'http://169.254.169.254/latest/meta-data/'),
  '/to-neighbour': redirectTo(() => `${forbidden}/secret`),
  '/to-file': redirectTo(() => 'file:///etc/passwd'),
  '/to-credentials': redirectTo(() => `${allowed.replace('//', '//user@')}/picture`),
};

beforeAll(async () => {
  picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer();
  const good = createServer((request, response) => (ANSWERS[request.url ?? ''] ?? send(404))(response));
  const bad = createServer((request, response) => {
    reached.push(request.url ?? '');
    send(200, {}, picture)(response);
  });
  servers = [good, bad];
  [allowed = '', forbidden = ''] = await Promise.all(servers.map(listening));
});
afterAll(() => {
  for (const server of servers) server.close().closeAllConnections();
});

async function listening(server: Server): Promise<string> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const fetchFrom = (path: string, over: Partial<DownloadOptions> = {}) =>
  downloadImage(allowed + path, { allowHosts: [allowed], maxBytes: 100_000, timeoutMs: 5_000, ...over });

describe('fetching a picture', () => {
  it('takes it whatever the server calls it', async () => {
    expect(await fetchFrom('/picture')).toEqual({ outcome: 'ok', bytes: picture, type: 'jpeg' });
  });

  it('follows three redirects, and not four', async () => {
    expect(await fetchFrom('/hop-1')).toMatchObject({ outcome: 'ok' });
    expect(await fetchFrom('/hop-0')).toEqual({ outcome: 'refused', why: 'redirects' });
    expect(await fetchFrom('/circle')).toEqual({ outcome: 'refused', why: 'redirects' });
  });

  it.each([
    ['/page', { outcome: 'refused', why: 'type' }],
    ['/empty', { outcome: 'refused', why: 'type' }],
    ['/404', { outcome: 'refused', why: 'gone', status: 404 }],
    ['/410', { outcome: 'refused', why: 'gone', status: 410 }],
    ['/403', { outcome: 'refused', why: 'http', status: 403 }],
    ['/nowhere', { outcome: 'refused', why: 'http', status: 302 }],
    ['/endless', { outcome: 'refused', why: 'too_large' }],
    ['/claims-to-be-large', { outcome: 'refused', why: 'too_large' }],
    ['/429', { outcome: 'retry', why: 'http', status: 429 }],
    ['/500', { outcome: 'retry', why: 'http', status: 500 }],
    ['/reset', { outcome: 'retry', why: 'connection' }],
    ['/cut', { outcome: 'retry', why: 'connection' }],
  ])('%s is judged for good or for later', async (path, expected) => {
    expect(await fetchFrom(path)).toEqual(expected);
  });

  it.each(['/silent', '/drip'])('%s does not hold a worker longer than the limit', async (path) => {
    const startedAt = performance.now();
    expect(await fetchFrom(path, { timeoutMs: 200 })).toEqual({ outcome: 'retry', why: 'timeout' });
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  it('comes back later when nobody listens', async () => {
    const closed = createServer();
    const origin = await listening(closed);
    await new Promise((done) => closed.close(done));
    const options = { allowHosts: [origin], maxBytes: 1000, timeoutMs: 5_000 };
    expect(await downloadImage(`${origin}/a`, options)).toEqual({ outcome: 'retry', why: 'connection' });
  });
});

describe('a picture that leads elsewhere', () => {
  it.each(['/to-metadata', '/to-neighbour', '/to-file', '/to-credentials'])('%s is not followed', async (path) => {
    expect(await fetchFrom(path)).toEqual({ outcome: 'refused', why: 'host' });
    expect(reached).toEqual([]);
  });

  it('is not asked for at a host that is not on the list', async () => {
    expect(await downloadImage(`${forbidden}/x`, { allowHosts: [allowed], maxBytes: 1, timeoutMs: 1000 })).toEqual({
      outcome: 'refused',
      why: 'host',
    });
    expect(reached).toEqual([]);
  });

  it('is not fetched when an allowed name leads to this machine', async () => {
    const options = { allowHosts: ['localhost'], maxBytes: 1000, timeoutMs: 5_000 };
    expect(await downloadImage('https://localhost/a.jpg', options)).toEqual({ outcome: 'refused', why: 'host' });
  });
});
