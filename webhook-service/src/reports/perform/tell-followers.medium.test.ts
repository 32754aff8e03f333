import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../../db/client.ts';
import { answers, follows, reportHistory } from '../../../../db/schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../../scripts/testing/database.ts';
import { storeCitizen, storeReport } from '../duplicates/testing/store-report.ts';
import { type TellFollowersDeps, tellFollowers } from './tell-followers.ts';

const AT = new Date('2026-10-06T05:00:00Z');
const MERGED = 500;
const FOLLOWING = 30;

let own: TestDatabase;
let database: DatabaseClients;
let historyId = 0;
let mainCode = '';
/** A flood's report that gathered 500 others and 30 who only follow it, and has been answered. */
beforeEach(async () => {
  own = await createTestDatabase();
  database = connectDatabase(own.url, { max: 4 });
  const { db, sql } = database;
  const main = await storeReport(db, { state: 'answered', agencyCode: 'ubnd-00199', answeredAt: AT });
  mainCode = main.code;
  await sql`insert into citizens (oa_user_id) select 'merged-' || n from generate_series(1, ${MERGED}) n`;
  await sql`
    insert into reports (code, state, channel, citizen_id, text, priority_class, received_at, accept_due_at, policy_version,
      merged_into_id)
    select 'HN-' || translate(upper(lpad(to_hex(id), 8, '0')), '01', 'XY'), 'merged', 'chat', id, 'ngập', 'urgent', ${AT}, ${AT}, 'test', ${main.id}
    from citizens where oa_user_id like 'merged-%' order by md5(oa_user_id)`;
  for (let index = 0; index < FOLLOWING; index++) {
    await db.insert(follows).values({ reportId: main.id, citizenId: await storeCitizen(db), since: AT });
  }
  await db.insert(answers).values({
    ...{ reportId: main.id, round: 1, agencyCode: 'ubnd-00199', givenBy: 'test', givenAt: AT, verdict: {} },
    text: 'Đã bơm hết nước lúc 17 giờ, cống đã thông.',
  });
  const [row] = await db
    .insert(reportHistory)
    .values({
      ...{ reportId: main.id, seq: 1, at: AT, event: 'answered', isPublic: true, data: { photos: 1, documents: 0 } },
      ...{ actorKind: 'staff', actorRole: 'handler', previousHash: '0'.repeat(64), hash: '1'.repeat(64) },
    })
    .returning();
  historyId = row?.id ?? 0;
});
afterEach(async () => {
  await database?.close();
  await own?.drop();
});

const deps = (over: Partial<TellFollowersDeps> = {}): TellFollowersDeps => ({
  ...{ db: database.db, now: () => AT, publicUrl: 'https://phananh.example' },
  ...over,
});

/** As a process that is killed: after so many transactions nothing is done any more. */
function killedAfter(transactions: number): TellFollowersDeps {
  let left = transactions;
  const transaction: DatabaseClients['db']['transaction'] = async (...args) => {
    if (left-- === 0) throw new Error('killed');
    return database.db.transaction(...args);
  };
  return deps({ db: Object.assign(Object.create(database.db), { transaction }) });
}

async function told(): Promise<{ messages: number; people: number; jobs: number; versions: number }> {
  const [row] = await database.sql`
    select count(*)::int as messages, count(distinct citizen_id)::int as people,
      (select count(*)::int from jobs where name = 'outbox.deliver') as jobs,
      (select coalesce(sum(version), 0)::int from jobs where name = 'outbox.deliver') as versions
    from outbox_messages`;
  return row as Awaited<ReturnType<typeof told>>;
}

describe('the answer to a flood that gathered 500 reports', () => {
  test('reaches everybody once, each under their own code, in their own job behind those who wait for a reply', async () => {
    await tellFollowers(historyId, deps());
    expect(await told()).toMatchObject({
      messages: MERGED + FOLLOWING,
      people: MERGED + FOLLOWING,
      jobs: MERGED + FOLLOWING,
    });
    const wrong = await database.sql`
      select message.text from outbox_messages message join reports on reports.id = report_id
      where message.kind <> 'answered' or position(reports.code in message.text) = 0
        or (reports.merged_into_id is not null and position(${mainCode} in message.text) > 0)`;
    expect([...wrong]).toEqual([]);
    expect([...(await database.sql`select distinct name, priority from jobs`)]).toEqual([
      { name: 'outbox.deliver', priority: 5 },
    ]);
  });

  test('is written in short transactions, so that nobody it concerns waits for the others', async () => {
    await tellFollowers(historyId, deps());
    const [largest] = await database.sql`
      select count(*)::int as messages from outbox_messages group by xmin::text order by 1 desc limit 1`;
    expect(largest?.messages).toBeLessThanOrEqual(200);
  });

  test('goes on where it was killed, and leaves those alone who were told before', async () => {
    await expect(tellFollowers(historyId, killedAfter(2))).rejects.toThrow('killed');
    const before = await told();
    expect(before.messages).toBeGreaterThan(0);
    expect(before.messages).toBeLessThan(MERGED);
    await database.sql`update jobs set finished_at = now()`;
    await tellFollowers(historyId, deps());
    const after = await told();
    expect(after).toMatchObject({ messages: MERGED + FOLLOWING, people: MERGED + FOLLOWING });
    const [again] =
      await database.sql`select count(*)::int as jobs from jobs where version > (select min(version) from jobs)`;
    expect(again?.jobs).toBe(0);
  });

  test('is written once by two workers that have the same job', async () => {
    await Promise.all([tellFollowers(historyId, deps()), tellFollowers(historyId, deps())]);
    expect(await told()).toMatchObject({ messages: MERGED + FOLLOWING, people: MERGED + FOLLOWING });
  });
});
