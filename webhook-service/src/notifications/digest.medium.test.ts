import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../db/client.ts';
import { citizens, jobs, outboxMessages, reports } from '../../../db/schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../scripts/testing/database.ts';
import { releaseHeld } from './digest/release-held.ts';
import { foldIntoDigest } from './digest.ts';
import type { CitizenRow, OutboxRow } from './planner/facts.ts';
import { noon } from './planner/testing/facts.ts';
import { rowsIn } from './planner/testing/rows.ts';

let database: TestDatabase;
let clients: DatabaseClients;
let rows: ReturnType<typeof rowsIn>;

beforeAll(async () => {
  database = await createTestDatabase();
  clients = connectDatabase(database.url, { max: 4 });
  rows = rowsIn(clients.db);
});
afterAll(async () => {
  await clients?.close();
  await database?.drop();
});

const later = new Date(noon.getTime() + 3_600_000);
const describeReport = async (_tx: unknown, code: string) => ({
  ...{ code, state: 'Đang xử lý', agency: null, dueAt: null },
  link: `https://phananh.example.vn/tra-cuu/${code}`,
});
const release = (citizen: CitizenRow) => clients.db.transaction((tx) => releaseHeld(tx, citizen.id, later));
const fold = (citizen: CitizenRow) =>
  foldIntoDigest(citizen.id, { db: clients.db, now: () => later, describe: describeReport });
const held = (citizen: CitizenRow, kind: string, reportId: number | null) =>
  rows.message(citizen.id, { kind, reportId, state: 'held', errorCode: 'no_way' });
const statesOf = async (...messages: OutboxRow[]) =>
  Promise.all(messages.map(async ({ id }) => (await rows.messageNow(id)).state));
const armed = async (name: 'outbox.digest' | 'outbox.deliver', citizen: CitizenRow) => {
  const found = await clients.db
    .select()
    .from(jobs)
    .where(eq(jobs.key, `${name}:citizen-${citizen.id}`));
  return found.length === 1;
};
const digestsOf = async (citizen: CitizenRow) =>
  (
    await clients.db
      .select()
      .from(outboxMessages)
      .where(eq(outboxMessages.citizenId, citizen.id))
      .orderBy(outboxMessages.id)
  ).filter(({ kind }) => kind === 'digest');

describe('when a citizen writes again', () => {
  test('a result and a question leave whole and at once, however much small news waits', async () => {
    const citizen = await rows.citizen();
    const { id } = await rows.report(citizen.id);
    const small = [
      await held(citizen, 'dispatched', id),
      await held(citizen, 'extended', id),
      await held(citizen, 'due_changed', id),
    ];
    const answer = await held(citizen, 'answered', id);
    const question = await held(citizen, 'citizen_asked', id);
    await release(citizen);
    expect(await statesOf(answer, question, ...small)).toEqual(['queued', 'queued', 'held', 'held', 'held']);
    expect(await rows.messageNow(answer.id)).toMatchObject({ nextAttemptAt: later, errorCode: null });
    expect([await armed('outbox.digest', citizen), await armed('outbox.deliver', citizen)]).toEqual([true, true]);

    await fold(citizen);
    expect(await statesOf(...small)).toEqual(['folded', 'folded', 'folded']);
    const [digest] = await digestsOf(citizen);
    expect(digest).toMatchObject({ state: 'queued', reportId: id, nextAttemptAt: later });
    expect((await rows.messageNow(small[0]?.id ?? 0)).foldedInto).toBe(digest?.id);
    // Written after them, so told after them.
    expect(digest?.id).toBeGreaterThan(answer.id);
  });

  test('one or two pieces of small news leave as they are', async () => {
    const citizen = await rows.citizen();
    const { id } = await rows.report(citizen.id);
    const two = [await held(citizen, 'dispatched', id), await held(citizen, 'closed_silent', id)];
    await release(citizen);
    expect(await statesOf(...two)).toEqual(['queued', 'queued']);
    expect(await armed('outbox.digest', citizen)).toBe(false);
  });

  test('they neither block us nor are out of reach', async () => {
    const citizen = await rows.citizen({ blockedAt: noon, unreachableUntil: new Date('2026-11-05T00:00:00Z') });
    await release(citizen);
    const [now] = await clients.db.select().from(citizens).where(eq(citizens.id, citizen.id));
    expect(now).toMatchObject({ blockedAt: null, unreachableUntil: null });
    expect(await armed('outbox.deliver', citizen)).toBe(false);
  });

  test('what waits for the morning is planned anew; what waits after a failed call keeps its turn', async () => {
    const citizen = await rows.citizen();
    const morning = new Date('2026-10-06T00:00:00Z');
    const waiting = await rows.message(citizen.id, {
      nextAttemptAt: morning,
      plan: [{ channel: 'cs', verdict: 'later', why: 'quiet_hours' }],
    });
    const failed = await rows.message(citizen.id, {
      nextAttemptAt: morning,
      plan: [
        { channel: 'cs', verdict: 'later', why: 'way_rests' },
        { channel: 'miniapp', verdict: 'chosen', why: 'notify_allowed' },
      ],
    });
    await release(citizen);
    expect((await rows.messageNow(waiting.id)).nextAttemptAt).toEqual(later);
    expect((await rows.messageNow(failed.id)).nextAttemptAt).toEqual(morning);
  });
});

describe('the digest', () => {
  test('tells of several reports, newest news first, each once', async () => {
    const citizen = await rows.citizen();
    const [first, second] = [await rows.report(citizen.id), await rows.report(citizen.id)];
    for (const reportId of [first.id, second.id, first.id]) await held(citizen, 'extended', reportId);
    await release(citizen);
    await fold(citizen);
    const [digest] = await digestsOf(citizen);
    expect(digest?.reportId).toBeNull();
    expect(digest?.text.split('\n')).toEqual([
      `${first.code}: Đang xử lý.`,
      `${second.code}: Đang xử lý.`,
      'Để xem diễn biến, xin nhắn "tra cứu" kèm mã.',
    ]);
  });

  test('is written once, however often and by however many it is asked for', async () => {
    const citizen = await rows.citizen();
    const { id } = await rows.report(citizen.id);
    for (let count = 0; count < 3; count++) await held(citizen, 'extended', id);
    await release(citizen);
    await release(citizen);
    await Promise.all([fold(citizen), fold(citizen), fold(citizen)]);
    await fold(citizen);
    expect(await digestsOf(citizen)).toHaveLength(1);
  });

  test('that could not leave is replaced by the next one, which carries all it carried', async () => {
    const citizen = await rows.citizen();
    const [early, recent] = [await rows.report(citizen.id), await rows.report(citizen.id)];
    const old = [];
    for (let count = 0; count < 3; count++) old.push(await held(citizen, 'extended', early.id));
    await release(citizen);
    await fold(citizen);
    const [unsent] = await digestsOf(citizen);
    await clients.db
      .update(outboxMessages)
      .set({ state: 'held', errorCode: 'no_way' })
      .where(eq(outboxMessages.id, unsent?.id ?? 0));
    await held(citizen, 'extended', recent.id);
    await held(citizen, 'escalated', recent.id);
    await release(citizen);
    await fold(citizen);
    const [first, second] = await digestsOf(citizen);
    expect(first).toMatchObject({ state: 'folded', foldedInto: second?.id });
    expect((await rows.messageNow(old[0]?.id ?? 0)).foldedInto).toBe(second?.id);
    expect(second?.text.split('\n').slice(0, 2)).toEqual([`${recent.code}: Đang xử lý.`, `${early.code}: Đang xử lý.`]);
  });

  test('leaves alone what its reader has not released', async () => {
    const citizen = await rows.citizen();
    const { id } = await rows.report(citizen.id);
    const waiting = [];
    for (let count = 0; count < 4; count++) waiting.push(await held(citizen, 'closed_silent', id));
    await fold(citizen);
    expect(await statesOf(...waiting)).toEqual(['held', 'held', 'held', 'held']);
  });

  test('is not made of what was taken away meanwhile: the rest leaves as it is', async () => {
    const citizen = await rows.citizen();
    const { id } = await rows.report(citizen.id);
    const three = [];
    for (let count = 0; count < 3; count++) three.push(await held(citizen, 'extended', id));
    await release(citizen);
    await clients.db
      .update(outboxMessages)
      .set({ state: 'refused', text: '' })
      .where(eq(outboxMessages.id, three[0]?.id ?? 0));
    await fold(citizen);
    expect(await statesOf(...three)).toEqual(['refused', 'queued', 'queued']);
    expect(await digestsOf(citizen)).toEqual([]);
  });

  test('says nothing of an erased report', async () => {
    const citizen = await rows.citizen();
    const [gone, kept] = [await rows.report(citizen.id), await rows.report(citizen.id)];
    for (const reportId of [gone.id, gone.id, kept.id]) await held(citizen, 'extended', reportId);
    await clients.db.update(reports).set({ erasedAt: noon }).where(eq(reports.id, gone.id));
    await release(citizen);
    await fold(citizen);
    const [digest] = await digestsOf(citizen);
    expect(digest?.text).not.toContain(gone.code);
    expect(digest?.text).toContain(kept.code);
  });
});
