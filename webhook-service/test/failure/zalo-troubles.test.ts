import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SimSettings } from '../../../scripts/zalo-simulator/control-api.ts';
import { type City, hears, quiet, sendWholeReport, startCity } from '../city.ts';

let city: City;
let citizen = '';
beforeEach(async () => {
  city = await startCity();
  citizen = city.citizens()[0] ?? '';
});
afterEach(() => city?.stop());

async function acknowledgement() {
  const [message] = await city.database
    .sql`select state, attempts, zalo_message_id is not null as known from outbox_messages where kind = 'received'`;
  return message;
}

async function expectEachMessageOnce(): Promise<void> {
  await hears(city, citizen, /đã chuyển .* xử lý/, 30_000);
  await quiet(city);
  const heard = await city.heard(citizen);
  expect(heard).toHaveLength(2);
  expect(heard[0]).toMatch(/^Đã nhận phản ánh/);
}

test('token dead mid-send: refreshed once, sent once', async () => {
  await city.zalo.settings({ fault: 'error-216', faultCalls: 1 });
  await sendWholeReport(city, citizen);
  await expectEachMessageOnce();
  const refreshes = (await city.zalo.wire()).filter(
    (entry) => entry.title === 'POST /v4/oa/access_token' && entry.status === 200,
  );
  // The first pair at the start, and one for the dead token.
  expect(refreshes).toHaveLength(2);
});

const acceptedButUnanswered: SimSettings['fault'][] = ['http500-after', 'timeout-after', 'reset-after'];

describe.each(acceptedButUnanswered)('Zalo accepts the message and then: %s', (fault) => {
  test('its echo settles it, nothing is sent again', async () => {
    await city.zalo.settings({ fault, faultCalls: 1, echo: 'after' });
    await sendWholeReport(city, citizen);
    await expectEachMessageOnce();
    expect(await acknowledgement()).toMatchObject({ attempts: 1, known: true });
  });

  test('without an echo the conversation settles it, nothing is sent again', async () => {
    await city.zalo.settings({ fault, faultCalls: 1, echo: 'none' });
    await sendWholeReport(city, citizen);
    await expectEachMessageOnce();
    expect(await acknowledgement()).toMatchObject({ attempts: 1, known: true });
  });
});

test.each<SimSettings['fault']>(['http500', 'reset'])(
  'Zalo does nothing and answers with %s: sent again, received once',
  async (fault) => {
    await city.zalo.settings({ fault, faultCalls: 1 });
    await sendWholeReport(city, citizen);
    await expectEachMessageOnce();
    expect(await acknowledgement()).toMatchObject({ attempts: 2, known: true });
  },
);

test('echo first: the echo and the receipt come before the answer to our call, and the message is known as ours', async () => {
  await city.zalo.settings({ echo: 'before', autoReceive: true, autoSee: true });
  await sendWholeReport(city, citizen);
  await expectEachMessageOnce();
  const outcomes = await city.database.sql<
    { outcome: string }[]
  >`select outcome from inbox_events where event_name = 'oa_send_text'`;
  expect(outcomes.map(({ outcome }) => outcome)).not.toContain('echo-foreign');
  expect(await acknowledgement()).toMatchObject({ state: 'seen', attempts: 1 });
});
