import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrateDatabase } from '../../../db/migrate.ts';
import { type OwnServer, startOwnPostgres } from '../../../scripts/testing/own-servers.ts';
import { waitFor } from '../../../scripts/testing/wait-for.ts';
import { type City, quiet, startCity } from '../city.ts';

let postgres: OwnServer;
let city: City;
beforeAll(async () => {
  postgres = await startOwnPostgres();
  await migrateDatabase(postgres.url);
  city = await startCity({ databaseUrl: postgres.url });
});
afterAll(async () => {
  await city?.stop();
  await postgres?.stop();
});

test('PostgreSQL killed and restarted during ingest: what was answered 200 is there, what was not is answered 503, and all of it arrives once', async () => {
  const answers: number[] = [];
  const acknowledged: string[] = [];
  let sent = 0;
  const send = async (index: number): Promise<void> => {
    const { body, headers, messageId } = signedText(city, index);
    // As Zalo does it: the same bytes again until the answer is 200.
    await waitFor(
      async () => {
        const response = await fetch(`${city.url}/webhooks/zalo/oa`, { method: 'POST', headers, body });
        answers.push(response.status);
        return response.status === 200;
      },
      { what: `event ${index} to be taken`, timeoutMs: 40_000 },
    );
    acknowledged.push(messageId);
    sent += 1;
  };
  const load = (async () => {
    for (let from = 0; from < 400; from += 8)
      await Promise.all(Array.from({ length: 8 }, (_, index) => send(from + index)));
  })();
  await waitFor(() => sent >= 80, { what: 'the load to run' });
  await postgres.kill();
  await waitFor(() => answers.includes(503), { what: 'an event to be turned away while nothing can be stored' });
  await postgres.start();
  await load;

  expect(new Set(answers)).toEqual(new Set([200, 503]));
  await quiet(city, 90_000);
  const stored = await city.database.sql<
    { key: string }[]
  >`select dedupe_key as key from inbox_events where event_name = 'user_send_text' and finished_at is not null`;
  for (const messageId of acknowledged) expect(stored.filter(({ key }) => key.includes(messageId))).toHaveLength(1);
}, 120_000);

function signedText(target: City, index: number) {
  const { appId, oaId, oaSecret } = target.config.zalo;
  const timestamp = String(Date.now());
  const messageId = `restart${String(index).padStart(12, '0')}`;
  const body = JSON.stringify({
    app_id: appId,
    sender: { id: String(7_000_000_000_000_000 + (index % 10)) },
    recipient: { id: oaId },
    event_name: 'user_send_text',
    message: { text: 'cảm ơn', msg_id: messageId },
    timestamp,
  });
  const mac = createHash('sha256')
    .update(appId + body + timestamp + oaSecret)
    .digest('hex');
  return { body, messageId, headers: { 'content-type': 'application/json', 'x-zevent-signature': `mac=${mac}` } };
}
