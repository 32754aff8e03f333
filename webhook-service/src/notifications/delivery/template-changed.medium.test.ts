import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../../db/client.ts';
import { createTestDatabase, type TestDatabase } from '../../../../scripts/testing/database.ts';
import { openIncidents } from '../../incidents/incidents.ts';
import { noteTemplateChanged } from './template-changed.ts';

let database: TestDatabase;
let clients: DatabaseClients;
beforeAll(async () => {
  database = await createTestDatabase();
  clients = connectDatabase(database.url, { max: 2 });
});
beforeEach(async () => {
  await clients.sql`truncate channel_pauses, incidents`;
});
afterAll(async () => {
  await clients?.close();
  await database?.drop();
});

const now = new Date(Date.UTC(2026, 10, 2, 3));
const say = (templateId: string, word: string, works: boolean) =>
  clients.db.transaction((tx) => noteTemplateChanged(tx, { type: 'template_changed', templateId, word, works }, now));
const resting = async () =>
  (await clients.sql<{ scope: string }[]>`select scope from channel_pauses where until > ${now} order by scope`).map(
    ({ scope }) => scope,
  );

test('a template of low quality rests on every way it is used for, and operations know', async () => {
  expect(await say('418273', 'LOW', false)).toBe('template-off');
  await say('418273', 'DISABLE', false);
  expect(await resting()).toEqual(['uid:418273', 'zns:418273']);
  expect((await openIncidents(clients.db)).items).toMatchObject([
    { kind: 'zalo_template_off', key: '418273', times: 2, data: { word: 'DISABLE' } },
  ]);
});

test('when Zalo enables it again it may be used at once, and no other template is touched', async () => {
  await say('418273', 'LOW', false);
  await say('418274', 'REJECT', false);
  expect(await say('418273', 'ENABLE', true)).toBe('template-on');
  expect(await resting()).toEqual(['uid:418274', 'zns:418274']);
  expect((await openIncidents(clients.db)).items.map(({ key }) => key)).toEqual(['418274']);
});
