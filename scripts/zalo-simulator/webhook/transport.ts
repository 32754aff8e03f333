import http from 'node:http';
import https from 'node:https';
import { performance } from 'node:perf_hooks';
import { ANSWER_LIMIT_MS } from './deliveries.ts';

export interface PostResult {
  status: number | 'timeout' | 'refused' | 'reset';
  durationMs: number;
}

export interface PostRequest {
  url: string;
  raw: string;
  headers: Record<string, string>;
  signal: AbortSignal;
}

/**
 * One delivery. Every delivery opens its own connection: with kept connections a receiver that restarts would show up as a
 * reset, and §1.4 must tell "could not be opened" from everything else.
 */
export function postEvent({ url, raw, headers, signal }: PostRequest): Promise<PostResult> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    let opened = false;
    const finish = (status: PostResult['status']) => {
      clearTimeout(timer);
      resolve({ status, durationMs: Math.round(performance.now() - startedAt) });
    };
    const request = open({ url, headers, signal });
    const timer = setTimeout(() => {
      finish(opened ? 'timeout' : 'refused');
      request?.destroy();
    }, ANSWER_LIMIT_MS);
    if (!request) return finish('refused');
    request.on('response', (response) => {
      response.on('error', () => undefined);
      response.resume();
      finish(response.statusCode ?? 0);
    });
    const ready = url.startsWith('https:') ? 'secureConnect' : 'connect';
    request.on('socket', (socket) => {
      socket.once(ready, () => {
        opened = true;
      });
    });
    request.on('error', () => finish(opened ? 'reset' : 'refused'));
    request.end(raw);
  });
}

/** An address or header that cannot be used at all is like a connection that could not be opened. */
function open({ url, headers, signal }: Omit<PostRequest, 'raw'>): http.ClientRequest | undefined {
  const client = url.startsWith('https:') ? https : http;
  try {
    return client.request(url, { method: 'POST', headers, agent: false, signal });
  } catch {
    return undefined;
  }
}
