import { expect, test } from 'vitest';
import { createGraphClient, normalPhone, proofOf } from './graph-client.ts';

function asked(answer: unknown, status = 200) {
  const calls: { url: string; headers: Record<string, string> }[] = [];
  const fetch = async (url: string | URL | Request, init?: RequestInit) => {
    calls.push({ url: String(url), headers: init?.headers as Record<string, string> });
    return new Response(JSON.stringify(answer), { status });
  };
  const client = createGraphClient({ graphUrl: 'https://graph.test', appSecret: 's', timeoutMs: 100, fetch });
  return { calls, client };
}

test('the proof is that of the documentation (zalo-platform §7.1)', () => {
  expect(proofOf('user-access-token-test', 'app-secret-test')).toBe(
    '0569a0664b374fa5c9f110e6b7fd644f45dea9e446a55a2c55d6475873d93b96',
  );
});

test('asks for the id and whether it needs special handling, with token and proof as headers', async () => {
  const { calls, client } = asked({ error: 0, message: 'Success', id: '5036271849506172839' });
  expect(await client.whoIs('token')).toEqual({
    outcome: 'ok',
    userIdByApp: '5036271849506172839',
    isSensitive: null,
  });
  expect(calls).toEqual([
    {
      url: 'https://graph.test/v2.0/me?fields=id,is_sensitive',
      headers: { access_token: 'token', appsecret_proof: proofOf('token', 's') },
    },
  ]);
});

test.each([
  [true, true],
  [false, false],
  ['true', null],
])('what Zalo says of special handling is kept only when it says so plainly: %j', async (is_sensitive, isSensitive) => {
  const { client } = asked({ error: 0, message: 'Success', id: '5036271849506172839', is_sensitive });
  expect(await client.whoIs('token')).toMatchObject({ outcome: 'ok', isSensitive });
});

test.each([[{ latitude: '21.0135', longitude: '105.8165' }], [{ latitude: 21.0135, longitude: 105.8165 }]])(
  'a place is read from strings and from numbers (zalo-platform §7.2): %j',
  async (data) => {
    const { calls, client } = asked({ data: { provider: 'gps', ...data }, error: 0, message: 'Success' });
    const place = { outcome: 'ok', latitude: 21.0135, longitude: 105.8165 };
    expect(await client.placeOf('token', 'code')).toEqual(place);
    expect(calls[0]?.headers).toEqual({ access_token: 'token', code: 'code', secret_key: 's' });
  },
);

test.each([
  [{ error: 452, message: 'Session key invalid' }],
  [{ error: 0, data: {} }],
  [{ error: 0, data: { latitude: '', longitude: '105.8165' } }],
  [{ error: 0, data: { latitude: '91', longitude: '105.8165' } }],
  [{ error: 0, data: { latitude: '21.01', longitude: '180.5' } }],
  [{ error: 0, data: { latitude: 'NaN', longitude: '105.8165' } }],
])('what is no place on earth has to be asked for again: %j', async (answer) => {
  expect(await asked(answer).client.placeOf('token', 'code')).toMatchObject({ outcome: 'refused' });
});

test.each([
  [{ error: 452, message: 'Session key invalid' }, 452],
  [{ error: -242, message: 'proof' }, -242],
  [{ error: 0, message: 'Success', id: '' }, 0],
  [{ error: 0, message: 'Success', id: 5036271849506172 }, 0],
  [{ message: 'Success', id: '5036271849506172839' }, null],
  [{ error: 452, id: '5036271849506172839' }, 452],
])('an answer without a plain success and an id is a refusal: %j', async (answer, code) => {
  expect(await asked(answer).client.whoIs('token')).toEqual({ outcome: 'refused', code });
});

test('a token that could not be a header is refused without a call', async () => {
  const { calls, client } = asked({ error: 0, id: '1' });
  for (const token of ['', 'a b', 'a\r\nx: y', 'mã'])
    expect(await client.whoIs(token)).toMatchObject({ outcome: 'refused' });
  expect(calls).toEqual([]);
});

test('an outage of Zalo is no refusal', async () => {
  expect(await asked({ error: 0, id: '1' }, 500).client.whoIs('token')).toMatchObject({ outcome: 'unknown' });
});

test('the phone is asked for with token, code and secret as headers, once (zalo-platform §7.2)', async () => {
  const { calls, client } = asked({ data: { number: '84900000001' }, error: 0, message: 'Success' });
  expect(await client.phoneOf('token', 'code')).toEqual({ outcome: 'ok', number: '84900000001' });
  expect(calls).toEqual([
    {
      url: 'https://graph.test/v2.0/me/info',
      headers: { access_token: 'token', code: 'code', secret_key: 's' },
    },
  ]);
});

test.each([
  [{ error: 452, message: 'Session key invalid' }],
  [{ error: 100, message: 'Invalid parameter' }],
  [{ error: 0, data: {} }],
  [{ error: 0, data: { number: 'not a number' } }],
  [{ data: { number: '84900000001' } }],
])('without a plain success and a number the person has to be asked again: %j', async (answer) => {
  expect(await asked(answer).client.phoneOf('token', 'code')).toMatchObject({ outcome: 'refused' });
});

test('a phone exchange with an unknown end is not repeated', async () => {
  const { calls, client } = asked({}, 502);
  expect(await client.phoneOf('token', 'code')).toMatchObject({ outcome: 'unknown' });
  expect(calls).toHaveLength(1);
});

test.each([
  ['0900000001', '84900000001'],
  ['+84 900 000 001', '84900000001'],
  ['84900000001', '84900000001'],
  ['', null],
  [84900000001, null],
])('%j is kept as %j', (given, kept) => {
  expect(normalPhone(given)).toBe(kept);
});
