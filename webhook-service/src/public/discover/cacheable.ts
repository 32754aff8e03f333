import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Sends what anyone may keep for some seconds: with an ETag, so that a phone that asks again on a mobile network pays for it only
 * when something has changed.
 */
export function sendCacheable(
  request: FastifyRequest,
  reply: FastifyReply,
  body: unknown,
  { seconds }: { seconds: number },
): FastifyReply {
  return sendTagged(request, reply, { body, etag: etagOf(JSON.stringify(body)) }, { seconds });
}

/** The same for what was tagged when it was made. */
export function sendTagged(
  request: FastifyRequest,
  reply: FastifyReply,
  { body, etag }: { body: unknown; etag: string },
  { seconds }: { seconds: number },
): FastifyReply {
  reply.header('cache-control', `public, max-age=${seconds}`).header('etag', etag);
  const known = request.headers['if-none-match']?.split(',').map((tag) => tag.trim());
  return known?.includes(etag) || known?.includes('*') ? reply.code(304).send() : reply.send(body);
}

/** Weak: the same content, not the same bytes, for a proxy may compress it. */
export function etagOf(content: string | Buffer): string {
  return `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
}
