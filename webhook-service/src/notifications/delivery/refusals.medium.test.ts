import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase } from '../../../../scripts/testing/database.ts';
import {
  accepted,
  type DeliveryDesk,
  openDeliveryDesk,
  refusedByMiniApp,
  refusedByOa,
  refusedByPhone,
} from './testing/delivery-desk.ts';

let desk: DeliveryDesk;
beforeEach(async () => {
  desk = openDeliveryDesk(await createTestDatabase());
});
afterEach(() => desk?.close());

test('an accepted message is known by its id, with its way, its reasons and its cost', async () => {
  const id = await desk.put(await desk.citizen(), 'Đã nhận');
  expect(await desk.deliver((await desk.message(id)).citizenId)).toBeNull();
  expect(await desk.message(id)).toMatchObject({
    state: 'accepted',
    zaloMessageId: 'zalo-1',
    channel: 'cs',
    attempts: 1,
    plan: [{ channel: 'cs', verdict: 'chosen', why: 'test' }],
  });
  expect(await desk.costs(id)).toEqual(['spent']);
});

describe('a minute that is used up (-32)', () => {
  test('rests for everybody, costs no attempt, and one message alone tries it afterwards', async () => {
    const people = [await desk.citizen(), await desk.citizen(), await desk.citizen()];
    const [a = 0, b = 0, c = 0] = people;
    const messages = [await desk.put(a, 'một'), await desk.put(b, 'hai'), await desk.put(c, 'ba')];
    desk.tell('sendText', refusedByOa(-32));
    for (const person of people) await desk.deliver(person);
    expect(desk.called('sendText')).toHaveLength(1);
    expect(await desk.pauses()).toEqual([{ scope: 'oa', times: 1, seconds: 30 }]);
    expect(await desk.message(messages[0] ?? 0)).toMatchObject({ state: 'queued', attempts: 0 });

    desk.pass(30_000);
    for (const person of people) await desk.deliver(person);
    expect(desk.called('sendText')).toHaveLength(2);
    expect(await desk.pauses()).toEqual([{ scope: 'oa', times: 2, seconds: 60 }]);

    desk.pass(60_000);
    let n = 0;
    desk.tell('sendText', () => accepted(`m${++n}`));
    for (const person of people) await desk.deliver(person);
    // Those who waited with it wait until the try is over at the latest.
    desk.pass(90_000);
    for (const person of people) await desk.deliver(person);
    expect(desk.called('sendText')).toHaveLength(5);
    expect(await Promise.all(messages.map(async (id) => (await desk.message(id)).state))).toEqual(
      Array.from({ length: 3 }, () => 'accepted'),
    );
    expect(await desk.pauses()).toEqual([]);
  });

  test('grows to a quarter of an hour and no further', async () => {
    const citizen = await desk.citizen();
    await desk.put(citizen, 'một');
    desk.tell('sendText', refusedByOa(-32));
    const seconds = [];
    for (let i = 0; i < 7; i++) {
      await desk.deliver(citizen);
      const [pause] = await desk.pauses();
      seconds.push(pause?.seconds);
      desk.pass((pause?.seconds ?? 0) * 1_000);
    }
    expect(seconds).toEqual([30, 60, 120, 240, 480, 900, 900]);
  });
});

test('what only a person can mend raises one incident, rests five minutes, and settles by itself', async () => {
  const citizen = await desk.citizen();
  const id = await desk.put(citizen, 'một');
  desk.tell('sendText', refusedByOa(-224));
  await desk.deliver(citizen);
  expect(await desk.incidents()).toEqual(['zalo_needs_human: oa -224']);
  expect(await desk.pauses()).toEqual([{ scope: 'oa', times: 1, seconds: 300 }]);
  desk.pass(300_000);
  desk.tell('sendText', accepted('m1'));
  await desk.deliver(citizen);
  expect(await desk.message(id)).toMatchObject({ state: 'accepted' });
  expect([await desk.incidents(), await desk.pauses()]).toEqual([[], []]);
});

test('a pause does not outlive an answer that is about one person only', async () => {
  const citizen = await desk.citizen();
  await desk.put(citizen, 'một');
  desk.tell('sendText', refusedByOa(-32));
  await desk.deliver(citizen);
  desk.pass(30_000);
  desk.tell('sendText', refusedByOa(-244));
  await desk.deliver(citizen);
  expect(await desk.pauses()).toEqual([]);
});

test('who has blocked the OA gets one call, and everything for them waits for their next word', async () => {
  const citizen = await desk.citizen();
  const ids = [await desk.put(citizen, 'một'), await desk.put(citizen, 'hai'), await desk.put(citizen, 'ba')];
  desk.tell('sendText', refusedByOa(-244));
  await desk.deliver(citizen);
  expect(desk.called('sendText')).toHaveLength(1);
  expect(await desk.person(citizen)).toMatchObject({ blockedAt: desk.now() });
  for (const id of ids) expect(await desk.message(id)).toMatchObject({ state: 'held' });
  expect(await desk.costs(ids[0] ?? 0)).toEqual(['released']);
});

test('who has blocked the OA is not called for, whatever is planned', async () => {
  const citizen = await desk.citizen({ blockedAt: desk.now() });
  const id = await desk.put(citizen, 'một');
  desk.desk.plan = { do: 'send', channel: 'cs', dong: 0, steps: [] };
  await desk.deliver(citizen);
  expect(desk.calls).toEqual([]);
  expect(await desk.message(id)).toMatchObject({ state: 'held', errorCode: 'blocked' });
});

test.each([
  [-227, 24],
  [-218, 1],
])('who cannot be reached now (%i) is left alone for %i h', async (code, hours) => {
  const citizen = await desk.citizen();
  const id = await desk.put(citizen, 'một');
  desk.tell('sendText', refusedByOa(code));
  await desk.deliver(citizen);
  const until = new Date(desk.now().getTime() + hours * 3_600_000);
  expect(await desk.person(citizen)).toMatchObject({ unreachableUntil: until });
  expect(await desk.message(id)).toMatchObject({ state: 'queued', nextAttemptAt: until });
  expect(desk.called('sendText')).toHaveLength(1);
});

describe('a window that is not what we took it for (-230, -232, -213)', () => {
  test('is asked for once, and what Zalo says is believed', async () => {
    const citizen = await desk.citizen();
    const id = await desk.put(citizen, 'một');
    const at = new Date(desk.now().getTime() - 8 * 24 * 3_600_000);
    desk.tell('sendText', refusedByOa(-230));
    desk.tell('lastInteraction', { ok: true, at });
    await desk.deliver(citizen);
    expect(await desk.person(citizen)).toMatchObject({ lastInteractionAt: at });
    expect(await desk.message(id)).toMatchObject({ state: 'held', errorCode: 'window_closed' });
    expect([desk.called('sendText').length, desk.called('lastInteraction').length]).toEqual([1, 1]);
  });

  test('of a stranger (-213) is never asked for again', async () => {
    const citizen = await desk.citizen();
    const ids = [await desk.put(citizen, 'một'), await desk.put(citizen, 'hai')];
    desk.tell('sendText', refusedByOa(-232));
    desk.tell('lastInteraction', refusedByOa(-213));
    await desk.deliver(citizen);
    expect(await desk.person(citizen)).toMatchObject({ lastInteractionAt: null });
    for (const id of ids) expect(await desk.message(id)).toMatchObject({ state: 'held' });
    expect([desk.called('sendText').length, desk.called('lastInteraction').length]).toEqual([1, 1]);
  });

  test('is held when Zalo contradicts itself', async () => {
    const citizen = await desk.citizen();
    const id = await desk.put(citizen, 'một');
    desk.tell('sendText', refusedByOa(-232));
    desk.tell('lastInteraction', { ok: true, at: desk.now() });
    await desk.deliver(citizen);
    expect(await desk.message(id)).toMatchObject({ state: 'held', errorCode: '-232' });
  });

  test('is not held when the citizen wrote while we were asking', async () => {
    const citizen = await desk.citizen();
    const id = await desk.put(citizen, 'một');
    desk.tell('lastInteraction', { ok: true, at: desk.now() });
    desk.tell('sendText', async () => {
      desk.tell('sendText', accepted('m1'));
      desk.pass(1_000);
      await desk.sql`update citizens set last_interaction_at = ${desk.now().toISOString()} where id = ${citizen}`;
      return refusedByOa(-232);
    });
    await desk.deliver(citizen);
    expect(await desk.message(id)).toMatchObject({ state: 'accepted', zaloMessageId: 'm1' });
  });
});

test('our own fault is refused for good, with an incident, and holds up nothing else', async () => {
  const citizen = await desk.citizen();
  const [wrong, right] = [await desk.put(citizen, 'một'), await desk.put(citizen, 'hai')];
  let n = 0;
  desk.tell('sendText', () => (n++ === 0 ? refusedByOa(-201) : accepted('m2')));
  await desk.deliver(citizen);
  expect(await desk.message(wrong)).toMatchObject({ state: 'refused', errorCode: '-201' });
  expect(await desk.message(right)).toMatchObject({ state: 'accepted' });
  expect(await desk.incidents()).toEqual(['zalo_our_bug: cs -201']);
});

test('without permission for Mini App notices none is tried again', async () => {
  const citizen = await desk.citizen({ notifyAllowed: true });
  const id = await desk.put(citizen, 'một');
  desk.desk.channel = 'miniapp';
  desk.tell('notify', () => {
    desk.desk.channel = 'cs';
    return refusedByMiniApp(-111);
  });
  await desk.deliver(citizen);
  expect(await desk.person(citizen)).toMatchObject({ notifyAllowed: false });
  expect(await desk.message(id)).toMatchObject({ state: 'accepted', channel: 'cs' });
});

test('a phone number without Zalo leaves the message to their next word', async () => {
  const citizen = await desk.citizen();
  desk.desk.channel = 'zns';
  const id = await desk.put(citizen, 'một');
  desk.tell('zns', refusedByPhone(-118));
  await desk.deliver(citizen);
  expect(await desk.message(id)).toMatchObject({ state: 'held', errorCode: '-118' });
});

describe('what adorns a message', () => {
  const buttons = [{ title: 'Đã xong', say: 'Đã xong' }];

  test('buttons that are refused (-233) are left out at once, and for an hour by everybody', async () => {
    const [one, two] = [await desk.citizen(), await desk.citizen()];
    desk.tell('sendText', (_to: string, _text: string, extras?: { buttons?: unknown[] }) =>
      extras?.buttons ? refusedByOa(-233) : accepted(`m${desk.calls.length}`),
    );
    const first = await desk.put(one, 'một', { extras: { buttons } });
    await desk.deliver(one);
    await desk.put(two, 'hai', { extras: { buttons } });
    await desk.deliver(two);
    expect(desk.called('sendText').map(([, , text, extras]) => [text, extras !== undefined])).toEqual([
      ['một', true],
      ['một', false],
      ['hai', false],
    ]);
    expect(await desk.message(first)).toMatchObject({ state: 'accepted', attempts: 1 });
    desk.pass(3_600_000);
    await desk.put(two, 'ba', { extras: { buttons } });
    await desk.deliver(two);
    expect(desk.called('sendText').at(-2)?.[3]).toEqual({ buttons });
  });

  test('a picture is uploaded once and goes with the text', async () => {
    const citizen = await desk.citizen();
    await desk.put(citizen, 'một', { kind: 'answered', extras: { imageOfEvidence: 71 } });
    await desk.put(citizen, 'hai', { kind: 'answered', extras: { imageOfEvidence: 71 } });
    await desk.deliver(citizen);
    expect(desk.called('uploadImage')).toHaveLength(1);
    expect(desk.called('sendText').map(([, , , extras]) => extras)).toEqual([
      { buttons: [], imageAttachmentId: 'att-1' },
      { buttons: [], imageAttachmentId: 'att-1' },
    ]);
  });

  test('a picture that cannot be uploaded, or is refused, leaves the text', async () => {
    const citizen = await desk.citizen();
    desk.tell('uploadImage', refusedByOa(-211));
    await desk.put(citizen, 'một', { extras: { imageOfEvidence: 72 } });
    await desk.deliver(citizen);
    desk.tell('uploadImage', { ok: true, attachmentId: 'att-2' });
    desk.tell('sendText', (_to: string, _text: string, extras?: object) =>
      extras ? refusedByOa(-100) : accepted(`m${desk.calls.length}`),
    );
    const id = await desk.put(citizen, 'hai', { extras: { imageOfEvidence: 73 } });
    await desk.deliver(citizen);
    expect(desk.called('sendText').map(([, , , extras]) => extras !== undefined)).toEqual([false, true, false]);
    expect(await desk.message(id)).toMatchObject({ state: 'accepted' });
  });

  test.each([
    ['refused', refusedByOa(-210)],
    ['lost', { ok: false, outcome: 'unknown', why: 'timeout' }],
  ])('an icon whose call is %s is dropped, once and for all', async (_how, answer) => {
    const citizen = await desk.citizen();
    const reaction = { messageId: 'm1', icon: '/-strong' } as const;
    const id = await desk.put(citizen, '', { extras: { reaction } });
    desk.tell('react', answer);
    await desk.deliver(citizen);
    await desk.deliver(citizen);
    expect(desk.called('react')).toHaveLength(1);
    expect(await desk.message(id)).toMatchObject({ state: 'refused' });
  });
});

test('a message that waits hours leaves its job in the row, and a reply put meanwhile goes first', async () => {
  const citizen = await desk.citizen();
  const until = new Date(desk.now().getTime() + 8 * 3_600_000);
  desk.desk.plan = { do: 'wait', until, why: 'quiet_hours', steps: [] };
  await desk.put(citizen, 'tin cũ', { kind: 'dispatched' });
  expect(await desk.deliver(citizen)).toBeNull();
  const [job] =
    await desk.sql`select run_at, queued_at, finished_at from jobs where key = ${`outbox.deliver:citizen-${citizen}`}`;
  expect(job).toEqual({ run_at: until, queued_at: null, finished_at: null });
  desk.desk.plan = null;
  await desk.put(citizen, 'trả lời', { kind: 'received' });
  await desk.deliver(citizen);
  expect(desk.called('sendText').map(([, , text]) => text)).toEqual(['trả lời']);
});

test('without room in the minute nothing is claimed', async () => {
  const citizen = await desk.citizen();
  const id = await desk.put(citizen, 'một');
  desk.deps.budget.take = async () => 700;
  expect(await desk.deliver(citizen)).toBe(700);
  expect(await desk.message(id)).toMatchObject({ state: 'queued', attempts: 0 });
});
