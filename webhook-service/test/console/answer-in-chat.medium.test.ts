import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answers, consoleMessages, evidence, questions, reportHistory } from '../../../db/schema/index.ts';
import { waitFor } from '../../../scripts/testing/wait-for.ts';
import { settleConsoleMessage } from '../../src/conversation/console/settle-console.ts';
import { createDiskStore } from '../../src/media/disk-store.ts';
import { createSetting } from '../../src/reports/perform/setting.ts';
import type { City } from '../city.ts';
import { officeOf } from '../conversation/office.ts';
import { type Reporters, reportersOf } from '../conversation/reporters.ts';
import { newcomer, type Person, startTalkingCity } from '../conversation/talk.ts';
import { allRead, hire, inboxEmpty, type Official, proofPhoto } from './official.ts';

const LANG = 'ubnd-00199';

let city: City;
let official: Official;
let people: Reporters;
beforeAll(async () => {
  city = await startTalkingCity();
  people = reportersOf(city, officeOf(city));
  official = await hire(city, { agencies: [LANG] });
  const self = await newcomer(city, 'Cán bộ');
  await self.sends({ act: 'follow' });
  await official.linksAccount(self.id);
});
afterAll(() => city?.stop());

let reported = 0;

/** A citizen with one report at the ward. */
async function reporter(): Promise<{ person: Person; code: string }> {
  reported += 1;
  return people.reporterOf(`ổ gà to trước số ${reported * 2 + 10} phố Láng Hạ, phường Láng`);
}

function result(): string {
  const day = new Intl.DateTimeFormat('vi', {
    ...{ day: '2-digit', month: '2-digit', year: 'numeric' },
    timeZone: 'Asia/Ho_Chi_Minh',
  } as const).format(new Date());
  return `Sáng ${day}, tổ hạ tầng phường đã vá ổ gà trước số ${reported * 2 + 10} phố Láng Hạ bằng ${reported} m2 bê tông nhựa, mặt đường đã bằng phẳng.`;
}

const stateOf = async (code: string) => (await officeOf(city).report(code)).state;

async function lastMessage() {
  const rows = await city.database.db
    .select()
    .from(consoleMessages)
    .where(eq(consoleMessages.adminId, official.adminId));
  return rows.filter(({ belongsTo }) => belongsTo === null).sort((a, b) => b.id - a.id)[0];
}

describe('an answer given in the chat', () => {
  test('with its photo is the result; the citizen is not told it twice, and confirms', async () => {
    const { person, code } = await reporter();
    await official.types(person.id, `Kết quả ${code}: ${result()}`);
    await official.sendsPhoto(person.id, await proofPhoto(city));
    await allRead(city);

    expect(await lastMessage()).toMatchObject({ state: 'done', deed: 'answer', finding: null });
    await person.hears(/^UBND phường Láng đã trả lời HN-\w{8}, tin ngay trên\. Ảnh, văn bản kèm theo: /);
    expect((await person.heardInTheEnd()).filter((text) => text.includes('bê tông nhựa'))).toEqual([]);
    const { id } = await officeOf(city).report(code);
    const [answer] = await city.database.db.select().from(answers).where(eq(answers.reportId, id));
    expect(answer).toMatchObject({ text: expect.stringContaining('bê tông nhựa'), givenBy: String(official.staffId) });
    const pieces = await city.database.db
      .select()
      .from(evidence)
      .where(eq(evidence.answerId, answer?.id ?? 0));
    expect(pieces).toHaveLength(1);
    const history = await city.database.db.select().from(reportHistory).where(eq(reportHistory.reportId, id));
    expect(history.map(({ event }) => event)).toEqual(expect.arrayContaining(['accepted', 'answered']));

    await person.sends('đã xong');
    await person.hears(/^Cảm ơn bạn đã xác nhận/);
    expect(await stateOf(code)).toBe('closed_confirmed');
  });

  test('whose photo came first is one answer as well', async () => {
    const { person, code } = await reporter();
    await official.sendsPhoto(person.id, await proofPhoto(city));
    await official.types(person.id, `ket qua: ${result()}`);
    await allRead(city);

    expect(await stateOf(code)).toBe('answered');
  });

  test('without proof is held back, which the citizen never learns; the photo sent afterwards completes it', async () => {
    const { person, code } = await reporter();
    const before = await person.heardInTheEnd();
    await official.types(person.id, `Kết quả: ${result()}`);
    await allRead(city);

    const held = await lastMessage();
    expect(held).toMatchObject({ state: 'held_back', finding: { code: 'answer_incomplete' } });
    expect(await stateOf(code)).toBe('dispatched');
    expect(await person.heardInTheEnd()).toEqual(before);
    const desk = await official.asks<{ items: { id: number; finding: { missing: { text: string }[] } }[] }>(
      'GET',
      '/console/messages?state=held_back',
    );
    expect(desk.body.items.find(({ id }) => id === held?.id)?.finding.missing[0]?.text).toMatch(/ảnh/i);

    await official.sendsPhoto(person.id, await proofPhoto(city));
    await allRead(city);
    expect(await stateOf(code)).toBe('answered');
  });

  test('given again in full takes the photos of the first try with it', async () => {
    const { person, code } = await reporter();
    await official.types(person.id, 'Kết quả: đã xử lý.');
    await official.sendsPhoto(person.id, await proofPhoto(city));
    await allRead(city);
    expect(await lastMessage()).toMatchObject({ state: 'held_back' });

    await official.types(person.id, `Kết quả ${code}: ${result()}`);
    await allRead(city);
    expect(await stateOf(code)).toBe('answered');
  });
});

test('read by several workers at once, a message does what it says once', async () => {
  const { person, code } = await reporter();
  await official.sendsPhoto(person.id, await proofPhoto(city));
  await official.types(person.id, `Kết quả ${code}: ${result()}`);
  await inboxEmpty(city);
  const message = await lastMessage();
  const { db } = city.database;
  await db
    .update(consoleMessages)
    .set({ settleAt: new Date(Date.now() - 1_000) })
    .where(eq(consoleMessages.id, message?.id ?? 0));
  const now = () => new Date();
  const deps = {
    ...{ db, now, setting: createSetting(now), publicUrl: city.url, mediaHosts: city.config.zalo.mediaHosts },
    store: createDiskStore(city.config.mediaDir),
  };

  await Promise.all([1, 2, 3].map(() => settleConsoleMessage(message?.id ?? 0, deps)));

  const { id } = await officeOf(city).report(code);
  expect(await db.select().from(answers).where(eq(answers.reportId, id))).toHaveLength(1);
  await person.hears(/tin ngay trên/);
  expect((await person.heardInTheEnd()).filter((text) => text.includes('tin ngay trên'))).toHaveLength(1);
});

describe('other words in the chat', () => {
  test('a marked question stops the clock and is not asked a second time', async () => {
    const { person, code } = await reporter();
    await official.types(person.id, `Hỏi ${code}: ổ gà nằm ở làn xe máy hay làn ô tô?`);
    await allRead(city);

    expect(await stateOf(code)).toBe('awaiting_citizen');
    const { id } = await officeOf(city).report(code);
    const [question] = await city.database.db.select().from(questions).where(eq(questions.reportId, id));
    expect(question?.text).toBe('ổ gà nằm ở làn xe máy hay làn ô tô?');
    const heard = await person.hears(/^Xin trả lời câu hỏi trên của UBND phường Láng về HN-\w{8} trước /);
    expect(heard.filter((text) => text.includes('làn xe máy'))).toEqual([]);
  });

  test('a plain sentence is a note inside, progress is shown to all, and neither is an answer', async () => {
    const { person, code } = await reporter();
    await official.types(person.id, 'Đã có kết quả rồi bác nhé');
    await allRead(city);
    expect(await lastMessage()).toMatchObject({ state: 'done', deed: 'note' });
    expect(await stateOf(code)).toBe('dispatched');

    await official.types(person.id, 'Tiến độ: đội thi công đã có mặt');
    await allRead(city);
    expect(await stateOf(code)).toBe('in_progress');
    const { id } = await officeOf(city).report(code);
    const history = await city.database.db
      .select()
      .from(reportHistory)
      .where(eq(reportHistory.reportId, id))
      .orderBy(reportHistory.seq);
    expect(
      history.filter(({ event }) => event.endsWith('_noted')).map(({ event, isPublic }) => [event, isPublic]),
    ).toEqual([
      ['chat_noted', false],
      ['progress_noted', true],
    ]);
  });

  test('a hand-over names the unit as people do', async () => {
    const { person, code } = await reporter();
    await official.types(person.id, 'Chuyen: So GTVT: tuyen duong do So quan ly');
    await allRead(city);

    expect((await officeOf(city).report(code)).agencyCode).toBe('so-xay-dung');
    await person.hears(/^HN-\w{8} thuộc trách nhiệm của Sở Xây dựng/);
  });

  test('a code of somebody else’s report is never acted upon', async () => {
    const { code } = await reporter();
    const other = await reporter();
    await official.types(other.person.id, `Nhận xử lý ${code}`);
    await allRead(city);

    expect(await lastMessage()).toMatchObject({
      state: 'tray',
      finding: { code: 'code_of_another', candidates: [other.code] },
    });
    expect(await stateOf(code)).toBe('dispatched');
    expect(await stateOf(other.code)).toBe('dispatched');
  });
});

describe('an account that is linked to nobody', () => {
  test('goes to the tray, where a member of the agency’s role decides in their own name', async () => {
    const { person, code } = await reporter();
    const stranger = await hire(city, { agencies: [LANG] });
    await stranger.types(person.id, `Hỏi: ổ gà nằm ở làn xe máy hay làn ô tô?`);
    await allRead(city);
    expect(await stateOf(code)).toBe('dispatched');

    const sorter = await hire(city, { roles: ['dispatcher', 'leader'], agencies: [LANG] });
    const { body } = await sorter.asks<{ items: { id: number; finding: { code: string; candidates: string[] } }[] }>(
      'GET',
      '/console/messages?state=tray',
    );
    const found = body.items.find(({ finding }) => finding.candidates.includes(code));
    expect(found?.finding.code).toBe('account_unlinked');
    expect((await official.asks('POST', `/console/messages/${found?.id}/tie`, { code })).status).toBe(404);
    expect((await sorter.asks('POST', `/console/messages/${found?.id}/tie`, { code })).status).toBe(202);
    await waitFor(async () => (await stateOf(code)) === 'awaiting_citizen', { what: 'the question' });
    expect((await sorter.asks('POST', `/console/messages/${found?.id}/tie`, { code })).status).toBe(409);
  });
});

describe('what an official is told', () => {
  test('comes in their own chat once it is linked, and only there', async () => {
    const home = await newcomer(city, 'Cán bộ ở nhà');
    const { person, code } = await reporter();
    await home.sends(`Liên kết ${await official.linkCode()}`);
    await home.hears(/^Đã liên kết cuộc trò chuyện này/);
    const before = await person.heardInTheEnd();

    await official.types(person.id, `Kết quả ${code}: ${result()}`);
    await allRead(city);
    await home.hears(/^Câu trả lời HN-\w{8} chưa được tính là kết quả, còn thiếu: /);
    expect(await person.heardInTheEnd()).toEqual(before);
  });

  test('a citizen who copies a code from the console links nothing', async () => {
    const { person } = await reporter();
    const colleague = await hire(city, { agencies: [LANG] });
    const code = await colleague.linkCode();
    await colleague.types(person.id, `lien ket ${code}`);
    await allRead(city);
    const links = await colleague.asks<{ accounts: unknown[]; chat: unknown }>('GET', '/me/links');
    expect(links.body).toMatchObject({ accounts: [expect.anything()], chat: null });

    await person.sends(`Liên kết ${code}`);
    await person.hears(/^Mã liên kết chưa đúng hoặc đã hết hạn/);
    expect((await colleague.asks<{ chat: unknown }>('GET', '/me/links')).body.chat).toBeNull();
    expect((await colleague.asks('DELETE', '/me/links')).status).toBe(204);
  });
});
