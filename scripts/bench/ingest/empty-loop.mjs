/** The ceiling of `npm run bench:ingest`: a Fastify that reads the body and answers. */
import fastify from 'fastify';

const app = fastify({ logger: false, forceCloseConnections: true });
app.removeAllContentTypeParsers();
app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
app.post('/webhooks/zalo/oa', async () => '');

process.on('SIGTERM', () => process.exit(0));
await app.listen({ host: '127.0.0.1', port: Number(process.env.BENCH_PORT) });
