import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '../conversation/talk.ts';
import {
  answersOf,
  answerText,
  armedOf,
  eventsOf,
  expectSound,
  hearsTimes,
  LANG,
  type Life,
  reportOf,
  ring,
  type Staff,
  startLife,
  untilState,
} from './cast.ts';

const CLEAR = 'ổ gà to trước số 12 phố Láng Hạ, phường Láng, xe máy ngã liên tục';
const REASON = 'Tuyến này không thuộc đơn vị quản lý.';

let life: Life;
let one: Staff;
let other: Staff;
beforeAll(async () => {
  life = await startLife();
  [one, other] = await Promise.all([life.staff(['handler'], [LANG]), life.staff(['handler', 'leader'], [LANG])]);
});
afterAll(() => life?.stop());

async function dispatched(): Promise<{ person: Person; code: string }> {
  const reported = await life.reported(CLEAR);
  await untilState(life, reported.code, 'dispatched');
  return reported;
}

const sorted = (statuses: { status: number }[]) => statuses.map(({ status }) => status).sort();

test('of ten who accept at the same moment one does, the others are told that it is in progress', async () => {
  const { code } = await dispatched();
  const all = await Promise.all(Array.from({ length: 10 }, (_, n) => (n % 2 ? one : other).tries(code, 'accept')));
  expect(sorted(all)).toEqual([200, ...Array(9).fill(409)]);
  expect(new Set(all.filter(({ status }) => status === 409).map(({ body }) => body.code))).toEqual(
    new Set(['already_in_progress']),
  );
  expect((await eventsOf(life, code)).filter((event) => event === 'accepted')).toHaveLength(1);
});

test('accepting and handing over at once: one wins, and the other sees what the first has done', async () => {
  const { code } = await dispatched();
  const [accepted, handedOver] = await Promise.all([
    one.tries(code, 'accept'),
    other.tries(code, 'hand-over', { agencyCode: 'so-xay-dung', reason: REASON }),
  ]);
  const report = await reportOf(life, code);
  // Accepted first, it may still be handed over; handed over first, there is nothing left to accept.
  expect(handedOver.status).toBe(200);
  expect([200, 404]).toContain(accepted.status);
  expect(report).toMatchObject({ state: 'dispatched', agencyCode: 'so-xay-dung', handOvers: 1 });
  const moves = (await eventsOf(life, code)).slice(-2);
  expect(moves).toEqual(accepted.status === 200 ? ['accepted', 'handed_over'] : ['dispatched', 'handed_over']);
});

test('with If-Match the second of two who saw the same report is told that it has changed', async () => {
  const { code } = await dispatched();
  await one.does(code, 'accept');
  const { etag } = await one.asks('GET', `/api/staff/reports/${code}`);
  const headers = { 'if-match': etag ?? '' };
  const extension = { hours: 8, reason: 'Chờ vật liệu về kho.' };
  const question = { question: 'Ổ gà sâu khoảng bao nhiêu?' };
  const both = await Promise.all([
    one.tries(code, 'extend', extension, headers),
    other.tries(code, 'ask', question, headers),
  ]);
  expect(sorted(both)).toEqual([200, 412]);
  expect(both.find(({ status }) => status === 412)?.body.code).toBe('report_changed');
});

test('two answers at once: one goes to the citizen', async () => {
  const { person, code } = await dispatched();
  await one.does(code, 'accept');
  const drafts = [];
  for (const staff of [one, other]) drafts.push({ text: answerText(), evidenceIds: [await staff.proof(code)] });
  const both = await Promise.all([one.tries(code, 'answer', drafts[0]), other.tries(code, 'answer', drafts[1])]);
  expect(sorted(both)).toEqual([200, 409]);
  expect(both.find(({ status }) => status === 409)?.body.code).toBe('already_answered');
  await person.hears(/đã trả lời/);
  expect(await answersOf(life, code)).toHaveLength(1);
  await person.heardInTheEnd();
  await hearsTimes(life, person, /đã trả lời/, 1);
});

test('the same answer sent twice with one key is given once and answered twice', async () => {
  const { person, code } = await dispatched();
  await one.does(code, 'accept');
  const body = { text: answerText(), evidenceIds: [await one.proof(code)] };
  const headers = { 'idempotency-key': 'one-key-for-both' };
  const both = await Promise.all([one.tries(code, 'answer', body, headers), one.tries(code, 'answer', body, headers)]);
  expect(sorted(both)).toEqual([200, 200]);
  expect(both[0]?.body).toEqual(both[1]?.body);
  await person.hears(/đã trả lời/);
  await person.heardInTheEnd();
  await hearsTimes(life, person, /đã trả lời/, 1);
});

test('the citizen’s "chưa xong" and the end of the seven days at once leave it open or reopened, never lost', async () => {
  const { person, code } = await dispatched();
  await one.does(code, 'accept');
  await one.answers(code);
  await person.hears(/đã trả lời/);
  await Promise.all([person.sends(`${code} chưa xong`), ring(life, code, 'confirm_timeout').catch(() => {})]);
  await person.hears(/đã được mở lại/);
  expect(await reportOf(life, code)).toMatchObject({ state: 'in_progress', level: 1, round: 2 });
  expect(await armedOf(life, code)).toEqual(['answer_breach', 'answer_delay', 'answer_warn', 'finish_breach']);
});

test('two reports merged into each other at once: one is merged, the other stays whole', async () => {
  const [first, second] = await Promise.all([dispatched(), dispatched()]);
  const both = await Promise.all([
    life.office.tries(first.code, 'merge', { into: second.code }),
    life.office.tries(second.code, 'merge', { into: first.code }),
  ]);
  expect(sorted(both)).toEqual([200, 409]);
  const states = [(await reportOf(life, first.code)).state, (await reportOf(life, second.code)).state];
  expect(states.sort()).toEqual(['dispatched', 'merged']);
});

test('after all of it balance, chains and clocks hold', () => expectSound(life));
