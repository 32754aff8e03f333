import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { connectDatabase, type DatabaseClients, type Db } from '../../../../db/client.ts';
import { evidence, type reports, staffMembers } from '../../../../db/schema/index.ts';
import { createTestDatabase, createTestRedis } from '../../../../scripts/testing/database.ts';
import { buildApp } from '../../app.ts';
import { readConfig } from '../../config.ts';
import { createMetrics } from '../../monitor/metrics.ts';
import { connectProducer } from '../../queues/connection.ts';
import { storeReport } from '../../reports/duplicates/testing/store-report.ts';
import { ANSWERED_AT } from '../../reports/gate/testing/read-samples.ts';
import { goodAnswers } from '../../reports/gate/testing/sample-answers.ts';
import { record } from '../../reports/history/record.ts';
import { reporter, type StaffRole, system } from '../../reports/lifecycle/roles.ts';
import type { ReportState } from '../../reports/lifecycle/states.ts';
import { searchTextOf } from '../../reports/list/search-text.ts';
import { saveClocks } from '../../reports/perform/clock-store.ts';
import { clockOf, firstClocks } from '../../reports/perform/clocks-after.ts';
import { type Order, perform } from '../../reports/perform/perform.ts';
import { createSetting } from '../../reports/perform/setting.ts';
import { lockReports, type Report } from '../../reports/report.ts';
import { newStaffToken, tokenHash } from '../token.ts';

/** Monday afternoon in working hours, when the sample answers were written. */
export const START = ANSWERED_AT;
export const LANG = 'ubnd-00199';
export const DESK_TOKEN = 'intake-desk-token-for-tests';
const PUBLIC_URL = 'http://127.0.0.1:3000';

export interface Desk {
  app: FastifyInstance;
  db: Db;
  database: DatabaseClients;
  databaseUrl: string;
  mediaDir: string;
  dataKey: Buffer;
  /** Moves the clock of the service. */
  setNow(at: Date): void;
  now(): Date;
  /** Adds a member. @returns the headers they send. */
  member(roles: StaffRole[], limits?: { agencies?: string[] | null; categories?: string[] | null }): Promise<Headers>;
  /** A received report, or one brought into a later state by the commands that lead there. */
  report(over?: Partial<typeof reports.$inferInsert>, state?: ReportState): Promise<Report>;
  /** Gives a command past the HTTP face. */
  command(report: Report, order: Order): Promise<Report>;
  /** Proof that waits for its answer. @returns its number. */
  proof(report: Report): Promise<number>;
  get(url: string, headers: Headers): Promise<Reply>;
  post(url: string, body: unknown, headers: Headers): Promise<Reply>;
  stop(): Promise<void>;
}

export type Headers = Record<string, string>;
// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
export type Reply = { status: number; body: any; headers: Record<string, unknown> };

const answers = goodAnswers
  .filter(({ draft, facts }) => draft.evidence[0]?.kind === 'photo' && facts.priorityClass === 'normal')
  .map(({ draft }) => draft.text);
let answersGiven = 0;

/** The text of an answer that passes the gate with a photo; another one each time, for an agency must not copy itself. */
export function goodAnswer(): string {
  answersGiven += 1;
  return answers[answersGiven % answers.length] ?? '';
}

/** The real service with its clock, its people and its reports in the test's hands. */
export async function startDesk(): Promise<Desk> {
  const own = await createTestDatabase();
  const { url: redisUrl, prefix } = createTestRedis();
  const mediaDir = await mkdtemp(join(tmpdir(), 'desk-'));
  const config = readConfig({
    DATABASE_URL: own.url,
    REDIS_URL: redisUrl,
    REDIS_PREFIX: prefix,
    PORT: '0',
    PUBLIC_URL,
    ZALO_APP_ID: '4102938475610293847',
    ZALO_APP_SECRET: 'test-app-secret',
    ZALO_OA_ID: '2910384756102938475',
    ZALO_OA_SECRET: 'test-oa-secret',
    DATA_KEY: randomBytes(32).toString('base64'),
    STAFF_API_TOKEN: DESK_TOKEN,
    MEDIA_DIR: mediaDir,
    LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
  });
  const database = connectDatabase(config.databaseUrl, { max: 6 });
  const { db } = database;
  const redis = connectProducer(config.redisUrl, () => {});
  let at = START;
  const now = () => at;
  const { app, drain } = await buildApp({ config, database, redis, metrics: createMetrics('server'), now });
  const deps = { setting: createSetting(now), publicUrl: PUBLIC_URL };

  const command = (report: Report, order: Order) =>
    db.transaction(async (tx) => {
      const locked = (await lockReports(tx, [report.id])).get(report.id);
      if (!locked) throw new Error('the report is gone');
      return perform(tx, locked, order, at, deps);
    });
  const proof = async (report: Report) => {
    const [piece] = await db
      .insert(evidence)
      .values({
        reportId: report.id,
        kind: 'photo',
        storageKey: `evidence-${randomBytes(8).toString('hex')}.jpg`,
        mediaType: 'image/jpeg',
        bytes: 1,
        sha256: createHash('sha256').update(randomBytes(8)).digest('hex'),
        uploadedBy: 'test',
        uploadedAt: at,
      })
      .returning();
    return piece?.id ?? 0;
  };
  const inject = async (options: { method: 'GET' | 'POST'; url: string; headers: Headers; payload?: string }) => {
    const { statusCode, headers, body } = await app.inject(options);
    return { status: statusCode, headers, body: body.startsWith('{') ? JSON.parse(body) : body };
  };

  const desk: Desk = {
    ...{ app, db, database, databaseUrl: own.url, mediaDir, now, command, proof, dataKey: config.dataKey },
    setNow: (to) => {
      at = to;
    },
    member: async (roles, { agencies = [LANG], categories = null } = {}) => {
      const token = newStaffToken(randomBytes);
      await db.insert(staffMembers).values({
        name: 'Trần Thị Bình',
        roles,
        agencyCodes: agencies,
        categoryCodes: categories,
        tokenHash: tokenHash(token),
        createdAt: at,
        createdBy: 'test',
      });
      return { authorization: `Bearer ${token}` };
    },
    report: async (over = {}, state = 'received') => {
      const setting = await deps.setting(db);
      const { categoryCode = 'GT-01', priorityClass = 'normal' } = over;
      const facts = { categoryCode, priorityClass, round: 1 };
      const clocks = firstClocks({ at, facts }, setting);
      const text = over.text ?? 'ổ gà to trước số 12 phố Láng Hạ, xe máy ngã liên tục';
      const dueAt = clockOf(clocks, 'accept')?.dueAt ?? at;
      const stored = await db.transaction(async (tx) => {
        const report = await storeReport(tx, {
          ...{ text, receivedAt: at, receivedDay: '2026-10-12', dueAt, acceptDueAt: dueAt },
          searchText: searchTextOf(text, over.placeText ?? null),
          ...over,
        });
        await saveClocks(tx, report.id, clocks);
        const received = { event: 'received', actor: reporter(report.citizenId), at, isPublic: true };
        await record(tx, report.id, [received]);
        return report;
      });
      return bringTo(desk, stored, state);
    },
    get: (url, headers) => inject({ method: 'GET', url, headers }),
    post: (url, body, headers) =>
      inject({
        method: 'POST',
        url,
        headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { payload: JSON.stringify(body) }),
      }),
    stop: async () => {
      await app.close();
      await drain();
      redis.disconnect();
      await database.close();
      await own.drop();
      await rm(mediaDir, { recursive: true, force: true });
    },
  };
  return desk;
}

const handler = { kind: 'staff', role: 'handler', id: '1' } as const;
const dispatcher = { kind: 'staff', role: 'dispatcher', id: '2' } as const;

/** The shortest way to a state, by commands that lead there. */
async function bringTo(desk: Desk, report: Report, state: ReportState): Promise<Report> {
  const { command } = desk;
  if (state === 'received') return report;
  if (state === 'refused') return command(report, { command: { type: 'refuse', reason: 'spam' }, actor: dispatcher });
  if (state === 'withdrawn')
    return command(report, { command: { type: 'withdraw' }, actor: reporter(report.citizenId) });
  if (state === 'merged') {
    const main = await desk.report({ agencyCode: report.agencyCode });
    return command(report, { command: { type: 'merge' }, actor: dispatcher, mergeIntoId: main.id });
  }
  const agencyCode = report.agencyCode ?? LANG;
  const dispatched = await command(report, { command: { type: 'dispatch', agencyCode }, actor: system });
  if (state === 'dispatched') return dispatched;
  const accepted = await command(dispatched, { command: { type: 'accept' }, actor: handler });
  if (state === 'in_progress') return accepted;
  if (state === 'awaiting_citizen') {
    const question = 'Xin cho biết ổ gà ở làn nào?';
    return command(accepted, { command: { type: 'askCitizen', question }, actor: handler });
  }
  const [piece] = [await desk.proof(accepted)];
  const answer = {
    text: goodAnswer(),
    evidence: [{ id: piece, kind: 'photo' as const, sha256: randomBytes(32).toString('hex'), fingerprint: null }],
  };
  const answered = await command(accepted, { command: { type: 'answer', answer }, actor: handler });
  if (state === 'answered') return answered;
  return state === 'closed_confirmed'
    ? command(answered, { command: { type: 'confirm' }, actor: reporter(report.citizenId) })
    : command(answered, { command: { type: 'close' }, actor: system });
}
