import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseOaEvent } from './events.ts';

const OA = '2910384756102938475';
const sample = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../test/fixtures/zalo-events/${name}.json`, import.meta.url), 'utf8'));

test.each([
  ['user_call_oa', { type: 'call', by: 'user' }],
  ['oa_call_user', { type: 'call', by: 'oa' }],
  ['user_submit_info', { type: 'user_info' }],
  ['user_submit_info.legacy', { type: 'user_info' }],
  ['user_reply_consent', { type: 'other', name: 'user_reply_consent' }],
])('%s is read without its content (§1.7)', (name, event) => {
  const parsed = parseOaEvent(sample(name), OA);
  expect(parsed).toMatchObject({ kind: 'event', event });
  expect(JSON.stringify(parsed)).not.toMatch(/84900000001|Nguyễn/);
});

test('two calls in one millisecond are two, a redelivery is one', () => {
  const call = sample('user_call_oa');
  const keys = [call, { ...call, call_id: '77aa' }, call].map((body) => {
    const parsed = parseOaEvent(body, OA);
    return parsed.kind === 'event' ? parsed.dedupeKey : '';
  });
  expect(new Set(keys).size).toBe(2);
});

test('a call without a person is in the catalogue and concerns nobody', () => {
  const { user_id: _, ...call } = sample('user_call_oa');
  expect(parseOaEvent(call, OA)).toMatchObject({ userId: null, event: { type: 'other' } });
});
