import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMiniAppClient, type MiniAppClient } from './miniapp-client.ts';
import { startFakeZalo } from './testing/fake-zalo.ts';

let zalo: Awaited<ReturnType<typeof startFakeZalo>>;
let client: MiniAppClient;
beforeAll(async () => {
  zalo = await startFakeZalo();
  client = createMiniAppClient({
    miniappOpenapiUrl: zalo.url,
    miniappId: '3350917264850192736',
    apiKey: 'open-api-key',
    timeoutMs: 5_000,
  });
});
afterAll(() => zalo.close());

const notify = () =>
  client.notify({
    userIdByApp: '5036271849506172839',
    templateId: '00126fd75392bacce383',
    data: { title: 'Đã xử lý' },
  });

test('a Mini App notification names person and app in headers, the key with "Bearer" (§7.4)', async () => {
  zalo.answer({ err: 0, msg: 'Success', data: {} });
  expect(await notify()).toEqual({ ok: true });
  const [call] = zalo.heard;
  expect(`${call?.method} ${call?.url}`).toBe('POST /notification/template');
  expect(call?.headers).toMatchObject({
    'x-api-key': 'Bearer open-api-key',
    'x-user-id': '5036271849506172839',
    'x-miniapp-id': '3350917264850192736',
  });
  expect(JSON.parse(Buffer.from(call?.body ?? '', 'latin1').toString('utf8'))).toEqual({
    templateId: '00126fd75392bacce383',
    templateData: { title: 'Đã xử lý' },
  });
});

test.each([
  [
    { err: -111, msg: 'not allowed' },
    { outcome: 'refused', code: -111, errorClass: 'never_for_this_person' },
  ],
  [
    { err: -109, msg: 'quota' },
    { outcome: 'refused', errorClass: 'out_of_quota' },
  ],
  [
    { err: -102, msg: 'key' },
    { outcome: 'refused', errorClass: 'needs_human' },
  ],
  // `error` is the other hosts' word: an answer without `err` says nothing.
  [{ error: 0, message: 'Success' }, { outcome: 'unknown' }],
])('%j is told apart (§7.4, §11.5)', async (answer, expected) => {
  zalo.answer(answer);
  expect(await notify()).toMatchObject({ ok: false, ...expected });
});
