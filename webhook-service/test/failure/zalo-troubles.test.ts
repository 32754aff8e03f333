import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { waitFor } from '../../../scripts/testing/wait-for.ts';
import type { SimSettings } from '../../../scripts/zalo-simulator/control-api.ts';
import { type City, hears, quiet, sendWholeReport, startCity } from '../city.ts';
import { letPausesEnd } from './troubles.ts';

let city: City;
let citizen = '';
beforeEach(async () => {
  city = await startCity();
  citizen = city.citizens()[0] ?? '';
});
afterEach(() => city?.stop());

/** The first thing this person is told: the call that the fault strikes. */
async function firstMessage() {
  const [message] = await city.database
    .sql`select state, attempts, zalo_message_id is not null as known from outbox_messages order by id limit 1`;
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
    expect(await firstMessage()).toMatchObject({ attempts: 1, known: true });
  });

  test('without an echo the conversation settles it, nothing is sent again', async () => {
    await city.zalo.settings({ fault, faultCalls: 1, echo: 'none' });
    await sendWholeReport(city, citizen);
    await expectEachMessageOnce();
    expect(await firstMessage()).toMatchObject({ attempts: 1, known: true });
  });
});

test.each<SimSettings['fault']>(['http500', 'reset'])(
  'Zalo does nothing and answers with %s: sent again, received once',
  async (fault) => {
    await city.zalo.settings({ fault, faultCalls: 1 });
    await sendWholeReport(city, citizen);
    await expectEachMessageOnce();
    expect(await firstMessage()).toMatchObject({ attempts: 2, known: true });
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
  expect(await firstMessage()).toMatchObject({ state: 'seen', attempts: 1 });
});

const sendCalls = async () =>
  (await city.zalo.wire()).filter(({ title }) => title === 'POST /v3.0/oa/message/cs').length;

test('a storm over the limit (-32): everybody backs off with the first, and everybody is told in the end', async () => {
  const people = city.citizens().slice(0, 3);
  await city.zalo.settings({ fault: 'error-32', faultCalls: 0 });
  for (const person of people) await sendWholeReport(city, person);
  await waitFor(
    async () => {
      const [told] = await city.database
        .sql`select count(distinct citizen_id)::int as people from outbox_messages where kind = 'received' and state = 'queued'`;
      return told?.people === people.length;
    },
    { what: 'an acknowledgement that waits for each of them', timeoutMs: 30_000 },
  );
  // At most those that were on their way together when the first was refused.
  expect(await sendCalls()).toBeLessThanOrEqual(8);
  const [pause] = await city.database.sql`select scope, error_code from channel_pauses`;
  expect(pause).toEqual({ scope: 'oa', error_code: '-32' });

  await city.zalo.settings({ fault: null });
  await letPausesEnd(city);
  for (const person of people) {
    await hears(city, person, /^Đã nhận phản ánh/, 30_000);
    // Those that let the first one try the way wait with it.
    await letPausesEnd(city);
  }
  for (const person of people) await hears(city, person, /đã chuyển .* xử lý/, 30_000);
  await quiet(city);
  for (const person of people) {
    // Beside these two, the offer to join the others' report.
    const heard = await city.heard(person);
    expect(heard.filter((text) => /^Đã nhận phản ánh|đã chuyển .* xử lý/.test(text))).toHaveLength(2);
    expect(new Set(heard).size).toBe(heard.length);
  }
  expect(await city.database.sql`select scope from channel_pauses`).toEqual([]);
});

test('who blocks the OA is called for once, not for every message; what they missed comes when they write again', async () => {
  await sendWholeReport(city, citizen);
  await city.zalo.act(citizen, { act: 'block' });
  await waitFor(
    async () => {
      const [held] = await city.database.sql`select count(*)::int as count from outbox_messages where state = 'held'`;
      return Number(held?.count) >= 2;
    },
    { what: 'two messages that are held', timeoutMs: 30_000 },
  );
  expect(await sendCalls()).toBe(1);
  expect(await city.heard(citizen)).toEqual([]);

  await city.zalo.act(citizen, { act: 'unblock' });
  await city.zalo.act(citizen, { act: 'text', text: 'Tra cứu' });
  const heard = await hears(city, citizen, /đã chuyển .* xử lý/, 30_000);
  await quiet(city);
  expect(heard.filter((text) => /^Đã nhận phản ánh/.test(text))).toHaveLength(1);
  const [blocked] = await city.database.sql`select blocked_at from citizens where oa_user_id = ${citizen}`;
  expect(blocked).toEqual({ blocked_at: null });
});

test('buttons refused (-233): the same words go out without them, once', async () => {
  await city.zalo.settings({ csButtons: 'reject' });
  await sendWholeReport(city, citizen);
  await expectEachMessageOnce();
});
