import { lookup as resolve } from 'node:dns';
import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './address.ts';
import { type Allowed, allowedUrl } from './allow-list.ts';

export interface FetchOptions {
  /** See {@link allowedUrl}. */
  allowHosts: readonly string[];
  maxBytes: number;
  /** For everything together: names, redirects and the last byte. */
  timeoutMs: number;
}

/** Why nothing came of it. */
export type NotFetched =
  /** Trying again cannot help. */
  | { outcome: 'refused'; why: 'host' | 'redirects' | 'too_large' | 'gone' | 'http'; status?: number }
  /** It may work later. */
  | { outcome: 'retry'; why: 'timeout' | 'connection' | 'http'; status?: number };

/**
 * Asks for what a sender's event points to and gives the bytes to `take` as they come. Addresses are never trusted and never
 * appear in results (§1.8). What `take` throws of its own goes through; it must read to the end or give up.
 */
export async function fetchAllowed<Taken>(
  address: string,
  options: FetchOptions,
  take: (body: AsyncIterable<Buffer>) => Promise<Taken>,
): Promise<{ outcome: 'ok'; taken: Taken } | NotFetched> {
  const signal = AbortSignal.timeout(options.timeoutMs);
  const response = await responseOf(address, options, signal);
  if (!('headers' in response)) return response;
  try {
    const refused = statusRefused(response) ?? sizeRefused(response, options);
    return refused ?? { outcome: 'ok', taken: await take(bodyOf(response, options)) };
  } catch (error) {
    if (error instanceof TooLarge) return { outcome: 'refused', why: 'too_large' };
    if (error instanceof Interrupted) return { outcome: 'retry', why: signal.aborted ? 'timeout' : 'connection' };
    throw error;
  } finally {
    response.destroy();
  }
}

const MOST_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Statuses below 500 that pass: request time-out, too early, too many requests. */
const PASSING = new Set([408, 425, 429]);

class PrivateAddress extends Error {}
class TooLarge extends Error {}
/** The connection ended before the body did. */
class Interrupted extends Error {}

async function responseOf(
  address: string,
  { allowHosts }: FetchOptions,
  signal: AbortSignal,
): Promise<IncomingMessage | NotFetched> {
  try {
    let allowed = allowedUrl(address, allowHosts);
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      if (allowed === null || !mayConnect(allowed)) return { outcome: 'refused', why: 'host' };
      const response = await ask(allowed, signal);
      const target = redirectOf(response);
      if (target === null) return response;
      response.destroy();
      allowed = allowedUrl(target, allowHosts, allowed.url);
    }
    return { outcome: 'refused', why: 'redirects' };
  } catch (error) {
    if (error instanceof PrivateAddress) return { outcome: 'refused', why: 'host' };
    return { outcome: 'retry', why: signal.aborted ? 'timeout' : 'connection' };
  }
}

/** An address written as numbers is not looked up, so it is judged here. */
function mayConnect({ url, mayBePrivate }: Allowed): boolean {
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  return mayBePrivate || isIP(literal) === 0 || isPublicAddress(literal);
}

function ask({ url, mayBePrivate }: Allowed, signal: AbortSignal): Promise<IncomingMessage> {
  const options: RequestOptions = {
    signal,
    // No shared sockets: one opened for an allowed private origin must not serve another address.
    agent: false,
    headers: { accept: '*/*', 'accept-encoding': 'identity' },
    ...(!mayBePrivate && { lookup: lookupPublic }),
  };
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((answer, fail) => request(url, options).once('response', answer).on('error', fail).end());
}

/** Resolves a name and lets the socket connect to nothing but the public addresses found: a second look-up cannot differ. */
const lookupPublic: LookupFunction = (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '');
    const open = addresses.filter(({ address }) => isPublicAddress(address));
    const [first] = open;
    if (first === undefined) return done(new PrivateAddress(), '');
    return options.all ? done(null, open) : done(null, first.address, first.family);
  });
};

function redirectOf(response: IncomingMessage): string | null {
  return REDIRECTS.has(response.statusCode ?? 0) ? (response.headers.location ?? null) : null;
}

function statusRefused({ statusCode: status = 0 }: IncomingMessage): NotFetched | null {
  if (status === 200) return null;
  if (status === 404 || status === 410) return { outcome: 'refused', why: 'gone', status };
  if (status >= 500 || PASSING.has(status)) return { outcome: 'retry', why: 'http', status };
  return { outcome: 'refused', why: 'http', status };
}

function sizeRefused({ headers }: IncomingMessage, { maxBytes }: FetchOptions): NotFetched | null {
  return Number(headers['content-length'] ?? 0) > maxBytes ? { outcome: 'refused', why: 'too_large' } : null;
}

async function* bodyOf(response: IncomingMessage, { maxBytes }: FetchOptions): AsyncGenerator<Buffer> {
  const chunks = (response as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  let size = 0;
  for (;;) {
    // Only what the connection does is caught here, not what the reader does with a chunk.
    const next = await chunks.next().catch((cause: unknown) => {
      throw new Interrupted('body', { cause });
    });
    if (next.done) return;
    size += next.value.length;
    if (size > maxBytes) throw new TooLarge();
    yield next.value;
  }
}
