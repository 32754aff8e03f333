import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitFor } from '../../../scripts/testing/wait-for.ts';
import { approve, createVisitor } from '../../src/admin/testing/admin-app.ts';
import { type City, hears, quiet, sendWholeReport, startCity } from '../city.ts';

let city: City;
beforeAll(async () => {
  city = await startCity();
});
afterAll(() => city?.stop());

const pairState = async () => (await city.database.sql<{ state: string }[]>`select state from oa_tokens`)[0]?.state;
const openAlarms = () =>
  city.database.sql`select data from incidents where kind = 'zalo_consent_needed' and resolved_at is null`;

test('the OA takes its grant back: an alarm, then a consent on the page, and what waited is sent', async () => {
  const [citizen = ''] = city.citizens();
  await sendWholeReport(city, citizen);
  await hears(city, citizen, /^Đã nhận phản ánh/, 30_000);
  await quiet(city);
  const before = (await city.heard(citizen)).length;

  await city.zalo.revoke();
  // The grant is gone, so no event comes either: what the service says is written by itself.
  await city.database.sql`
    insert into outbox_messages (citizen_id, kind, text, idempotency_key, next_attempt_at, created_at)
    select id, 'welcome', 'Tin gửi trong lúc mất quyền', 'while-revoked', now(), now() from citizens`;
  await waitFor(async () => (await pairState()) === 'needs_consent', {
    what: 'the dead pair to be known as dead',
    timeoutMs: 30_000,
  });
  await waitFor(async () => (await openAlarms()).length === 1, { what: 'the alarm' });
  expect(await openAlarms()).toMatchObject([{ data: { link: `${city.url}/admin` } }]);
  expect(await city.heard(citizen)).toHaveLength(before);

  const operator = createVisitor(city.url);
  await operator.post('/admin/sign-in', { token: city.config.staffApiToken ?? '' });
  const begun = await operator.post('/admin/zalo/consent', { csrf: await operator.csrf() });
  const callback = await approve(begun.location ?? '');
  expect((await operator.get(callback.pathname + callback.search)).text).toContain('Đã cấp quyền');

  await hears(city, citizen, /mất quyền/, 60_000);
  await waitFor(async () => (await openAlarms()).length === 0, { what: 'the alarm to be over' });
  expect(await city.heard(citizen)).toHaveLength(before + 1);
}, 120_000);
