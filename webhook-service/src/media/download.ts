import { lookup as resolve } from 'node:dns';
import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './address.ts';
import { type Allowed, allowedUrl } from './allow-list.ts';
import { type ImageType, imageTypeOf } from './image-type.ts';

export interface DownloadOptions {
  /** See {@link allowedUrl}. */
  allowHosts: readonly string[];
  maxBytes: number;
  /** For everything together: names, redirects and the last byte. */
  timeoutMs: number;
}

export type DownloadResult =
  | { outcome: 'ok'; bytes: Buffer; type: ImageType }
  /** Trying again cannot help. */
  | { outcome: 'refused'; why: 'host' | 'redirects' | 'type' | 'too_large' | 'gone' | 'http'; status?: number }
  /** It may work later. */
  | { outcome: 'retry'; why: 'timeout' | 'connection' | 'http'; status?: number };

/** Fetches a picture a sender's event points to. Addresses are never trusted and never appear in results (§1.8). */
export async function downloadImage(address: string, options: DownloadOptions): Promise<DownloadResult> {
  const signal = AbortSignal.timeout(options.timeoutMs);
  try {
    let allowed = allowedUrl(address, options.allowHosts);
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      if (allowed === null || !mayConnect(allowed)) return { outcome: 'refused', why: 'host' };
      const response = await ask(allowed, signal);
      const target = redirectOf(response);
      if (target === null) return await readPicture(response, options.maxBytes);
      response.destroy();
      allowed = allowedUrl(target, options.allowHosts, allowed.url);
    }
    return { outcome: 'refused', why: 'redirects' };
  } catch (error) {
    if (error instanceof PrivateAddress) return { outcome: 'refused', why: 'host' };
    return { outcome: 'retry', why: signal.aborted ? 'timeout' : 'connection' };
  }
}

const MOST_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Statuses below 500 that pass: request time-out, too early, too many requests. */
const PASSING = new Set([408, 425, 429]);

class PrivateAddress extends Error {}

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
    headers: { accept: 'image/*', 'accept-encoding': 'identity' },
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

async function readPicture(response: IncomingMessage, maxBytes: number): Promise<DownloadResult> {
  const status = response.statusCode ?? 0;
  if (status !== 200) {
    response.destroy();
    if (status === 404 || status === 410) return { outcome: 'refused', why: 'gone', status };
    if (status >= 500 || PASSING.has(status)) return { outcome: 'retry', why: 'http', status };
    return { outcome: 'refused', why: 'http', status };
  }
  const chunks: Buffer[] = [];
  let size = Number(response.headers['content-length'] ?? 0);
  if (size <= maxBytes) {
    size = 0;
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) break;
      chunks.push(chunk);
    }
  }
  if (size > maxBytes) {
    response.destroy();
    return { outcome: 'refused', why: 'too_large' };
  }
  const bytes = Buffer.concat(chunks);
  const type = imageTypeOf(bytes);
  return type === null ? { outcome: 'refused', why: 'type' } : { outcome: 'ok', bytes, type };
}
