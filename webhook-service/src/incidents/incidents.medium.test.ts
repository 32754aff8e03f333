import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../db/client.ts';
import { createTestDatabase, type TestDatabase } from '../../../scripts/testing/database.ts';
import {
  incidentCounts,
  incidentLabel,
  openIncidents,
  raiseIncident,
  resolveIncident,
  settleIncident,
} from './incidents.ts';

let database: TestDatabase;
let clients: DatabaseClients;
beforeAll(async () => {
  database = await createTestDatabase();
  clients = connectDatabase(database.url, { max: 4 });
});
beforeEach(async () => {
  await clients.sql`truncate incidents`;
});
afterAll(async () => {
  await clients?.close();
  await database?.drop();
});

const at = (minute: number) => new Date(Date.UTC(2026, 9, 2, 2, minute));
const raise = (key: string, minute: number, data: Record<string, unknown> = {}, kind = 'balance') =>
  raiseIncident(clients.db, { kind, key, data, now: at(minute) });

describe('an incident', () => {
  test('is opened once and counts how often it was seen, with the newest data', async () => {
    const first = await raise('2026-10-01', 0, { received: 1 });
    const second = await raise('2026-10-01', 5, { received: 2 });
    expect(second).toEqual({ id: first.id, times: 2 });
    expect((await openIncidents(clients.db)).items).toEqual([
      {
        id: first.id,
        kind: 'balance',
        key: '2026-10-01',
        data: { received: 2 },
        times: 2,
        firstAt: at(0),
        lastAt: at(5),
        resolvedAt: null,
        resolvedBy: null,
      },
    ]);
  });

  test('is opened once also when several find it at once', async () => {
    await Promise.all([0, 1, 2, 3].map((minute) => raise('2026-10-01', minute)));
    const { items, total } = await openIncidents(clients.db);
    expect([total, items[0]?.times]).toEqual([1, 4]);
  });

  test('comes back as a new one after it was resolved', async () => {
    const first = await raise('2026-10-01', 0);
    const resolved = await resolveIncident(clients.db, { id: first.id, by: '7', now: at(1) });
    expect(resolved).toMatchObject({ id: first.id, resolvedAt: at(1), resolvedBy: '7' });
    const second = await raise('2026-10-01', 2);
    expect(second.id).not.toBe(first.id);
    expect(second.times).toBe(1);
    expect((await openIncidents(clients.db)).items.map(({ id }) => id)).toEqual([second.id]);
  });

  test('stays as it was first resolved', async () => {
    const { id } = await raise('2026-10-01', 0);
    await resolveIncident(clients.db, { id, by: '7', now: at(1) });
    expect(await resolveIncident(clients.db, { id, by: '8', now: at(2) })).toMatchObject({
      resolvedBy: '7',
      resolvedAt: at(1),
    });
  });

  test('that does not exist cannot be resolved', async () => {
    await expect(resolveIncident(clients.db, { id: 404, by: '7', now: at(1) })).rejects.toMatchObject({
      code: 'incident_not_found',
      status: 404,
      detail: 'Không tìm thấy sự cố này.',
    });
  });

  test('is settled by the system when what was wrong is right again, and only that one', async () => {
    await raise('2026-10-01', 0);
    await raise('2026-10-02', 0);
    const key = { kind: 'balance', key: '2026-10-01', now: at(9) };
    expect(await settleIncident(clients.db, key)).toBe(true);
    expect(await settleIncident(clients.db, key)).toBe(false);
    expect((await openIncidents(clients.db)).items.map((incident) => incident.key)).toEqual(['2026-10-02']);
    const [settled] = await clients.sql`select resolved_by, resolved_at from incidents where key = '2026-10-01'`;
    expect(settled).toEqual({ resolved_by: 'system', resolved_at: at(9) });
  });

  test('is listed with the latest seen first, and counted by kind', async () => {
    await raise('2026-10-01', 0);
    await raise('tree-rule', 3, {}, 'rule_failed');
    await raise('2026-10-02', 2);
    expect((await openIncidents(clients.db)).items.map(({ key }) => key)).toEqual([
      'tree-rule',
      '2026-10-02',
      '2026-10-01',
    ]);
    expect(await incidentCounts(clients.sql)).toEqual([
      { kind: 'balance', count: 2 },
      { kind: 'rule_failed', count: 1 },
    ]);
  });

  test('has a Vietnamese name; one nobody has named keeps its code', () => {
    expect(incidentLabel('balance')).toBe('Số liệu tiếp nhận trong ngày không khớp');
    expect(incidentLabel('rule_failed')).toBe('Quy tắc phân luồng bị lỗi');
    expect(incidentLabel('history_broken')).toBe('Lịch sử xử lý bị đứt mạch');
    expect(incidentLabel('something_new')).toBe('something_new');
  });
});
