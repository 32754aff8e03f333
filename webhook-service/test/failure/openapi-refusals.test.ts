import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { waitFor } from '../../../scripts/testing/wait-for.ts';
import type { SimSettings } from '../../../scripts/zalo-simulator/control-api.ts';
import { incidentLabel } from '../../src/incidents/incidents.ts';
import { type City, startCity } from '../city.ts';
import { type Office, officeOf } from '../conversation/office.ts';
import { newcomer, type Person } from '../conversation/talk.ts';
import { answersFor, letPausesEnd, messageRow, openIncidents, recover, refreshElsewhere, tell } from './troubles.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const TEMPLATE = '418273';

let city: City;
let office: Office;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'templates-'));
  const parameters = { ma_phan_anh: { from: 'code', type: 'code' } };
  const template = { kind: 'answered', channel: 'uid', templateId: TEMPLATE, dong: 200, parameters };
  await writeFile(join(folder, 'templates.json'), JSON.stringify([template]));
  city = await startCity({
    env: {
      WARD_BOUNDARIES: '',
      ZALO_TEMPLATES: join(folder, 'templates.json'),
      PAID_DONG_PER_DAY: '10000',
      GAP_CHECK_MS: '3600000',
    },
  });
  office = officeOf(city);
});
afterEach(async () => {
  const { appStatus, freeTier, subQuota, purchaseQuota } = normal;
  await city.zalo.settings({ appStatus, freeTier, subQuota, purchaseQuota });
  await city.zalo.resetClock();
  await city.database.sql`delete from channel_pauses`;
  await city.database.sql`update incidents set resolved_at = now() where resolved_at is null`;
});
afterAll(async () => {
  await city?.stop();
  await rm(folder, { recursive: true, force: true });
});

const normal = { appStatus: 'active', freeTier: false, subQuota: 500, purchaseQuota: 1000 } as const;

/** Somebody who has said hello, so that their window is open. */
async function acquaintance(): Promise<Person> {
  const person = await newcomer(city);
  await person.sends({ act: 'follow' });
  await person.heardInTheEnd();
  return person;
}

/** Whose report about a danger UBND phường Láng has: news of it keeps no hours, so that the test may run at night. */
async function reporter(): Promise<{ person: Person; code: string }> {
  const person = await newcomer(city);
  await person.sends('ổ gà to giữa đường, phường Láng');
  await person.hears(/đã chuyển UBND phường Láng xử lý/);
  await person.heardInTheEnd();
  const code = await person.code();
  await city.database.sql`update reports set priority_class = 'emergency' where code = ${code}`;
  return { person, code };
}

/** Zalo's clock goes on; the access token is exchanged for one of then, so that it is not what Zalo refuses. */
async function zaloGoesOn(ms: number): Promise<void> {
  await city.zalo.advance(ms);
  await refreshElsewhere(city);
}

/** Both we and Zalo heard from them last so long ago. */
async function silentFor(person: Person, ms: number): Promise<void> {
  await zaloGoesOn(ms);
  await city.database.sql`
    update citizens set last_interaction_at = last_interaction_at - ${`${ms} ms`}::interval where oa_user_id = ${person.id}`;
}

async function untilState(id: number, state: string): Promise<void> {
  await waitFor(async () => (await messageRow(city, id))?.state === state, { what: `the message to be ${state}` });
}

describe('§11.2 token and access', () => {
  test('§11.2 access token older than 25 h (-220) → refreshed once, the call repeated once', async () => {
    const person = await acquaintance();
    const before = await answersFor(city, person);
    await city.zalo.advance(26 * HOUR);
    await tell(city, person, 'Tin gửi khi token đã quá hạn');
    await person.hears(/token đã quá hạn/);
    expect((await answersFor(city, person)).slice(before.length)).toEqual([-220, 0]);
  });

  test('§11.2 old access token after a refresh elsewhere (-216) → the new one is taken up, nothing is refreshed again', async () => {
    const person = await acquaintance();
    const before = await answersFor(city, person);
    await refreshElsewhere(city);
    const refreshes = await exchanges();
    await tell(city, person, 'Tin gửi bằng token cũ');
    await person.hears(/token cũ/);
    // Without a refusal when the sweep has seen the new one first.
    expect((await answersFor(city, person)).slice(before.length).filter((code) => code !== -216)).toEqual([0]);
    expect(await exchanges()).toBe(refreshes);
  });

  const needHumans: [number, Partial<Pick<SimSettings, 'appStatus' | 'freeTier'>>][] = [
    [-209, { appStatus: 'inactive' }],
    [-212, { appStatus: 'product-not-registered' }],
    [-223, { appStatus: 'oa-not-authorised' }],
    [-224, { freeTier: true }],
  ];
  test.each(needHumans)(
    '§11.2 %i (%j) → an incident, everything waits without calls, and goes on by itself',
    async (code, fault) => {
      const [first, second] = [await newcomer(city), await newcomer(city)];
      await city.zalo.settings(fault);
      await first.sends('ổ gà to giữa đường, phường Láng');
      await waitFor(async () => (await openIncidents(city)).length > 0, { what: 'the incident' });
      await second.sends('ổ gà to giữa đường, phường Láng');
      await untilResting(second);
      expect(await openIncidents(city)).toEqual([`zalo_needs_human: oa ${code}`]);
      expect(incidentLabel('zalo_needs_human')).toMatch(/người quản trị OA/);
      expect([await answersFor(city, first), await answersFor(city, second)]).toEqual([[code], []]);

      await city.zalo.settings(normal);
      await recover(city);
      for (const person of [first, second]) {
        await person.hears(/đã chuyển UBND phường Láng xử lý/);
        const heard = await person.heardInTheEnd();
        expect(heard.filter((text) => /^Đã nhận phản ánh/.test(text))).toHaveLength(1);
        expect(new Set(heard).size).toBe(heard.length);
      }
      expect(await openIncidents(city)).toEqual([]);
    },
  );
});

describe('§11.2 our own fault', () => {
  test('§11.2 user_id of another OA (-201) → refused with an incident; others are told', async () => {
    const [stranger, person] = [{ id: '5550001112223334445' }, await acquaintance()];
    const refused = await tell(city, stranger, 'Tin gửi nhầm người');
    await untilState(refused, 'refused');
    expect(await messageRow(city, refused)).toMatchObject({ code: '-201', attempts: 1 });
    expect(await openIncidents(city)).toEqual(['zalo_our_bug: cs -201']);
    expect(incidentLabel('zalo_our_bug')).toMatch(/nội dung hoặc mẫu tin sai/);
    await tell(city, person, 'Tin gửi đúng người');
    await person.hears(/đúng người/);
  });

  test('§11.2 text above 2000 characters (-210) → refused before any call; the next message goes out', async () => {
    const person = await acquaintance();
    const before = await answersFor(city, person);
    const tooLong = await tell(city, person, 'ạ'.repeat(2001));
    await tell(city, person, 'Tin vừa đủ dài');
    await person.hears(/vừa đủ dài/);
    expect(await messageRow(city, tooLong)).toMatchObject({ state: 'refused', code: '-210' });
    expect((await answersFor(city, person)).slice(before.length)).toEqual([0]);
  });
});

describe('§11.2 template by UID', () => {
  test.each<[string, number, () => Promise<unknown>]>([
    ['unknown', -201, async () => {}],
    ['not UID-capable', -249, () => city.zalo.templates([{ id: TEMPLATE, byUid: false, parameters: ['ma_phan_anh'] }])],
    ['not approved', -233, () => city.zalo.templates([{ id: TEMPLATE, approved: false, parameters: ['ma_phan_anh'] }])],
  ])(
    '§11.2 %s → it rests with an incident, the result waits and goes out once it is put right',
    async (_what, code, prepare) => {
      const { person, code: report } = await reporter();
      await prepare();
      await silentFor(person, 10 * DAY);
      await office.answers(report);
      await waitFor(async () => (await openIncidents(city)).length > 0, { what: 'the incident' });
      expect(await openIncidents(city)).toEqual([`zalo_our_bug: uid:${TEMPLATE} ${code}`]);
      await untilResting(person);

      await approveTemplate();
      await recover(city);
      await person.hears(new RegExp(`ma_phan_anh: ${report}`));
      expect((await person.heardInTheEnd()).filter((text) => /ma_phan_anh/.test(text))).toHaveLength(1);
      expect(await openIncidents(city)).toEqual([]);
    },
  );
});

describe('§11.2 windows', () => {
  test('§11.2 user never interacted (-232) → one call, all held, told when they write', async () => {
    const person = await newcomer(city);
    const ids = [await tell(city, person, 'Tin thứ nhất')];
    await untilState(ids[0] ?? 0, 'held');
    ids.push(await tell(city, person, 'Tin thứ hai'));
    await untilState(ids[1] ?? 0, 'held');
    expect(await answersFor(city, person)).toEqual([-232]);

    await person.sends('Tra cứu');
    await person.hears(/thứ hai/);
    const heard = await person.heardInTheEnd();
    expect(heard.filter((text) => /^Tin thứ/.test(text))).toEqual(['Tin thứ nhất', 'Tin thứ hai']);
  });

  test('§11.2 last interaction more than 7 days ago (-230) → held after one call, told when they write', async () => {
    const person = await acquaintance();
    const before = await answersFor(city, person);
    await zaloGoesOn(8 * DAY);
    const id = await tell(city, person, 'Tin quá bảy ngày');
    await untilState(id, 'held');
    expect((await answersFor(city, person)).slice(before.length).filter((code) => code !== -216)).toEqual([-230]);

    await person.sends('Tra cứu');
    await person.hears(/quá bảy ngày/);
    expect((await person.heardInTheEnd()).filter((text) => /bảy ngày/.test(text))).toHaveLength(1);
  });

  test('§11.2 user inactive for more than 45 days (-227) → one call, then left alone, told when they write', async () => {
    const person = await acquaintance();
    const before = await answersFor(city, person);
    await city.zalo.act(person.id, { act: 'ban' });
    const ids = [await tell(city, person, 'Tin thứ nhất'), await tell(city, person, 'Tin thứ hai')];
    for (const id of ids) await untilState(id, 'held');
    expect((await answersFor(city, person)).slice(before.length)).toEqual([-227]);

    await city.zalo.act(person.id, { act: 'unban' });
    await person.sends('Tra cứu');
    await person.hears(/thứ hai/);
    expect((await person.heardInTheEnd()).filter((text) => /^Tin thứ/.test(text))).toHaveLength(2);
  });

  test('§11.2 between 48 h and 7 d → the result is sent for money, and its price is written down', async () => {
    const { person, code } = await reporter();
    await silentFor(person, 3 * DAY);
    await office.answers(code);
    await person.hears(/^UBND phường Láng đã trả lời/);
    await waitFor(async () => (await costsOf(code))[0]?.state === 'spent', { what: 'the price' });
    expect(await costsOf(code)).toEqual([{ channel: 'cs_paid', dong: 55, state: 'spent' }]);
    expect((await city.zalo.state()).settings.subQuota).toBe(499);
  });

  test('§11.2 both paid quotas empty (-211) → the result waits, what is free goes on, and it leaves once there is quota', async () => {
    const { person, code } = await reporter();
    await approveTemplate();
    await city.zalo.settings({ subQuota: 0, purchaseQuota: 0 });
    await silentFor(person, 3 * DAY);
    await office.answers(code);
    await waitFor(async () => (await restingWays()).length === 2, { what: 'both paid ways to rest' });
    await untilResting(person);
    expect(await restingWays()).toEqual(['cs_paid -211', 'uid -211']);
    const other = await acquaintance();
    await tell(city, other, 'Tin miễn phí');
    await other.hears(/miễn phí/);
    expect(await costsOf(code)).toEqual([]);

    await city.zalo.settings(normal);
    await letPausesEnd(city);
    await person.hears(/^UBND phường Láng đã trả lời/);
    expect((await person.heardInTheEnd()).filter((text) => /đã trả lời/.test(text))).toHaveLength(1);
  });
});

const approveTemplate = () => city.zalo.templates([{ id: TEMPLATE, parameters: ['ma_phan_anh'] }]);

/** How often a refresh token was exchanged. */
async function exchanges(): Promise<number> {
  const wire = await city.zalo.wire();
  return wire.filter(({ title, status }) => title === 'POST /v4/oa/access_token' && status === 200).length;
}

/** Resolves when what they are to be told next has been planned and waits for its way. */
async function untilResting(person: Person): Promise<void> {
  const resting = () => city.database.sql`
    select 1 from outbox_messages join citizens on citizens.id = citizen_id
    where oa_user_id = ${person.id} and outbox_messages.state = 'queued' and error_code = 'way_rests'`;
  await waitFor(async () => (await resting()).length > 0, { what: 'their message to wait for its way' });
}

async function restingWays(): Promise<string[]> {
  const rows = await city.database.sql<{ name: string }[]>`
    select scope || ' ' || error_code as name from channel_pauses where until > now() order by scope`;
  return rows.map(({ name }) => name);
}

/** What the result cost, without what was put aside and given back. */
async function costsOf(code: string) {
  const rows = await city.database.sql<{ channel: string; dong: number; state: string }[]>`
    select message_costs.channel, dong, message_costs.state from message_costs
    join outbox_messages on outbox_messages.id = message_id join reports on reports.id = report_id
    where code = ${code} and kind = 'answered' and message_costs.state <> 'released'`;
  return [...rows];
}
