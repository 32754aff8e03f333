import { afterAll, beforeAll, expect, test } from 'vitest';
import { citizens, privacyRequests } from '../../../db/schema/index.ts';
import { type Desk, type Headers, startDesk } from './testing/running-desk.ts';

let desk: Desk;
let office: Headers;
let handler: Headers;
let id: number;
beforeAll(async () => {
  desk = await startDesk();
  office = await desk.member(['cityOffice'], { agencies: null });
  handler = await desk.member(['handler']);
  const [citizen] = await desk.db.insert(citizens).values({ oaUserId: '77' }).returning();
  const now = new Date();
  const [request] = await desk.db
    .insert(privacyRequests)
    .values({
      ...{ key: 'k', citizenId: citizen?.id ?? 0, kind: 'correct', source: 'miniapp', state: 'received' },
      ...{ note: 'Xin sửa địa chỉ', receivedAt: now, outcome: { trace: { hash: 'never shown' } } },
      ...{ answerDueAt: new Date('2020-01-02T03:00:00Z'), doneDueAt: new Date('2040-01-02T03:00:00Z') },
    })
    .returning();
  id = request?.id ?? 0;
});
afterAll(() => desk?.stop());

const url = '/api/staff/privacy-requests';

test('the list says how each stands, and is for the city office and operations only', async () => {
  const { body } = await desk.get(`${url}?open=true`, office);
  expect(body.items).toMatchObject([{ id, kind: 'correct', standing: 'overdue', note: 'Xin sửa địa chỉ' }]);
  expect(JSON.stringify(body)).not.toContain('never shown');
  expect((await desk.get(url, handler)).status).toBe(403);
});

test('a request is answered, extended once, and completed', async () => {
  const move = (name: string, body: object, who = office) => desk.post(`${url}/${id}/${name}`, body, who);
  expect((await move('answer', { words: 'Sẽ sửa.' }, handler)).status).toBe(403);
  expect((await move('answer', { words: 'Sẽ sửa.' })).body).toMatchObject({ state: 'answered', standing: 'in_time' });
  expect((await move('extend', { days: 16, reason: 'lâu' })).status).toBe(400);
  expect((await move('extend', { days: 5, reason: 'chờ đơn vị' })).body).toMatchObject({
    extensionReason: 'chờ đơn vị',
  });
  expect((await move('extend', { days: 5, reason: 'chờ đơn vị' })).body).toMatchObject({ code: 'extended_already' });
  expect((await move('complete', { words: 'Đã sửa.' })).body).toMatchObject({ state: 'done' });
  expect((await desk.get(`${url}?open=true`, office)).body.items).toEqual([]);
  expect((await desk.post(`${url}/999999/answer`, { words: 'Sẽ sửa.' }, office)).status).toBe(404);
});
