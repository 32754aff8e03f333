import { eq, inArray } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  answers,
  chatTags,
  citizens,
  drafts,
  follows,
  jobs,
  messageCosts,
  outboxMessages,
  photos,
  ratings,
  reports,
} from '../../../../db/schema/index.ts';
import { releaseHeld } from '../../notifications/digest/release-held.ts';
import { putMessage } from '../../notifications/outbox.ts';
import { gatherContext } from '../../reports/perform/context.ts';
import { lockReports } from '../../reports/report.ts';
import { consentsOf } from '../../rights/consents.ts';
import { collectPersonalData } from '../../rights/export/collect.ts';
import { liveWholeLife, marks, type WholeLife } from '../../rights/testing/a-whole-life.ts';
import { openRightsOffice, type RightsOffice } from '../../rights/testing/rights-office.ts';
import { takeWithdraw } from '../../rights/withdraw.ts';
import { type Citizen, meetCitizen } from '../citizens.ts';
import { withSenderLock } from '../sender-lock.ts';
import { meetInApp } from './meet-in-app.ts';
import { draftToWrite, holdingDraft, saveWritten } from './own-draft.ts';

let office: RightsOffice;
beforeEach(async () => {
  office = await openRightsOffice();
});
afterEach(() => office?.stop());

const inApp = (userIdByApp: string) => office.db.transaction((tx) => meetInApp(tx, userIdByApp));
const inChat = (oaUserId: string, userIdByApp: string | null) =>
  withSenderLock(office.db, oaUserId, (tx) =>
    meetCitizen(tx, { oaUserId, userIdByApp, interactedAt: office.clock.now, language: 'vi' }),
  );
const everybody = () => office.db.select().from(citizens);

describe('somebody who comes by the Mini App first', () => {
  test('is the same person once they write in the chat', async () => {
    const met = await inApp('501');
    expect(met.oaUserId).toBe('miniapp:501');
    const wrote = await inChat('9001', '501');
    expect(wrote).toMatchObject({ id: met.id, oaUserId: '9001', userIdByApp: '501' });
    expect((await inApp('501')).id).toBe(met.id);
    expect(await everybody()).toHaveLength(1);
  });

  test('hears in the chat what could not be told before', async () => {
    const { db, clock } = office;
    const { id } = await inApp('501');
    await putMessage(db, {
      citizenId: id,
      kind: 'received',
      text: 'Đã tiếp nhận',
      idempotencyKey: 'a',
      now: clock.now,
    });
    await db.update(outboxMessages).set({ state: 'held' });
    const wrote = await inChat('9001', '501');
    await db.transaction((tx) => releaseHeld(tx, wrote.id, clock.now));
    expect(await db.select().from(outboxMessages)).toMatchObject([{ citizenId: id, state: 'queued' }]);
  });

  test('goes on with their draft although its chat has got another name in the meantime', async () => {
    const stale = await inApp('501');
    await inChat('9001', '501');
    const draft = await holdingDraft(office.db, stale, (tx) => draftToWrite(tx, stale, undefined, office.clock.now));
    expect(draft.citizenId).toBe(stale.id);
  });

  test('withdraws by the chat, and the row of the Mini App goes with it', async () => {
    await inChat('9001', null);
    await inApp('501');
    const withdrawal = { oaUserId: '9001', userIdByApp: '501', source: 'user_withdraw' as const, key: 'k' };
    const at = office.clock.now;
    expect(await office.db.transaction((tx) => takeWithdraw(tx, { ...withdrawal, at }, at))).toBe(2);
  });
});

test('somebody whom the chat knows with the id of the app is found by it', async () => {
  const wrote = await inChat('9001', '501');
  expect((await inApp('501')).id).toBe(wrote.id);
});

test('whichever of two replicas is first, there is one row', async () => {
  for (let person = 0; person < 30; person++) {
    const both = [() => inApp(`6${person}`), () => inChat(`7${person}`, `6${person}`)];
    if (person % 2 === 1) both.reverse();
    const [one, other] = await Promise.all(both.map((meet) => meet()));
    expect(one?.id).toBe(other?.id);
  }
  const ids = Array.from({ length: 30 }, (_, person) => `7${person}`).sort();
  expect((await everybody()).map(({ oaUserId }) => oaUserId).sort()).toEqual(ids);
});

test('of two events at once one waits for the other', async () => {
  await inApp('501');
  const first = inChat('9001', '501');
  const again = inChat('9001', '501').catch((error: Error) => error.name);
  await Promise.all([first, again]);
  expect(await everybody()).toHaveLength(1);
});

describe('a chat that turns out to be the same person’s', () => {
  let life: WholeLife;
  let chat: Citizen;
  let app: Citizen;
  beforeEach(async () => {
    const { db, clock } = office;
    life = await liveWholeLife(office);
    // Events do not always carry the app's id (§9 rule 5).
    await db
      .update(citizens)
      .set({ userIdByApp: null, phoneEnc: null, nameEnc: null })
      .where(eq(citizens.id, life.citizen.id));
    chat = life.citizen;
    const [answer] = await db.select().from(answers);
    const [message] = await db.select().from(outboxMessages).where(eq(outboxMessages.citizenId, chat.id));
    if (!answer || !message) throw new Error('an answered report, and it was told');
    const at = clock.now;
    await db.insert(ratings).values({
      ...{ answerId: answer.id, reportId: answer.reportId, citizenId: chat.id, level: 'satisfied', ratedAt: at },
    });
    await db.insert(chatTags).values({ citizenId: chat.id, tag: 'Đang xử lý', setAt: at });
    await db.insert(messageCosts).values({
      ...{ messageId: message.id, day: '2026-10-05', channel: 'cs', citizenId: chat.id, dong: 0, state: 'spent', at },
    });
    app = await inApp(marks.userIdByApp);
    await db.update(citizens).set({ phoneEnc: 'v1.their-own', isSensitive: true }).where(eq(citizens.id, app.id));
  });

  /** Every column of every table that says whose a row is. */
  async function references() {
    const { sql } = office.database;
    const byName = await sql<{ table: string; column: string }[]>`
      select table_name as "table", column_name as "column" from information_schema.columns
      where table_schema = 'public' and column_name = 'citizen_id'`;
    const byKey = await sql<{ table: string; column: string }[]>`
      select c.conrelid::regclass::text as "table", a.attname as "column" from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
      where c.contype = 'f' and c.confrelid = 'citizens'::regclass`;
    return [...new Map([...byName, ...byKey].map((one) => [`${one.table}.${one.column}`, one])).values()];
  }

  async function tablesThatName(citizenId: number): Promise<string[]> {
    const { sql } = office.database;
    const found: string[] = [];
    for (const { table, column } of await references()) {
      const rows = await sql`select 1 from ${sql(table)} where ${sql(column)} = ${citizenId} limit 1`;
      if (rows.length > 0) found.push(table);
    }
    return found.sort();
  }

  async function appendOnly(): Promise<string[]> {
    const rows = await office.database.sql<{ table: string }[]>`
      select tgrelid::regclass::text as "table" from pg_trigger where tgname like '%append_only'`;
    return rows.map(({ table }) => table);
  }

  test('leaves no row of any table behind but those that nobody may change', async () => {
    const all = (await references()).map(({ table }) => table).sort();
    // A table this test does not fill would be one that nobody has thought of.
    expect(await tablesThatName(chat.id)).toEqual(all);
    const together = await inChat(marks.oaUserId, marks.userIdByApp);
    expect(together).toMatchObject({
      ...{ id: app.id, oaUserId: marks.oaUserId, userIdByApp: marks.userIdByApp },
      ...{ phoneEnc: 'v1.their-own', isSensitive: true, createdAt: chat.createdAt },
    });
    const kept = await appendOnly();
    expect(await tablesThatName(chat.id)).toEqual(all.filter((table) => kept.includes(table)));
    expect(await tablesThatName(app.id)).toEqual(all.filter((table) => !kept.includes(table)));
    const [left] = await office.db.select().from(citizens).where(eq(citizens.id, chat.id));
    expect(left).toMatchObject({ oaUserId: `merged:${app.id}`, userIdByApp: null, phoneEnc: null, followed: false });
  });

  test('has agreed and rated as one person', async () => {
    await inChat(marks.oaUserId, marks.userIdByApp);
    const { db } = office;
    expect((await consentsOf(db, app.id)).contact?.given).toBe(true);
    const [found] = await db.select().from(reports).where(eq(reports.code, life.answered));
    const report = (await lockReports(db, [found?.id ?? 0])).get(found?.id ?? 0);
    const context = report
      ? await gatherContext(db, report, {
          ...{ command: { type: 'rate', level: 'satisfied', reasons: [] }, clocks: [], mergeInto: null },
          ...{ actor: { kind: 'citizen', role: 'reporter', id: String(app.id) }, now: office.clock.now },
          policy: (await office.deps.setting(db)).policy,
        })
      : null;
    expect(context?.hasRated).toBe(true);
    const [current] = await db.select().from(citizens).where(eq(citizens.id, app.id));
    const exported = current
      ? await collectPersonalData(
          db,
          { ...current, phoneEnc: null },
          {
            ...{ dataKey: Buffer.alloc(32), publicUrl: 'https://x.test', now: () => office.clock.now },
            timelineOf: async () => [],
          },
        )
      : null;
    expect(exported?.reports).toHaveLength(3);
    expect(exported?.reports.flatMap(({ yourRatings }) => yourRatings)).toHaveLength(1);
    expect(exported?.consents).toHaveLength(2);
  });

  test('goes on with one draft, with the words and photos of both', async () => {
    const { db, clock } = office;
    const begun = await holdingDraft(db, app, async (tx) => {
      const draft = await draftToWrite(tx, app, undefined, clock.now);
      const texts = [{ messageId: 'miniapp', at: clock.now.getTime(), text: 'Viết trong Mini App' }];
      return saveWritten(tx, draft, { ...draft.content, texts }, clock.now);
    });
    const [told] = await db.select().from(drafts).where(eq(drafts.citizenId, chat.id)).orderBy(drafts.id);
    const open = (await db.select().from(drafts).where(eq(drafts.citizenId, chat.id))).find(
      ({ state }) => state === 'open',
    );
    expect([told?.state, open?.state]).toEqual(['reported', 'open']);
    await db.insert(photos).values({ draftId: open?.id ?? 0, position: 0, uploadKey: 'u', sentAt: clock.now });
    await inChat(marks.oaUserId, marks.userIdByApp);
    const now = (await db.select().from(drafts)).filter(({ state }) => state === 'open');
    expect(now).toMatchObject([{ id: begun.id, citizenId: app.id }]);
    expect(now[0]?.content.texts.map(({ text }) => text)).toEqual([`Còn nữa ${marks.words}`, 'Viết trong Mini App']);
    const [photo] = await db.select().from(photos).where(eq(photos.uploadKey, 'u'));
    expect(photo?.draftId).toBe(begun.id);
  });

  test('follows nothing twice, and nothing of their own', async () => {
    const { db, clock } = office;
    const [own] = await db.select().from(reports).where(eq(reports.code, life.answered));
    const [both] = await db.select().from(follows).where(eq(follows.citizenId, chat.id));
    for (const reportId of [own?.id ?? 0, both?.reportId ?? 0])
      await db.insert(follows).values({ reportId, citizenId: app.id, since: clock.now });
    await inChat(marks.oaUserId, marks.userIdByApp);
    const left = await db
      .select()
      .from(follows)
      .where(inArray(follows.citizenId, [app.id, chat.id]));
    expect(left).toMatchObject([{ citizenId: app.id, reportId: both?.reportId }]);
  });

  test('is told what waited, by a job of their own', async () => {
    await inChat(marks.oaUserId, marks.userIdByApp);
    const [job] = await office.db
      .select()
      .from(jobs)
      .where(eq(jobs.key, `outbox.deliver:citizen-${app.id}`));
    expect(job).toMatchObject({ payload: { citizenId: app.id }, finishedAt: null });
  });
});
