import cors, { type FastifyCorsOptions } from '@fastify/cors';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What the Mini App asks, from the origin its bundle runs on inside Zalo (§0.1); everything else is nobody's but ours. */
const OPEN = /^\/api\/(?:citizen|public)\//;

const ALLOWED: FastifyCorsOptions = {
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  allowedHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-None-Match', 'If-Match'],
  exposedHeaders: ['ETag', 'Retry-After', 'Content-Disposition'],
  // The longest a browser keeps it (Chromium: two hours).
  maxAge: 7_200,
};

/**
 * Lets the Mini App's web view call the citizen's and the public API: the origins of the configuration, by their very name and
 * without cookies (who asks is said by `Authorization`). Register before whatever may refuse, so that a refusal can be
 * read, too; and after helmet, which would keep pictures from other origins.
 */
export async function registerCors(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  await app.register(cors, {
    delegator: (request: FastifyRequest, done: (error: Error | null, options?: FastifyCorsOptions) => void) => {
      const { origin } = request.headers;
      const isAllowed = origin !== undefined && OPEN.test(request.url) && origins.includes(origin);
      done(null, isAllowed ? { ...ALLOWED, origin } : { origin: false });
    },
  });
  app.addHook('onRequest', async (request, reply) => {
    if (OPEN.test(request.url)) reply.header('cross-origin-resource-policy', 'cross-origin');
  });
}
