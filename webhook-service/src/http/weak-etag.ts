import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/**
 * Gives answers of these routes a weak ETag of their content, and to whoever has them already only 304: an app that looks every few
 * seconds on a mobile network pays for what has changed. The work is done all the same; what is spared is the way.
 */
export function addWeakEtags(scope: FastifyInstance, routes: ReadonlySet<string>): void {
  scope.addHook<unknown>('onSend', async (request, reply, payload) => {
    const { url, method } = request.routeOptions;
    if (url === undefined || !routes.has(url) || method !== 'GET') return payload;
    if (reply.statusCode !== 200 || typeof payload !== 'string') return payload;
    const etag = `W/"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`;
    reply.header('etag', etag).header('cache-control', 'private, no-cache');
    if (!names(request.headers['if-none-match'], etag)) return payload;
    reply.code(304).removeHeader('content-type').removeHeader('content-length');
    return null;
  });
}

/** The weak comparison of RFC 9110 §8.8.3.2. */
function names(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const plain = (tag: string) => tag.trim().replace(/^W\//, '');
  return header.trim() === '*' || header.split(',').some((tag) => plain(tag) === plain(etag));
}
