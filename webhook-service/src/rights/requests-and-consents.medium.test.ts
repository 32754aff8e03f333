import { eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { citizens, consents, incidents, jobs, outboxMessages, privacyRequests } from '../../../db/schema/index.ts';
import { seal, unseal } from '../crypto/sealed-box.ts';
import { AppError } from '../errors.ts';
import type { GraphClient } from '../zalo/graph-client.ts';
import { consentTexts } from './consent-texts.ts';
import { consentsOf, giveConsent, withdrawConsent } from './consents.ts';
import { giveNotice, noteHandling } from './notice.ts';
import { openRequest, type RequestKind } from './open-request.ts';
import { keepPhone } from './phone.ts';
import { settleRequest } from './settle-request.ts';
import { sweepPrivacyRequests } from './sweep-requests.ts';
import { openRightsOffice, type RightsOffice } from './testing/rights-office.ts';

const MONDAY = new Date('2026-10-05T03:00:00Z');
const HOUR = 3_600_000;
const dataKey = Buffer.alloc(32, 7);
let office: RightsOffice;
let person: typeof citizens.$inferSelect;
let people = 0;
beforeAll(async () => {
  office = await openRightsOffice(MONDAY);
});
afterAll(() => office?.stop());
beforeEach(async () => {
  for (const table of [privacyRequests, incidents, jobs, outboxMessages]) await office.db.delete(table);
  office.clock.now = MONDAY;
  const [made] = await office.db
    .insert(citizens)
    .values({ oaUserId: `person-${people++}`, userIdByApp: '88' })
    .returning();
  if (!made) throw new Error('not stored');
  person = made;
});

async function asked(kind: RequestKind): Promise<number> {
  return office.db.transaction(async (tx) => {
    const calendar = (await office.deps.setting(tx)).calendars.of(null);
    const request = { key: `k:${kind}`, citizenId: person.id, kind, source: 'miniapp' as const, receivedAt: MONDAY };
    return (await openRequest(tx, request, { office: calendar, now: MONDAY })).request.id;
  });
}

/** The person as they are stored now. */
async function now(): Promise<typeof citizens.$inferSelect> {
  const [row] = await office.db.select().from(citizens).where(eq(citizens.id, person.id));
  return row ?? person;
}

const open = () => office.db.select().from(incidents).where(isNull(incidents.resolvedAt));
const sweepAfter = (hours: number) =>
  sweepPrivacyRequests(office.db, { now: new Date(MONDAY.getTime() + hours * HOUR) });
const settle = (id: number, move: Parameters<typeof settleRequest>[2]) =>
  office.db.transaction((tx) => settleRequest(tx, id, move, { now: office.clock.now, by: '5' }));

describe('the sweep of privacy requests', () => {
  it('warns a day before an answer is due, again when it is late, and is content once it is given', async () => {
    const id = await asked('correct');
    await sweepAfter(1);
    expect(await open()).toEqual([]);
    await sweepAfter(25);
    await sweepAfter(26);
    expect(await open()).toMatchObject([
      { kind: 'privacy_due_soon', key: `request-${id}`, times: 1, data: { due: 'answer' } },
    ]);
    await sweepAfter(49);
    expect(await open()).toMatchObject([{ kind: 'privacy_overdue' }]);
    await settle(id, { type: 'answer', words: 'Sẽ sửa địa chỉ như bạn nêu.' });
    await sweepAfter(50);
    expect(await open()).toEqual([]);
    await sweepAfter(14 * 24 + 1);
    expect(await open()).toMatchObject([{ kind: 'privacy_due_soon', data: { due: 'done' } }]);
    await settle(id, { type: 'complete', words: 'Đã sửa.' });
    await sweepAfter(16 * 24);
    expect(await open()).toEqual([]);
  });

  it('gives a request the service can do its job back, and leaves the others to people', async () => {
    const id = await asked('erase');
    await asked('restrict');
    await office.db.delete(jobs);

    expect([await sweepAfter(1), await sweepAfter(1)]).toEqual([1, 0]);
    expect(await office.db.select().from(jobs)).toMatchObject([{ key: `privacy.perform:request-${id}` }]);
  });
});

describe('what staff decide about a request', () => {
  it('is told to the person: answer, one extension of at most 15 days, and the end', async () => {
    const id = await asked('object');
    await settle(id, { type: 'answer', words: 'Chúng tôi đang xem xét.' });
    const extended = await settle(id, { type: 'extend', days: 15, reason: 'Cần hỏi đơn vị giữ hồ sơ' });
    expect(extended.doneDueAt).toEqual(new Date(MONDAY.getTime() + 30 * 24 * HOUR));
    await expect(settle(id, { type: 'extend', days: 1, reason: 'nữa' })).rejects.toMatchObject({
      code: 'extended_already',
    });
    await settle(id, { type: 'complete', words: 'Đã ngừng dùng.' });
    await expect(settle(id, { type: 'answer', words: 'muộn' })).rejects.toMatchObject({ code: 'request_over' });

    const told = (await office.db.select().from(outboxMessages)).map(({ text }) => text);
    expect(told).toEqual([
      expect.stringMatching(
        /^Trả lời yêu cầu phản đối việc dùng dữ liệu của bạn: Chúng tôi đang xem xét\. Hạn làm xong: /,
      ),
      expect.stringMatching(/^Xin lỗi, .* Lý do: Cần hỏi đơn vị giữ hồ sơ\. Hạn mới: 10:00 thứ Tư, 04\/11\/2026\.$/),
      '✅ Đã làm xong yêu cầu phản đối việc dùng dữ liệu của bạn: Đã ngừng dùng.',
    ]);
  });

  it('an erasure is not marked as done by hand; it can be refused, with where to turn', async () => {
    const id = await asked('erase');
    await expect(settle(id, { type: 'complete', words: 'xong rồi' })).rejects.toMatchObject({
      code: 'done_by_service',
    });
    await settle(id, { type: 'refuse', reason: 'hồ sơ là chứng cứ', where: 'Văn phòng UBND thành phố' });
    await office.performs(id);

    const [request] = await office.db.select().from(privacyRequests).where(eq(privacyRequests.id, id));
    expect(request).toMatchObject({ state: 'refused', outcome: { where: 'Văn phòng UBND thành phố' } });
    expect((await now()).erasedAt).toBeNull();
  });
});

describe('consents', () => {
  const act = (purpose: 'handle' | 'contact' | 'publish') =>
    ({ citizenId: person.id, purpose, language: 'vi', source: 'miniapp', at: MONDAY }) as const;

  it('are rows that are never changed: wording, version, time; silence is none', async () => {
    expect(await consentsOf(office.db, person.id)).toEqual({ handle: null, contact: null, publish: null });
    await giveConsent(office.db, act('publish'));
    await giveConsent(office.db, act('publish'));
    await withdrawConsent(office.db, act('publish'));

    const rows = await office.db.select().from(consents).where(eq(consents.citizenId, person.id));
    expect(rows.map(({ given, version }) => [given, version])).toEqual([
      [true, consentTexts.publish.version],
      [false, consentTexts.publish.version],
    ]);
    expect(rows[0]?.wording).toContain('Đơn vị vận hành công khai nội dung và ảnh');
  });

  it('the notice is given once, and sending a report after it is written down as the act it is', async () => {
    for (const _ of [1, 2]) {
      await giveNotice(office.db, person, { publicUrl: 'https://phananh.test', now: MONDAY });
      await noteHandling(office.db, person, { at: MONDAY });
    }
    expect(await office.db.select().from(outboxMessages)).toHaveLength(1);
    expect(await office.db.select().from(consents).where(eq(consents.citizenId, person.id))).toMatchObject([
      { purpose: 'handle', source: 'chat', given: true },
    ]);
  });

  it('the notice and the act name who is responsible', async () => {
    const controller = 'UBND thành phố Hà Nội';
    await giveNotice(office.db, person, { publicUrl: 'https://phananh.test', controller, now: MONDAY });
    await noteHandling(office.db, person, { at: MONDAY, controller });
    const [message] = await office.db.select().from(outboxMessages);
    expect(message?.text).toMatch(/^Về dữ liệu của bạn: UBND thành phố Hà Nội dùng nội dung/);
    const [row] = await office.db.select().from(consents).where(eq(consents.citizenId, person.id));
    expect(row?.wording).toMatch(/^UBND thành phố Hà Nội dùng nội dung/);
  });

  it('without consent to be contacted no number is asked for, and withdrawing it deletes the number at once', async () => {
    const calls: string[] = [];
    const graph: GraphClient = {
      whoIs: async () => ({ outcome: 'ok', userIdByApp: '88', isSensitive: null }),
      placeOf: async () => ({ outcome: 'refused', code: null }),
      phoneOf: async (_token, code) => {
        calls.push(code);
        return code === 'late' ? { outcome: 'unknown', why: 'timeout' } : { outcome: 'ok', number: '84900000001' };
      },
    };
    const keep = (code: string, citizen = person) =>
      keepPhone(citizen, { accessToken: 't', code }, { db: office.db, graph, dataKey });
    const stored = async () => (await now()).phoneEnc;

    await expect(keep('early')).rejects.toMatchObject({ code: 'consent_needed' });
    await giveConsent(office.db, act('contact'));
    await expect(keep('late')).rejects.toBeInstanceOf(AppError);
    await expect(keep('other', { ...person, userIdByApp: '99' })).rejects.toMatchObject({ code: 'zalo_token_invalid' });
    expect(calls).toEqual(['late']);
    await keep('good');
    expect(unseal(dataKey, 'citizen-phone', String(person.id), (await stored()) ?? '')).toBe('84900000001');

    await withdrawConsent(office.db, act('contact'));
    expect(await stored()).toBeNull();
  });

  it('withdrawn by chat they all end, and it is said once', async () => {
    await giveConsent(office.db, act('contact'));
    const phoneEnc = seal(dataKey, 'citizen-phone', String(person.id), '84900000001');
    await office.db.update(citizens).set({ phoneEnc }).where(eq(citizens.id, person.id));
    const id = await asked('withdraw_consent');
    await office.performs(id);
    await office.performs(id);

    expect((await consentsOf(office.db, person.id)).contact?.given).toBe(false);
    expect((await now()).phoneEnc).toBeNull();
    expect(await office.db.select().from(outboxMessages)).toHaveLength(1);
  });
});
