import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitFor } from '../../../scripts/testing/wait-for.ts';
import { overdueFrom } from '../../src/deadlines/policy.ts';
import { CUA_NAM, HO_GUOM, reorganisation } from '../../src/routing/boundaries/testing/square-wards.ts';
import type { Person } from '../conversation/talk.ts';
import {
  clocksOf,
  expectSound,
  hearsTimes,
  historyOf,
  LANG,
  type Life,
  reportOf,
  type Staff,
  startLife,
  untilState,
} from './cast.ts';

interface Reported {
  person: Person;
  code: string;
}

let life: Life;
let operations: Staff;
let handler: Staff;
beforeAll(async () => {
  life = await startLife();
  [operations, handler] = await Promise.all([life.staff(['operations']), life.staff(['handler'], [LANG])]);
});
afterAll(() => life?.stop());

async function dispatched(ward: string): Promise<Reported> {
  const reported = await life.reported(`ổ gà to trước cổng trường, phường ${ward}, xe máy ngã liên tục`);
  await untilState(life, reported.code, 'dispatched');
  return reported;
}

/** A working day of the time that counts, in Hà Nội. */
async function countedDay(code: string): Promise<string> {
  const { answer } = await clocksOf(life, code);
  const middle = answer?.counted[Math.floor(answer.counted.length / 2)]?.from ?? new Date();
  return middle.toLocaleDateString('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });
}

async function breachAt(code: string): Promise<Date | undefined> {
  const { id } = await reportOf(life, code);
  const [timer] = await life.city.database.sql<{ runAt: Date }[]>`
    select run_at as "runAt" from timers where report_id = ${id} and kind = 'answer_breach' and finished_at is null`;
  return timer?.runAt;
}

describe('the calendar', () => {
  let open: Reported;
  let answered: Reported;
  let elsewhere: Reported;
  let day: string;

  test('a new holiday within the counted time moves the open due times, on record and told once; what is answered stays', async () => {
    [open, answered, elsewhere] = await Promise.all([dispatched('Láng'), dispatched('Láng'), dispatched('Ngọc Hà')]);
    await handler.does(answered.code, 'accept');
    await handler.answers(answered.code);
    const before = await reportOf(life, open.code);
    const settled = await clocksOf(life, answered.code);
    day = await countedDay(open.code);

    const reason = 'Công văn hỏa tốc: nghỉ tránh bão toàn thành phố.';
    const set = [{ date: day, name: 'Nghỉ tránh bão', kind: 'compensatory_off' }];
    const changed = await operations.asks('POST', '/api/staff/calendar/changes', { set, reason });
    expect(changed.status, JSON.stringify(changed.body)).toBe(201);
    await open.person.hears(/^Hạn của HN-\S+ nay là .*, vì công văn hỏa tốc: nghỉ tránh bão/i);

    const after = await reportOf(life, open.code);
    expect(after.answerDueAt?.getTime()).toBeGreaterThan(before.answerDueAt?.getTime() ?? 0);
    expect(after.finishDueAt?.getTime()).toBeGreaterThan(before.finishDueAt?.getTime() ?? 0);
    expect(after.dueAt).toEqual(after.answerDueAt);
    expect(await breachAt(open.code)).toEqual(overdueFrom(after.answerDueAt ?? new Date(0)));
    const noted = (await historyOf(life, open.code)).filter(({ event }) => event === 'due_changed');
    expect(noted.map(({ data, isPublic }) => [data.clock, isPublic]).sort()).toEqual([
      ['answer', true],
      ['finish', false],
    ]);
    expect(noted[0]).toMatchObject({ reason, actorKind: 'staff', actorRole: 'operations' });
    await open.person.heardInTheEnd();
    await hearsTimes(life, open.person, /^Hạn của HN-/, 1);

    expect((await clocksOf(life, answered.code)).all).toEqual(settled.all);
    await answered.person.heardInTheEnd();
    await hearsTimes(life, answered.person, /^Hạn của HN-/, 0);
  });

  test('taken back and set again, the citizen hears it each time', async () => {
    const moved = await reportOf(life, open.code);
    const back = { remove: [day], reason: 'Bão đổi hướng, bỏ lịch nghỉ.' };
    expect((await operations.asks('POST', '/api/staff/calendar/changes', back)).status).toBe(201);
    await hearsTimes(life, open.person, /^Hạn của HN-/, 2);
    expect((await reportOf(life, open.code)).answerDueAt?.getTime()).toBeLessThan(moved.answerDueAt?.getTime() ?? 0);
    const again = {
      set: [{ date: day, name: 'Nghỉ tránh bão', kind: 'compensatory_off' }],
      reason: 'Bão quay lại, nghỉ như lịch cũ.',
    };
    expect((await operations.asks('POST', '/api/staff/calendar/changes', again)).status).toBe(201);
    await hearsTimes(life, open.person, /^Hạn của HN-/, 3);
    expect((await reportOf(life, open.code)).answerDueAt).toEqual(moved.answerDueAt);
  });

  test('the hours of one agency move what that agency must answer, and nobody else’s', async () => {
    await hearsTimes(life, elsewhere.person, /^Hạn của HN-/, 3);
    const [before, otherBefore] = [await reportOf(life, open.code), await reportOf(life, elsewhere.code)];
    const morning: [string, string][] = [['08:00', '12:00']];
    const week = [[], morning, morning, morning, morning, morning, []];
    const reason = 'Phường tạm làm việc buổi sáng do sửa trụ sở.';
    const changed = await operations.asks('PUT', `/api/staff/calendar/hours/${LANG}`, { week, reason });
    expect(changed.status, JSON.stringify(changed.body)).toBe(200);
    await hearsTimes(life, open.person, /^Hạn của HN-/, 4);
    const after = await reportOf(life, open.code);
    expect(after.answerDueAt?.getTime()).toBeGreaterThan(before.answerDueAt?.getTime() ?? 0);
    expect(after.finishDueAt, 'counted in the hours of the city').toEqual(before.finishDueAt);
    expect(await breachAt(open.code)).toEqual(overdueFrom(after.answerDueAt ?? new Date(0)));
    expect((await reportOf(life, elsewhere.code)).answerDueAt).toEqual(otherBefore.answerDueAt);
    await elsewhere.person.heardInTheEnd();
    await hearsTimes(life, elsewhere.person, /^Hạn của HN-/, 3);
  });
});

describe('a new ward map', () => {
  test('gives open reports to the successor, clocks running on; told, on record, and no hand-over of anybody', async () => {
    const [moved, stays] = [await dispatched('Cửa Nam'), await dispatched('Láng')];
    const before = await reportOf(life, moved.code);
    expect(before).toMatchObject({ wardCode: CUA_NAM, agencyCode: `ubnd-${CUA_NAM}` });
    const merger = reorganisation().filter(({ code }) => code === HO_GUOM);
    const yesterday = new Date(Date.now() - 24 * 3_600_000).toLocaleDateString('en-CA', {
      timeZone: 'Asia/Ho_Chi_Minh',
    });
    const map = { validFrom: yesterday, label: 'Nghị quyết thử', units: merger };
    const loaded = await operations.asks('POST', '/api/staff/ward-maps', map);
    expect(loaded.status, JSON.stringify(loaded.body)).toBe(201);
    // Every process has read it two minutes after it was loaded.
    await life.city.database.sql`update ward_map_versions set loaded_at = now() - interval '1 hour'`;
    await waitFor(
      async () => {
        const maps = await operations.asks('GET', '/api/staff/ward-maps');
        return maps.body.items.at(-1)?.inForce || maps.body.items[0]?.inForce;
      },
      { what: 'the new map' },
    );

    const reason = { reason: 'Sắp xếp đơn vị hành chính.' };
    const preview = await operations.asks('POST', `/api/staff/ward-maps/${loaded.body.id}/rehoming`, reason);
    expect(preview.status, JSON.stringify(preview.body)).toBe(201);
    expect(preview.body.items).toMatchObject([
      { code: moved.code, fromWard: CUA_NAM, toWard: HO_GUOM, toAgency: `ubnd-${HO_GUOM}`, how: 'only-successor' },
    ]);
    expect(await reportOf(life, moved.code)).toEqual(before);
    const applied = await operations.asks('POST', `/api/staff/rehoming/${preview.body.id}/apply`);
    expect(applied, JSON.stringify(applied.body)).toMatchObject({ status: 200, body: { moved: 1 } });
    const again = await operations.asks('POST', `/api/staff/rehoming/${preview.body.id}/apply`);
    expect(again).toMatchObject({ status: 200, body: { moved: 0, alreadyMoved: 1 } });

    await moved.person.hears(/thuộc trách nhiệm của UBND phường Hồ Gươm.*Hạn trả lời không đổi/);
    const after = await reportOf(life, moved.code);
    expect(after).toMatchObject({
      ...{ state: 'dispatched', wardCode: HO_GUOM, agencyCode: `ubnd-${HO_GUOM}`, handOvers: 0 },
      answerDueAt: before.answerDueAt,
    });
    expect((await historyOf(life, moved.code)).at(-1)).toMatchObject({
      event: 'rehomed',
      isPublic: true,
      data: { from: `ubnd-${CUA_NAM}`, agencyCode: `ubnd-${HO_GUOM}`, fromWard: CUA_NAM, wardCode: HO_GUOM },
    });
    const successor = await life.staff(['handler'], [`ubnd-${HO_GUOM}`]);
    await successor.does(moved.code, 'accept');
    await successor.answers(moved.code);
    await moved.person.hears(/UBND phường Hồ Gươm đã trả lời/);
    expect(await reportOf(life, stays.code)).toMatchObject({ agencyCode: LANG });
  });
});

test('after all of it balance, chains and clocks hold', () => expectSound(life));
