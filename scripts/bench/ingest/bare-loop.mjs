/**
 * The yardstick of `npm run bench:ingest`: a Fastify that verifies the signature over the raw bytes and stores the event
 * with a group-committed insert, and does nothing else. Plain JavaScript, so that no loader is part of what is measured.
 */
import { hash, timingSafeEqual } from 'node:crypto';
import fastify from 'fastify';
import postgres from 'postgres';

const { BENCH_PORT, DATABASE_URL = '', ZALO_APP_ID = '', ZALO_OA_SECRET = '' } = process.env;
const MAX_BATCH = 256;
const MAX_IN_FLIGHT = 2;

const sql = postgres(DATABASE_URL, { max: 8, onnotice: () => {} });
const appId = Buffer.from(ZALO_APP_ID);
const app = fastify({ logger: false, forceCloseConnections: true });

app.removeAllContentTypeParsers();
app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
app.post('/webhooks/zalo/oa', async (request, reply) => {
  const raw = request.body;
  const body = JSON.parse(raw.toString('utf8'));
  const signed = Buffer.concat([appId, raw, Buffer.from(body.timestamp + ZALO_OA_SECRET)]);
  const expected = Buffer.from(`mac=${hash('sha256', signed)}`);
  const given = Buffer.from(request.headers['x-zevent-signature'] ?? '');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return reply.code(401).send('');
  await store({
    key: `${body.event_name}|${body.message.msg_id}`,
    name: body.event_name,
    person: body.sender.id,
    at: Number(body.timestamp),
    body: raw.toString('utf8'),
  });
  return '';
});

/** @type {{ event: Record<string, unknown>, resolve: () => void, reject: (error: unknown) => void }[]} */
const queue = [];
let inFlight = 0;
let scheduled = false;

function store(event) {
  return new Promise((resolve, reject) => {
    queue.push({ event, resolve, reject });
    schedule();
  });
}

function schedule() {
  if (scheduled || queue.length === 0 || inFlight >= MAX_IN_FLIGHT) return;
  scheduled = true;
  setImmediate(flush);
}

function flush() {
  scheduled = false;
  const batch = queue.splice(0, MAX_BATCH);
  inFlight += 1;
  insert(batch.map(({ event }) => event)).then(
    () => land(batch, (waiting) => waiting.resolve()),
    (error) => land(batch, (waiting) => waiting.reject(error)),
  );
  schedule();
}

function land(batch, settle) {
  inFlight -= 1;
  batch.forEach(settle);
  schedule();
}

/** The same statement as the service's, so that PostgreSQL has the same work. */
function insert(events) {
  return sql`
    with stored as (
      insert into inbox_events (dedupe_key, event_name, zalo_user_id, event_at, body)
      select key, name, person, to_timestamp(at / 1000.0), body
      from unnest(${events.map((event) => event.key)}::text[], ${events.map((event) => event.name)}::text[],
                  ${events.map((event) => event.person)}::text[], ${events.map((event) => event.at)}::float8[],
                  ${events.map((event) => event.body)}::text[]) as incoming(key, name, person, at, body)
      on conflict (dedupe_key) do nothing
      returning 1
    )
    select pg_notify('relay', '') from stored limit 1`;
}

process.on('SIGTERM', () => process.exit(0));
await app.listen({ host: '127.0.0.1', port: Number(BENCH_PORT) });
