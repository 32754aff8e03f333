import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type City, startCity } from '../../test/city.ts';

let city: City;
beforeAll(async () => {
  // No worker: what is stored stays to be looked at.
  city = await startCity({ roles: ['server'] });
});
beforeEach(() => city.database.sql`truncate inbox_events cascade`);
afterAll(() => city?.stop());

const fixtures = new URL('../../test/fixtures/zalo-events/', import.meta.url);
const sample = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`${name}.json`, fixtures), 'utf8'));

function sign(body: string, timestamp: string): string {
  const { appId, oaSecret } = city.config.zalo;
  return createHash('sha256')
    .update(appId + body + timestamp + oaSecret)
    .digest('hex');
}

async function post(body: string, headers: Record<string, string> = {}): Promise<number> {
  const response = await fetch(`${city.url}/webhooks/zalo/oa`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  await response.arrayBuffer();
  return response.status;
}

function postSigned(event: Record<string, unknown>, header = (mac: string) => `mac=${mac}`): Promise<number> {
  const body = JSON.stringify(event);
  return post(body, { 'x-zevent-signature': header(sign(body, String(event.timestamp ?? ''))) });
}

const stored = async () =>
  (await city.database.sql<{ event_name: string }[]>`select event_name from inbox_events`).map((row) => row.event_name);

describe('§1.3 signature', () => {
  test.each<[string, (mac: string) => string]>([
    ['mac=<hex>', (mac) => `mac=${mac}`],
    ['mac = <hex>', (mac) => `mac = ${mac}`],
    ['bare hex', (mac) => mac],
    ['capital hex', (mac) => `mac=${mac.toUpperCase()}`],
  ])('%s is accepted', async (_name, header) => {
    expect(await postSigned(sample('user_send_text'), header)).toBe(200);
    expect(await stored()).toEqual(['user_send_text']);
  });

  test.each<[string, (mac: string) => string]>([
    ['of another body', (mac) => `mac=${mac.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))}`],
    ['cut short', (mac) => `mac=${mac.slice(0, 40)}`],
    ['empty', () => ''],
    ['absurdly long', (mac) => `mac=${mac.repeat(50)}`],
  ])('one that is %s is refused and nothing is stored', async (_name, header) => {
    expect(await postSigned(sample('user_send_text'), header)).toBe(401);
    expect(await stored()).toEqual([]);
  });

  test('covers the raw bytes: odd white space and escaped letters verify, too', async () => {
    const event = sample('user_send_text');
    const body = JSON.stringify(event, null, 3).replace('Đèn', '\\u0110\\u00e8n');
    expect(await post(body, { 'x-zevent-signature': `mac=${sign(body, String(event.timestamp))}` })).toBe(200);
  });

  test('a timestamp that came as a number verifies', async () => {
    expect(await postSigned({ ...sample('user_send_text'), timestamp: 1791342001000 })).toBe(200);
  });
});

describe('§1.4 stored once', () => {
  test('a redelivery and a hundred at the same time are one event', async () => {
    const event = sample('user_send_text');
    const answers = await Promise.all(Array.from({ length: 100 }, () => postSigned(event)));
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(await stored()).toHaveLength(1);
  });

  test('the same message id in an echo is another event', async () => {
    await postSigned(sample('oa_send_text'));
    await postSigned(sample('user_received_message'));
    expect((await stored()).toSorted()).toEqual(['oa_send_text', 'user_received_message']);
  });
});

describe('§1.5, §1.7 200 without effect', () => {
  test('the console check, also again and again', async () => {
    expect(await postSigned(sample('user_send_text.console-test'))).toBe(200);
    expect(await postSigned(sample('user_send_text.console-test'))).toBe(200);
    expect(await stored()).toEqual([]);
  });

  test('a body without event_name', async () => {
    expect(await postSigned({ app_id: city.config.zalo.appId, timestamp: '1791342001000' })).toBe(200);
  });

  test('an event Zalo does not document', async () => {
    expect(await postSigned({ ...sample('user_send_text'), event_name: 'user_click_button' })).toBe(200);
    expect(await stored()).toEqual([]);
  });

  test.each(['add_user_to_tag', 'user_join_group', 'oa_send_consent', 'update_user_info'])(
    'what nobody here needs, and its people with it: %s',
    async (name) => {
      expect(await postSigned(sample(name))).toBe(200);
      expect(await stored()).toEqual([]);
    },
  );

  test('an event of another OA', async () => {
    expect(await postSigned({ ...sample('user_send_text'), recipient: { id: '5540192837465019283' } })).toBe(200);
    expect(await stored()).toEqual([]);
  });

  test('a look at the address before it is accepted (GET and HEAD)', async () => {
    expect((await fetch(`${city.url}/webhooks/zalo/oa`)).status).toBe(200);
    expect((await fetch(`${city.url}/webhooks/zalo/oa`, { method: 'HEAD' })).status).toBe(200);
  });
});

test('every documented sample event is answered with 200', async () => {
  const names = readdirSync(fixtures).filter(
    (file) => file.endsWith('.json') && !file.startsWith('_') && !file.startsWith('miniapp.'),
  );
  expect(names.length).toBe(67);
  for (const name of names) expect([name, await postSigned(sample(name.replace(/\.json$/, '')))]).toEqual([name, 200]);
});

describe('malformed input never crashes', () => {
  test.each([
    ['no body', ''],
    ['no JSON', '{"event_name":'],
    ['an array', '[]'],
    ['a number', '7'],
    ['deep nesting', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['bytes that are no text', '\u0000\ufffd\u0001'],
  ])('%s is refused', async (_name, body) => {
    expect(await post(body, { 'x-zevent-signature': `mac=${'0'.repeat(64)}` })).toBe(401);
    expect((await fetch(`${city.url}/livez`)).status).toBe(200);
  });

  test('a body above the limit is refused with 413', async () => {
    expect(await post(`"${'x'.repeat(300_000)}"`)).toBe(413);
  });

  test('a signed text with NUL and a lone surrogate is stored', async () => {
    const event = sample('user_send_text');
    const body = JSON.stringify(event).replace('Đèn', '\\u0000\\ud800');
    expect(await post(body, { 'x-zevent-signature': `mac=${sign(body, String(event.timestamp))}` })).toBe(200);
    expect(await stored()).toHaveLength(1);
  });
});

test('what was refused is counted, and the log says nothing of it', async () => {
  await postSigned(sample('user_send_text'), () => 'mac=wrong');
  const figures = await (await fetch(`${city.url}/metrics`)).text();
  expect(figures).toMatch(/zalo_webhook_events_total\{outcome="bad_signature",role="server"\} [1-9]/);
});

test('if the store cannot take it, the answer is 503 and not 200', async () => {
  await city.database.sql`alter table inbox_events rename to inbox_events_away`;
  try {
    expect(await postSigned(sample('user_send_text'))).toBe(503);
  } finally {
    await city.database.sql`alter table inbox_events_away rename to inbox_events`;
  }
});
