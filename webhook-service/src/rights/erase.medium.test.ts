import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  answers,
  citizens,
  consents,
  inboxEvents,
  jobs,
  outboxMessages,
  privacyRequests,
  reportHistory,
  reports,
} from '../../../db/schema/index.ts';
import { TryAgainIn } from '../queues/handlers.ts';
import { verifyHistory } from '../reports/history/verify.ts';
import { fillSearchText } from '../reports/list/search-text.ts';
import { checkBalance } from '../stats/check-balances.ts';
import { takeChatRequest } from './chat-requests.ts';
import { ERASED_TEXT } from './erase-report.ts';
import { performPrivacyRequest } from './perform-request.ts';
import { liveWholeLife, marks, type WholeLife } from './testing/a-whole-life.ts';
import { openRightsOffice, type RightsOffice } from './testing/rights-office.ts';
import { whereFound } from './testing/scan.ts';
import { takeWithdraw } from './withdraw.ts';

let office: RightsOffice;
let life: WholeLife;
beforeEach(async () => {
  office = await openRightsOffice();
  life = await liveWholeLife(office);
});
afterEach(() => office?.stop());

const everyMark = Object.values(marks);

function withdraws(at = office.clock.now): Promise<number> {
  const { oaUserId, userIdByApp } = marks;
  const key = `user_withdraw|${at.getTime()}|${oaUserId}`;
  return office.db.transaction((tx) =>
    takeWithdraw(tx, { oaUserId, userIdByApp, source: 'user_withdraw', at, key }, office.clock.now),
  );
}

const reportOf = async (code: string) => {
  const [report] = await office.db.select().from(reports).where(eq(reports.code, code));
  if (!report) throw new Error('report gone');
  return report;
};

describe('a person who withdraws', () => {
  it('is found nowhere in the database any more, and none of their files is left', async () => {
    expect(await whereFound(office.database.sql, everyMark)).toEqual(
      expect.arrayContaining(['reports.text: Quýtvàng77']),
    );
    await withdraws();
    const { id } = await office.requestOf(life.citizen.id);

    await office.performs(id);

    expect(await whereFound(office.database.sql, everyMark)).toEqual([]);
    for (const key of life.mediaKeys.filter((_key, index) => index < 6))
      expect(await office.store.stat(key)).toBeNull();
  });

  it('leaves a tombstone: what was not accepted is withdrawn, the rest goes on without them', async () => {
    const before = await reportOf(life.inProgress);
    await withdraws();
    await office.performs((await office.requestOf(life.citizen.id)).id);

    expect(await reportOf(life.untouched)).toMatchObject({
      state: 'withdrawn',
      text: ERASED_TEXT,
      erasedAt: office.clock.now,
    });
    const { code, categoryCode, wardCode, agencyCode, receivedAt, answerDueAt } = before;
    expect(await reportOf(life.inProgress)).toMatchObject({
      ...{ code, categoryCode, wardCode, agencyCode, receivedAt, answerDueAt, state: 'in_progress' },
      ...{ text: ERASED_TEXT, placeText: null, latitude: null, longitude: null },
    });
    expect(await reportOf(life.answered)).toMatchObject({ state: 'answered' });
    const [answer] = await office.db.select().from(answers);
    expect(answer?.text).toContain('đã dọn xong');
    const events = await office.db.select().from(reportHistory).where(eq(reportHistory.reportId, before.id));
    expect(events.map(({ event }) => event)).toContain('personal_data_erased');
  });

  it('takes nothing from those whose report was merged into theirs', async () => {
    await withdraws();
    await office.performs((await office.requestOf(life.citizen.id)).id);

    expect(await reportOf(life.heir)).toMatchObject({ state: 'dispatched', mergedIntoId: null, erasedAt: null });
    expect((await reportOf(life.heir)).text).toContain('Ổ gà sâu');
  });

  it('hears nothing more', async () => {
    await withdraws();
    await office.performs((await office.requestOf(life.citizen.id)).id);

    const messages = await office.db.select().from(outboxMessages).where(eq(outboxMessages.citizenId, life.citizen.id));
    expect(messages.length).toBeGreaterThan(3);
    for (const { state, text, errorCode } of messages)
      expect({ state, text, errorCode }).toEqual({ state: 'refused', text: '', errorCode: 'erased' });
  });

  it('history, balance and lists still hold', async () => {
    await withdraws();
    await office.performs((await office.requestOf(life.citizen.id)).id);
    const findings: unknown[] = [];

    await verifyHistory(office.database, { kind: 'all' }, { onFinding: (finding) => findings.push(finding) });
    await fillSearchText(office.db);

    expect(findings).toEqual([]);
    expect((await reportOf(life.untouched)).searchText.trim()).toBe('');
  });

  it('ends what they agreed to, and the proof of it stays', async () => {
    await withdraws();
    await office.performs((await office.requestOf(life.citizen.id)).id);

    const rows = await office.db.select().from(consents).where(eq(consents.citizenId, life.citizen.id));
    expect(
      rows
        .filter(({ given }) => !given)
        .map(({ purpose }) => purpose)
        .sort(),
    ).toEqual(['contact', 'handle']);
    expect(await office.requestOf(life.citizen.id)).toMatchObject({ state: 'done', outcome: { reports: 3, files: 6 } });
    expect(await office.requestOf(life.citizen.id, 'correct')).toMatchObject({ state: 'done', note: null });
  });

  it('opens one request however often the event comes, also after they have begun anew', async () => {
    const at = office.clock.now;
    expect([await withdraws(at), await withdraws(at)]).toEqual([1, 0]);
    await office.performs((await office.requestOf(life.citizen.id)).id);
    const [again] = await office.db.insert(citizens).values({ oaUserId: marks.oaUserId }).returning();

    expect(await withdraws(at)).toBe(0);
    const rows = await office.db.select().from(privacyRequests).where(eq(privacyRequests.kind, 'erase'));
    expect(rows).toHaveLength(1);
    expect(again?.id).not.toBe(life.citizen.id);
  });
});

describe('an erasure that is cut off', () => {
  it('is finished by whoever takes it up, after every step', async () => {
    await withdraws();
    const { id } = await office.requestOf(life.citizen.id);
    for (let survives = 0; survives < 25; survives++) {
      await performPrivacyRequest(id, { ...office.deps, db: dyingAfter(office, survives) }).catch(() => {});
    }
    await office.performs(id);

    expect(await whereFound(office.database.sql, everyMark)).toEqual([]);
    const erased = await office.db.select().from(reportHistory).where(eq(reportHistory.event, 'personal_data_erased'));
    expect(erased).toHaveLength(3);
  });

  it('by two replicas at once is done once', async () => {
    await withdraws();
    const { id } = await office.requestOf(life.citizen.id);

    await Promise.all([office.performs(id, 2_000), office.performs(id, 2_000)]);

    expect(await whereFound(office.database.sql, everyMark)).toEqual([]);
    const erased = await office.db.select().from(reportHistory).where(eq(reportHistory.event, 'personal_data_erased'));
    expect(erased).toHaveLength(3);
  });
});

describe('an erasure asked for in the chat', () => {
  const says = (words: string, inboxId: number) =>
    office.db.transaction((tx) =>
      takeChatRequest(tx, { citizen: life.citizen, words, inboxId, now: office.clock.now }, office.deps),
    );
  const toldAs = async (kind: string) =>
    (await office.db.select().from(outboxMessages)).filter((message) => message.kind === kind);

  it('is asked for once more, and begins only with the words that confirm it', async () => {
    expect(await says('xóa dữ liệu của tôi', 901)).toBe('taken');
    await expect(office.requestOf(life.citizen.id)).rejects.toThrow();
    expect(await toldAs('erase_confirm')).toHaveLength(1);

    expect(await says('XÓA DỮ LIỆU', 902)).toBe('taken');
    expect(await office.requestOf(life.citizen.id)).toMatchObject({ state: 'received', source: 'chat' });
    expect(await says('XÓA DỮ LIỆU', 903)).toBe('taken');
  });

  it('the words that confirm are a question anew when nothing was asked, or a day has passed', async () => {
    await says('XÓA DỮ LIỆU', 901);
    office.clock.now = new Date(office.clock.now.getTime() + 25 * 3_600_000);
    await says('xoa du lieu', 902);

    await expect(office.requestOf(life.citizen.id)).rejects.toThrow();
    expect(await toldAs('erase_confirm')).toHaveLength(2);
  });

  it('tells the person last of all, waits until they have it, and then does not know them any more', async () => {
    await says('delete my data', 901);
    await says('delete data', 902);
    const { id } = await office.requestOf(life.citizen.id);

    await expect(office.performs(id, 1)).rejects.toThrow(TryAgainIn);
    const [farewell] = await toldAs('rights');
    expect(farewell?.text).toMatch(/^✅ Dữ liệu của bạn được xóa ngay sau tin này/);
    await expect(office.performs(id, 1)).rejects.toThrow(TryAgainIn);
    await office.db
      .update(outboxMessages)
      .set({ state: 'accepted', acceptedAt: office.clock.now })
      .where(eq(outboxMessages.id, farewell?.id ?? 0));
    await office.performs(id);

    expect(await whereFound(office.database.sql, everyMark)).toEqual([]);
    const [citizen] = await office.db.select().from(citizens).where(eq(citizens.id, life.citizen.id));
    expect(citizen?.oaUserId).toMatch(/^erased:[0-9a-f]{24}$/);
  });

  it('goes on without the message when Zalo does not take it for ten minutes', async () => {
    await says('xóa dữ liệu của tôi', 901);
    await says('xóa dữ liệu', 902);
    const { id } = await office.requestOf(life.citizen.id);
    await expect(office.performs(id, 1)).rejects.toThrow(TryAgainIn);

    office.clock.now = new Date(office.clock.now.getTime() + 11 * 60_000);
    await office.performs(id);

    expect(await office.requestOf(life.citizen.id)).toMatchObject({ state: 'done' });
  });
});

describe('what Zalo sends after an erasure', () => {
  const receipt = (name: string) =>
    office.db.insert(inboxEvents).values({
      ...{ dedupeKey: `${name}|1|${marks.oaUserId}|x`, eventName: name, zaloUserId: marks.oaUserId },
      ...{ eventAt: office.clock.now, body: `{"sender":{"id":"${marks.oaUserId}"}}`, finishedAt: office.clock.now },
    });

  it('is forgotten as well: an echo, a receipt that comes the next day', async () => {
    await withdraws();
    const { id } = await office.requestOf(life.citizen.id);
    await office.performs(id);
    await office.db.insert(citizens).values({ oaUserId: marks.oaUserId });
    await receipt('oa_send_text');
    await office.performs(id);
    expect(await whereFound(office.database.sql, everyMark)).toEqual([]);

    await receipt('user_seen_message');
    await office.performs(id);
    await office.performs(id);
    expect(await whereFound(office.database.sql, everyMark)).toEqual([]);
    expect((await office.requestOf(life.citizen.id)).outcome).not.toHaveProperty('trace');
  });

  it('leaves alone somebody who has written again', async () => {
    await withdraws();
    const { id } = await office.requestOf(life.citizen.id);
    await office.performs(id);
    await office.db.insert(citizens).values({ oaUserId: marks.oaUserId, lastInteractionAt: office.clock.now });
    await receipt('user_send_text');

    await office.performs(id);

    const [again] = await office.db.select().from(citizens).where(eq(citizens.oaUserId, marks.oaUserId));
    expect(again?.erasedAt).toBeNull();
    const armed = await office.db.select().from(jobs).where(eq(jobs.name, 'privacy.perform'));
    expect(armed).toHaveLength(1);
  });
});

/** A database that dies with the n-th transaction or statement list: what was committed before stays. */
function dyingAfter({ db }: RightsOffice, transactions: number): typeof db {
  let left = transactions;
  return new Proxy(db, {
    get(target, property, receiver) {
      if (property !== 'transaction') return Reflect.get(target, property, receiver);
      return (work: Parameters<typeof db.transaction>[0]) =>
        target.transaction(async (tx) => {
          left -= 1;
          const done = await work(tx);
          if (left < 0) throw new Error('killed');
          return done;
        });
    },
  });
}

it('the balance of the city is as before', async () => {
  await withdraws();
  await office.performs((await office.requestOf(life.citizen.id)).id);
  // The answer of this test was written beside the lifecycle, so only its own report may differ.
  const mismatches = await checkBalance(office.database, { days: 'all', now: office.clock.now });
  expect(mismatches.every(({ difference }) => JSON.stringify(difference).includes('answered'))).toBe(true);
});
