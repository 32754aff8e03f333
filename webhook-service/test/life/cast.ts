import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { expect } from 'vitest';
import {
  answers,
  escalations,
  questions,
  reportClocks,
  reportHistory,
  reports,
  timers,
} from '../../../db/schema/index.ts';
import { waitFor } from '../../../scripts/testing/wait-for.ts';
import { type ClockKind, decodeClock } from '../../src/deadlines/clock.ts';
import type { TimerKind } from '../../src/deadlines/timers.ts';
import { verifyHistory } from '../../src/reports/history/verify.ts';
import type { StaffRole } from '../../src/reports/lifecycle/roles.ts';
import { loadClocks } from '../../src/reports/perform/clock-store.ts';
import { clockOf } from '../../src/reports/perform/clocks-after.ts';
import type { Report } from '../../src/reports/report.ts';
import { compareBalances } from '../../src/stats/compare-balances.ts';
import { type City, type CityOptions, startCity } from '../city.ts';
import { newcomer, type Person } from '../conversation/talk.ts';

export const LANG = 'ubnd-00199';
export const CITY_OFFICE = 'vp-ubnd';
export const DAY_MS = 24 * 3_600_000;
export const WEEK_MS = 7 * DAY_MS;

// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
export type Reply = { status: number; body: any; etag: string | null };

export interface Staff {
  token: string;
  asks(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  /** Gives a command by its path (`hand-over`, `answer`) and tells what came of it. */
  tries(code: string, command: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  /** The same, and it must succeed. */
  does(code: string, command: string, body?: unknown): Promise<Reply>;
  /** Uploads proof. @returns its number. */
  proof(code: string, picture?: Buffer): Promise<number>;
  /** Answers with words that pass the gate and a fresh photo. */
  answers(code: string): Promise<Reply>;
}

export interface Life {
  city: City;
  /** Holds the token of the environment: intake and operations. */
  office: Staff;
  staff(roles: StaffRole[], agencies?: string[]): Promise<Staff>;
  person(name?: string): Promise<Person>;
  /** Somebody new sends a report of one sentence. @returns them and the report's code, once it is acknowledged. */
  reported(text: string): Promise<{ person: Person; code: string }>;
  stop(): Promise<void>;
}

/** The whole running system without outlines of wards, so that it behaves the same on every machine. */
export async function startLife(options: CityOptions = {}): Promise<Life> {
  return lifeIn(await startCity({ ...options, env: { WARD_BOUNDARIES: '', ...options.env } }));
}

/** Officials and citizens of a city that runs already. */
export function lifeIn(city: City): Life {
  const office = staffWith(city, city.env.STAFF_API_TOKEN ?? '');
  const person = (name?: string) => newcomer(city, name);
  return {
    city,
    office,
    person,
    staff: async (roles, agencies) => {
      const body = { name: 'Nguyễn Văn Thử', roles, ...(agencies && { agencyCodes: agencies }) };
      const added = await office.asks('POST', '/api/staff/people', body);
      expect(added.status, JSON.stringify(added.body)).toBe(201);
      return staffWith(city, added.body.token);
    },
    reported: async (text) => {
      const somebody = await person();
      await somebody.sends(text);
      await somebody.hears(/^Đã nhận phản ánh HN-/);
      return { person: somebody, code: await somebody.code() };
    },
    stop: city.stop,
  };
}

function staffWith(city: City, token: string): Staff {
  const asks: Staff['asks'] = async (method, path, body, headers = {}) => {
    const answer = await fetch(`${city.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'idempotency-key': randomBytes(8).toString('hex'),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? null : JSON.parse(text), etag: answer.headers.get('etag') };
  };
  const tries: Staff['tries'] = (code, command, body, headers) =>
    asks('POST', `/api/staff/reports/${code}/${command}`, body, headers);
  const does: Staff['does'] = async (code, command, body) => {
    const answer = await tries(code, command, body);
    expect([200, 204], `${command} ${code}: ${JSON.stringify(answer.body)}`).toContain(answer.status);
    return answer;
  };
  const proof: Staff['proof'] = async (code, bytes) => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes ?? (await picture()))], { type: 'image/jpeg' }), 'anh.jpg');
    const answer = await fetch(`${city.url}/api/staff/reports/${code}/evidence`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    });
    const body = (await answer.json()) as { items?: { id: number }[] };
    expect(answer.status, JSON.stringify(body)).toBe(201);
    return body.items?.[0]?.id ?? 0;
  };
  return {
    ...{ token, asks, tries, does, proof },
    answers: async (code) => does(code, 'answer', { text: answerText(), evidenceIds: [await proof(code)] }),
  };
}

/** An invented picture that resembles no other: a coarse pattern of its own. */
export function picture(): Promise<Buffer> {
  const pattern = sharp(randomBytes(9 * 9), { raw: { width: 9, height: 9, channels: 1 } });
  return pattern.resize(360, 360, { kernel: 'cubic' }).jpeg({ quality: 85 }).toBuffer();
}

/** Today in Hà Nội as people write it. */
export function today(): string {
  return new Date().toLocaleDateString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' });
}

const deeds = [
  'tổ quản lý đô thị đã vá ổ gà bằng bê tông nhựa nóng và lu phẳng mặt đường',
  'đội duy tu đã cào bóc lớp nhựa cũ, trải lại mười hai mét vuông rồi kẻ vạch sơn',
  'cán bộ địa chính đã tới đo đạc, cắm bốn cọc tiêu và rào chắn quanh hố sụt',
  'xí nghiệp thoát nước đã thay nắp cống gang, đổ bê tông cổ ga và thông tắc hai mươi mét cống',
  'công nhân chiếu sáng đã thay sáu bóng đèn cao áp cùng một tủ điều khiển hỏng',
  'tổ trật tự đô thị đã dọn đống phế thải, phạt chủ thầu và lắp biển cấm đổ rác',
];
let given = 0;

/** Words that pass the evidence gate with a photo; another deed and another place each time. */
export function answerText(): string {
  given += 1;
  const deed = deeds[given % deeds.length] ?? '';
  return `Ngày ${today()}, ${deed} tại số ${given * 7} ngách ${given * 3 + 100} theo biên bản số ${given * 11}.`;
}

export async function reportOf({ city }: Life, code: string): Promise<Report> {
  const [report] = await city.database.db.select().from(reports).where(eq(reports.code, code));
  if (!report) throw new Error(`no report ${code}`);
  return report;
}

/** Waits until the report is in the state. */
export function untilState(life: Life, code: string, state: Report['state'], timeoutMs?: number): Promise<Report> {
  return waitFor(
    async () => {
      const report = await reportOf(life, code);
      return report.state === state && report;
    },
    { what: `${code} to be ${state}`, ...(timeoutMs && { timeoutMs }) },
  );
}

/** The latest clock of each kind. */
export async function clocksOf(life: Life, code: string) {
  const report = await reportOf(life, code);
  const all = await loadClocks(life.city.database.db, report.id);
  const [accept, answer, finish] = (['accept', 'answer', 'finish'] as const).map((kind: ClockKind) =>
    clockOf(all, kind),
  );
  return { accept, answer, finish, all };
}

/** Every timer the report ever had: kind → `armed`, `fired` or `cancelled`. */
export async function timersOf(life: Life, code: string): Promise<Partial<Record<TimerKind, string>>> {
  const { id } = await reportOf(life, code);
  const rows = await life.city.database.db.select().from(timers).where(eq(timers.reportId, id));
  return Object.fromEntries(rows.map(({ kind, outcome }) => [kind, outcome ?? 'armed']));
}

export async function armedOf(life: Life, code: string): Promise<string[]> {
  return Object.entries(await timersOf(life, code))
    .filter(([, outcome]) => outcome === 'armed')
    .map(([kind]) => kind)
    .sort();
}

export async function escalationsOf({ city }: Life, code: string) {
  const rows = await city.database.db
    .select({ escalation: escalations })
    .from(escalations)
    .innerJoin(reports, eq(reports.id, escalations.reportId))
    .where(eq(reports.code, code))
    .orderBy(escalations.id);
  return rows.map(({ escalation }) => escalation);
}

export async function questionsOf({ city }: Life, code: string) {
  const rows = await city.database.db
    .select({ question: questions })
    .from(questions)
    .innerJoin(reports, eq(reports.id, questions.reportId))
    .where(eq(reports.code, code))
    .orderBy(questions.id);
  return rows.map(({ question }) => question);
}

export async function answersOf({ city }: Life, code: string) {
  const rows = await city.database.db
    .select({ answer: answers })
    .from(answers)
    .innerJoin(reports, eq(reports.id, answers.reportId))
    .where(eq(reports.code, code))
    .orderBy(answers.round);
  return rows.map(({ answer }) => answer);
}

export async function historyOf({ city }: Life, code: string) {
  const rows = await city.database.db
    .select({ entry: reportHistory })
    .from(reportHistory)
    .innerJoin(reports, eq(reports.id, reportHistory.reportId))
    .where(eq(reports.code, code))
    .orderBy(reportHistory.seq);
  return rows.map(({ entry }) => entry);
}

/** The events of the history in order; those the citizen does not see in brackets. */
export async function eventsOf(life: Life, code: string): Promise<string[]> {
  return (await historyOf(life, code)).map(({ event, isPublic }) => (isPublic ? event : `(${event})`));
}

/** Sum of a measure over all days, agency by agency. */
export async function tallyOf({ city }: Life, measure: string): Promise<Record<string, number>> {
  const rows = await city.database.sql<{ agency: string; count: number }[]>`
    select agency_code as agency, sum(count)::int as count from (
      select agency_code, count from tallies where measure = ${measure}
      union all select agency_code, count from tally_sums where measure = ${measure}) as both_places group by agency_code`;
  return Object.fromEntries(rows.map(({ agency, count }) => [agency, count]));
}

/** Makes armed timers of a report due at once and waits until they have rung. */
export async function ring(life: Life, code: string, ...kinds: TimerKind[]): Promise<void> {
  const { sql } = life.city.database;
  const { id } = await reportOf(life, code);
  const moved = await sql`
    update timers set run_at = now() - interval '1 second', version = version + 1, queued_at = null
    where report_id = ${id} and kind = any(${kinds}) and finished_at is null returning kind`;
  expect(moved.map(({ kind }) => kind).sort(), 'timers that were armed').toEqual([...kinds].sort());
  await sql`select pg_notify('relay', '')`;
  await waitFor(
    async () => {
      const [left] = await sql`
        select 1 from timers where report_id = ${id} and kind = any(${kinds}) and finished_at is null and run_at <= now()`;
      return !left;
    },
    { what: `${kinds.join(', ')} of ${code} to ring` },
  );
}

/** Lets time pass for one report: everything it counts from moves into the past. Whole weeks keep the working days in place. */
export async function passTime(life: Life, code: string, ms: number): Promise<void> {
  const { sql } = life.city.database;
  const { id } = await reportOf(life, code);
  const by = `${ms} milliseconds`;
  await sql.begin(async (tx) => {
    await tx`select 1 from reports where id = ${id} for update`;
    await tx`
      update reports set received_at = received_at - ${by}::interval, accept_due_at = accept_due_at - ${by}::interval,
        dispatched_at = dispatched_at - ${by}::interval, accepted_at = accepted_at - ${by}::interval,
        answer_due_at = answer_due_at - ${by}::interval, answered_at = answered_at - ${by}::interval,
        finish_due_at = finish_due_at - ${by}::interval, due_at = due_at - ${by}::interval,
        overdue_at = overdue_at - ${by}::interval, closed_at = closed_at - ${by}::interval
      where id = ${id}`;
    await tx`update questions set asked_at = asked_at - ${by}::interval, wait_due_at = wait_due_at - ${by}::interval where report_id = ${id}`;
    await tx`update escalations set raised_at = raised_at - ${by}::interval, due_at = due_at - ${by}::interval where report_id = ${id}`;
    for (const row of await tx`select id, clock from report_clocks where report_id = ${id}`) {
      const clock = JSON.stringify(row.clock).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, (at) =>
        new Date(Date.parse(at) - ms).toISOString(),
      );
      await tx`update report_clocks set clock = ${clock}::text::jsonb, due_at = due_at - ${by}::interval, met_at = met_at - ${by}::interval where id = ${row.id}`;
    }
    await tx`
      update timers set run_at = run_at - ${by}::interval, version = version + 1, queued_at = null
      where report_id = ${id} and finished_at is null`;
    await tx`select pg_notify('relay', '')`;
  });
}

/** Waits until the person was told this so many times; more is a failure. */
export async function hearsTimes({ city }: Life, person: Person, what: RegExp, times: number): Promise<void> {
  const heard = await waitFor(
    async () => {
      const count = (await city.heard(person.id)).filter((text) => what.test(text)).length;
      return count >= times && { count };
    },
    { what: `${times} messages that match ${what}` },
  );
  expect(heard.count, `messages that match ${what}`).toBe(times);
}

/** What must hold at the end of any story: the daily balance in three places, every chain, every due time with its timer. */
export async function expectSound({ city }: Life): Promise<void> {
  const { db, sql } = city.database;
  expect(await compareBalances(sql, 'all')).toEqual([]);
  const findings: unknown[] = [];
  await verifyHistory({ db, sql }, { kind: 'all' }, { onFinding: (finding) => findings.push(finding) });
  expect(findings).toEqual([]);
  const gaps = await sql`
    select report_id from report_history group by report_id having max(seq) <> count(*) or min(seq) <> 1`;
  expect([...gaps]).toEqual([]);
  const wrongColumns = await db
    .select({ report: reports, clock: reportClocks })
    .from(reports)
    .innerJoin(reportClocks, eq(reportClocks.reportId, reports.id));
  for (const { report, clock } of wrongColumns) {
    const stored = decodeClock(clock.clock);
    expect(stored.dueAt?.getTime(), `${report.code} ${clock.kind}`).toBe(clock.dueAt?.getTime());
    if (clock.kind === 'answer' && clock.round === report.round && clock.dueAt)
      expect(report.answerDueAt?.getTime(), report.code).toBe(clock.dueAt.getTime());
  }
  const waitingForEver = await sql`
    select code, state from reports r where due_at is not null and not exists (
      select 1 from timers t where t.report_id = r.id and (t.finished_at is null or t.outcome = 'fired'))`;
  expect([...waitingForEver]).toEqual([]);
  const inTray = await sql`
    select code, state from reports where tray_since is not null and state not in ('received', 'dispatched', 'awaiting_citizen')`;
  expect([...inTray], 'in the tray though nobody there has to do anything').toEqual([]);
  const openForNothing = await sql`
    select r.code, r.state, e.kind from escalations e join reports r on r.id = e.report_id
    where e.status = 'open' and r.state not in ('dispatched', 'in_progress', 'awaiting_citizen', 'received')`;
  expect([...openForNothing], 'escalations of reports nobody has to answer').toEqual([]);
}
