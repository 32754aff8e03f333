import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { errorCodeOf } from '../error-codes.ts';
import type { Readiness } from './health.ts';
import type { Metrics } from './metrics.ts';

/** `/livez`, `/readyz` and `/metrics`, the same for both roles. */
export function registerHealth(
  app: FastifyInstance,
  deps: {
    readiness: () => Promise<Readiness>;
    metrics: Metrics;
    readDepths: () => Promise<void>;
    isStopping: () => boolean;
  },
): void {
  const word = Type.String();
  app.get(
    '/livez',
    { schema: { tags: ['monitor'], response: { 200: Type.Object({ alive: Type.Boolean() }) } } },
    async () => ({ alive: true }),
  );

  const answer = Type.Object({ ready: Type.Boolean(), database: word, redis: word, migrations: word });
  app.get(
    '/readyz',
    { schema: { tags: ['monitor'], response: { 200: answer, 503: answer } } },
    async (_request, reply) => {
      const state = await deps.readiness();
      // A process that is stopping takes no new visitors.
      const ready = state.ready && !deps.isStopping();
      return reply.code(ready ? 200 : 503).send({ ...state, ready });
    },
  );

  app.get('/metrics', { schema: { tags: ['monitor'], hide: true } }, async (request, reply) => {
    // Without the database the other figures are worth all the more.
    await deps
      .readDepths()
      .catch((error: unknown) => request.log.warn({ code: errorCodeOf(error) }, 'depths not read'));
    return reply.type(deps.metrics.registry.contentType).send(await deps.metrics.registry.metrics());
  });
}
