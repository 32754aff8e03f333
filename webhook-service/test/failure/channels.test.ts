import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { waitFor } from '../../../scripts/testing/wait-for.ts';
import type { SimSettings, ZnsRefusal } from '../../../scripts/zalo-simulator/control-api.ts';
import type { DeepPartial } from '../../../scripts/zalo-simulator/settings.ts';
import { seal } from '../../src/crypto/sealed-box.ts';
import { type City, startCity } from '../city.ts';
import { type Office, officeOf } from '../conversation/office.ts';
import { newcomer, type Person } from '../conversation/talk.ts';
import { letPausesEnd, openIncidents, refreshElsewhere } from './troubles.ts';

const NOTICE = '00126fd75392bacce383';
const BY_PHONE = '418274';
const DAY = 24 * 3_600_000;
const SEND_ZNS = 'POST /message/template';

let city: City;
let office: Office;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'templates-'));
  await writeFile(join(folder, 'templates.json'), JSON.stringify([notice, byPhone]));
  city = await startCity({
    env: {
      WARD_BOUNDARIES: '',
      ZALO_TEMPLATES: join(folder, 'templates.json'),
      PAID_DONG_PER_DAY: '10000',
      GAP_CHECK_MS: '3600000',
    },
  });
  office = officeOf(city);
  await approveTemplate();
});
afterEach(async () => {
  await city.zalo.settings(normal);
  await approveTemplate();
  await city.database.sql`delete from channel_pauses`;
  await city.database.sql`update incidents set resolved_at = now() where resolved_at is null`;
});
afterAll(async () => {
  await city?.stop();
  await rm(folder, { recursive: true, force: true });
});

const normal: DeepPartial<SimSettings> = {
  miniapp: { ipAllowed: true, scopeGranted: true, dailyQuota: 1000, templateIds: [NOTICE] },
  zns: { zca: 'funded', dailyQuota: 500 },
};
const approveTemplate = () => city.zalo.templates([{ id: BY_PHONE, approved: true, parameters: ['ma_phan_anh'] }]);

const notice = {
  ...{ kind: 'answered', channel: 'miniapp', templateId: NOTICE, dong: 0 },
  parameters: {
    title: { text: 'Phản ánh của bạn đã có kết quả', type: 'title' },
    contentTitle: { from: 'code', type: 'title' },
    contentDescription: { text: 'Mở để xem kết quả', type: 'paragraph' },
    buttonText: { text: 'Xem kết quả', type: 'button' },
    buttonUrl: { from: 'link', type: 'url' },
  },
};
const byPhone = {
  ...{ kind: 'answered', channel: 'zns', templateId: BY_PHONE, dong: 300 },
  parameters: { ma_phan_anh: { from: 'code', type: 'code' } },
};

/**
 * Somebody silent for ten days, who may be told by phone and, unless `byPhoneOnly`, through the Mini App. Their report is
 * about a danger: news of it keeps no hours, so that the test may run at night.
 */
async function silent({ byPhoneOnly = false } = {}): Promise<{ person: Person; code: string }> {
  const person = await newcomer(city);
  await person.sends('ổ gà to giữa đường, phường Láng');
  await person.hears(/đã chuyển UBND phường Láng xử lý/);
  await person.heardInTheEnd();
  const code = await person.code();
  const { sql } = city.database;
  const [row] = await sql<{ id: string }[]>`select id from citizens where oa_user_id = ${person.id}`;
  const id = row?.id ?? '';
  const phone = seal(city.config.dataKey, 'citizen-phone', id, phoneOf(person));
  await sql`update reports set priority_class = 'emergency' where code = ${code}`;
  await sql`
    update citizens set phone_enc = ${phone}, notify_allowed = ${!byPhoneOnly}, miniapp_opened_at = now(),
      last_interaction_at = now() - ${`${10 * DAY} ms`}::interval where id = ${id}`;
  await sql`
    insert into consents (citizen_id, purpose, given, version, wording, language, source, at)
    values (${id}, 'contact', true, 'test', 'Đồng ý nhận tin', 'vi', 'miniapp', now())`;
  await city.zalo.notifyAllowed(person.id);
  return { person, code };
}

function phoneOf({ id }: Person): string {
  return city.simulator.state().citizens.find((citizen) => citizen.id === id)?.phone ?? '';
}

/** What is on the person's phone about the result, by the way it came. */
async function toldBy(person: Person, code: string): Promise<string[]> {
  const messages = await city.zalo.messages(person.id);
  const isResult = (text: string) => /đã trả lời|ma_phan_anh|Mở để xem kết quả/.test(text) && text.includes(code);
  return messages
    .filter(({ from, text, title }) => from === 'app' && isResult(`${title ?? ''} ${text ?? ''}`))
    .map(({ channel }) => channel ?? 'oa');
}

async function expectToldBy(person: Person, code: string, channel: string): Promise<void> {
  await waitFor(async () => (await toldBy(person, code)).length > 0, { what: 'the result to be told' });
  await person.heardInTheEnd();
  expect(await toldBy(person, code)).toEqual([channel]);
}

async function resultOf(code: string) {
  const [row] = await city.database.sql<{ state: string; code: string | null }[]>`
    select outbox_messages.state, error_code as code from outbox_messages join reports on reports.id = report_id
    where reports.code = ${code} and kind = 'answered'`;
  return row;
}

describe('§11.5 Mini App Open API', () => {
  test('§11.5 all is well → the result comes through the Mini App alone', async () => {
    const { person, code } = await silent();
    await office.answers(code);
    await expectToldBy(person, code, 'miniapp');
  });

  test('§11.5 user did not allow notifications (-111) → by phone, and the Mini App is not tried again', async () => {
    const { person, code } = await silent();
    await city.zalo.notifyAllowed(person.id, false);
    await office.answers(code);
    await expectToldBy(person, code, 'zns');
    const [citizen] = await city.database.sql`select notify_allowed from citizens where oa_user_id = ${person.id}`;
    expect(citizen).toEqual({ notify_allowed: false });
    expect(await openIncidents(city)).toEqual([]);
  });

  test.each<[string, DeepPartial<SimSettings['miniapp']>, string[]]>([
    ['IP not allowed (-113)', { ipAllowed: false }, ['zalo_needs_human: miniapp -113']],
    ['scope missing (-112)', { scopeGranted: false }, ['zalo_needs_human: miniapp -112']],
    ['unknown template (-101)', { templateIds: ['other'] }, [`zalo_our_bug: miniapp:${NOTICE} -101`]],
    ['quota (-109)', { dailyQuota: 0 }, []],
  ])(
    '§11.5 %s → the result does not wait for it but comes by phone; a person is told where one is needed',
    async (_what, miniapp, incidents) => {
      const { person, code } = await silent();
      await city.zalo.settings({ miniapp });
      await office.answers(code);
      await expectToldBy(person, code, 'zns');
      expect(await openIncidents(city)).toEqual(incidents);
    },
  );
});

describe('§11.3 ZNS', () => {
  test('§11.3 bad or expired token (-124) → the new one is taken up, sent once', async () => {
    const { person, code } = await silent({ byPhoneOnly: true });
    await refreshElsewhere(city);
    await office.answers(code);
    await expectToldBy(person, code, 'zns');
    // No refusal at all when the sweep has seen the new one first.
    const answers = (await city.zalo.wire()).filter(({ title }) => title === SEND_ZNS).map((entry) => entry.errorCode);
    expect(answers.filter((code) => code === -124).length).toBeLessThanOrEqual(1);
  });

  test.each<[ZnsRefusal, string]>([
    ['account', '-119'],
    ['type', '-139'],
    ['oa', '-141'],
  ])(
    '§11.3 refuses or opted out (%s, %s) → one call, held, told in the chat when they write',
    async (what, errorCode) => {
      const { person, code } = await silent({ byPhoneOnly: true });
      await city.zalo.act(person.id, { act: 'znsRefuse', what });
      await office.answers(code);
      await waitFor(async () => (await resultOf(code))?.state === 'held', { what: 'the result to be held' });
      expect(await resultOf(code)).toEqual({ state: 'held', code: errorCode });
      await person.sends('Tra cứu');
      await expectToldBy(person, code, 'oa');
    },
  );

  test.each<[string, () => Promise<unknown>, string[]]>([
    ['daily quota used up (-144)', () => city.zalo.settings({ zns: { dailyQuota: 0 } }), []],
    ['no money (-137)', () => city.zalo.settings({ zns: { zca: 'empty' } }), ['zalo_needs_human: zns -137']],
    ['no ZCA (-136)', () => city.zalo.settings({ zns: { zca: 'none' } }), ['zalo_needs_human: zns -136']],
    [
      'template not approved (-131)',
      () => city.zalo.templates([{ id: BY_PHONE, approved: false, parameters: ['ma_phan_anh'] }]),
      [`zalo_needs_human: zns:${BY_PHONE} -131`],
    ],
    [
      'parameter missing (-1122)',
      () => city.zalo.templates([{ id: BY_PHONE, approved: true, parameters: ['ma_phan_anh', 'don_vi'] }]),
      [`zalo_our_bug: zns:${BY_PHONE} -1122`],
    ],
  ])(
    '§11.3 %s → the result waits, with an incident where a person is needed, and leaves once it is put right',
    async (_what, spoil, incidents) => {
      const { person, code } = await silent({ byPhoneOnly: true });
      await spoil();
      await office.answers(code);
      await waitFor(async () => (await resultOf(code))?.code === 'way_rests', { what: 'the result to wait' });
      expect(await openIncidents(city)).toEqual(incidents);

      await city.zalo.settings(normal);
      await approveTemplate();
      await letPausesEnd(city);
      await expectToldBy(person, code, 'zns');
      await waitFor(async () => (await openIncidents(city)).length === 0, { what: 'the incident to be settled' });
    },
  );
});
