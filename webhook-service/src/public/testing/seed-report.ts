import { createHash, randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import type { Db } from '../../../../db/client.ts';
import { answers, citizens, evidence, reports } from '../../../../db/schema/index.ts';
import { dayNumberAt, localDateOf } from '../../deadlines/calendar-day.ts';
import { currentDuePolicy } from '../../deadlines/policy.ts';
import type { MediaStore } from '../../media/store.ts';
import { record } from '../../reports/history/record.ts';
import type { ReportCommand } from '../../reports/lifecycle/commands.ts';
import { type Actor, reporter, system } from '../../reports/lifecycle/roles.ts';
import { saveClocks } from '../../reports/perform/clock-store.ts';
import { clockOf, firstClocks } from '../../reports/perform/clocks-after.ts';
import { type Order, perform } from '../../reports/perform/perform.ts';
import { createSetting } from '../../reports/perform/setting.ts';
import { lockReports, type Report } from '../../reports/report.ts';
import { newReportCode } from '../../reports/report-code.ts';

/** What must never reach a public page. */
export const secrets = {
  text: 'Bác Tư nhà số 7 gọi 0912345678',
  place: 'ngõ 80 Chùa Láng',
  reporter: '7712345678901234567',
};

export const handler: Actor = { kind: 'staff', role: 'handler', id: '77' };
const LANG = '00199';

/** A report of just now as the service makes it, received and, if asked, sent on to an agency. @returns its code. */
export async function seedReport(
  db: Db,
  options: { agencyCode?: string; oaUserId?: string; categoryCode?: string } = {},
): Promise<string> {
  const { agencyCode, oaUserId = secrets.reporter, categoryCode = 'GT-01' } = options;
  const now = new Date();
  const [citizen] = await db
    .insert(citizens)
    .values({ oaUserId })
    .onConflictDoUpdate({ target: citizens.oaUserId, set: { followed: true } })
    .returning();
  const setting = await createSetting(() => now)(db);
  const facts = { priorityClass: 'normal' as const, categoryCode, round: 1 };
  const clocks = firstClocks({ at: now, facts }, setting);
  const accept = clockOf(clocks, 'accept');
  if (!citizen || !accept?.dueAt) throw new Error('no citizen or no clock');
  const [report] = await db
    .insert(reports)
    .values({
      code: newReportCode(randomBytes),
      state: 'received',
      channel: 'chat',
      citizenId: citizen.id,
      text: secrets.text,
      placeText: secrets.place,
      latitude: 21.0245,
      longitude: 105.8012,
      wardCode: LANG,
      wardBasis: 'polygon',
      categoryCode,
      categoryBasis: 'suggested',
      priorityClass: 'normal',
      receivedAt: now,
      receivedDay: localDateOf(dayNumberAt(now.getTime())),
      acceptDueAt: accept.dueAt,
      dueAt: accept.dueAt,
      policyVersion: currentDuePolicy.version,
    })
    .returning();
  if (!report) throw new Error('report not stored');
  await saveClocks(db, report.id, clocks);
  const counted = accept.counted.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() }));
  await db.transaction((tx) =>
    record(
      tx,
      report.id,
      [
        {
          event: 'received',
          actor: reporter(citizen.id),
          at: now,
          isPublic: true,
          data: { acceptDueAt: accept.dueAt?.toISOString(), counted, priorityClass: 'normal' },
        },
        { event: 'put_into_tray', actor: system, at: now, isPublic: false, data: { note: secrets.text } },
      ],
      tallied(report),
    ),
  );
  if (agencyCode) {
    await order(db, report.code, { command: { type: 'dispatch', agencyCode }, actor: system });
    await db.transaction((tx) =>
      record(tx, report.id, [
        {
          event: 'supplemented',
          actor: reporter(citizen.id),
          at: now,
          isPublic: true,
          data: { words: true, place: false, photos: true },
        },
      ]),
    );
  }
  return report.code;
}

/** Gives a command to a report as the service does. */
export async function order(db: Db, code: string, given: Order): Promise<Report> {
  const now = new Date();
  return db.transaction(async (tx) => {
    const [found] = await tx.select().from(reports).where(eq(reports.code, code));
    const report = (await lockReports(tx, [found?.id ?? 0])).get(found?.id ?? 0);
    if (!report) throw new Error(`no report ${code}`);
    const deps = { setting: createSetting(() => now), publicUrl: 'https://phananh.test' };
    return perform(tx, report, given, now, deps);
  });
}

/** The handler of its agency gives a command. */
export function handle(db: Db, code: string, command: ReportCommand): Promise<Report> {
  return order(db, code, { command, actor: handler });
}

/**
 * An answer with a photo and a document of our own making, written beside the gate: what is proof is not the business of
 * those who show it. The report is left as after the answer.
 */
export async function seedAnswer(
  db: Db,
  code: string,
  media: MediaStore,
  text = ANSWER,
): Promise<{ photo: number; document: number }> {
  const [report] = await db.select().from(reports).where(eq(reports.code, code));
  if (!report?.agencyCode) throw new Error(`nobody can answer ${code}`);
  const at = new Date();
  const [answer] = await db
    .insert(answers)
    .values({
      reportId: report.id,
      round: report.round,
      agencyCode: report.agencyCode,
      text,
      verdict: {},
      givenBy: '77',
      givenAt: at,
    })
    .returning();
  const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#5a7d4f' } })
    .jpeg()
    .toBuffer();
  const store = async (kind: 'photo' | 'document', bytes: Buffer) => {
    const storageKey = `seed-${randomBytes(8).toString('hex')}`;
    await media.put(storageKey, bytes);
    const shared = {
      reportId: report.id,
      answerId: answer?.id ?? 0,
      kind,
      storageKey,
      bytes: bytes.length,
      uploadedBy: '77',
      uploadedAt: at,
    };
    const size =
      kind === 'photo'
        ? { width: 640, height: 480, thumbnailKey: storageKey, mediaType: 'image/jpeg' }
        : { mediaType: 'application/pdf' };
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const [row] = await db
      .insert(evidence)
      .values({ ...shared, ...size, sha256 })
      .returning({ id: evidence.id });
    return row?.id ?? 0;
  };
  const ids = {
    photo: await store('photo', picture),
    document: await store('document', Buffer.from('%PDF-1.4 invented')),
  };
  const confirmBy = new Date(at.getTime() + 7 * 24 * 3_600_000);
  await db
    .update(reports)
    .set({ state: 'answered', answeredAt: at, dueAt: confirmBy })
    .where(eq(reports.id, report.id));
  return ids;
}

const ANSWER =
  'Sáng nay tổ quản lý đô thị phường đã vá xong ổ gà trước số 12 phố Láng Hạ.\nMặt đường đi lại bình thường.';

/** Puts the report into a state without the way that leads there. */
export async function forceState(db: Db, code: string, state: (typeof reports.$inferInsert)['state']): Promise<void> {
  await db.update(reports).set({ state }).where(eq(reports.code, code));
}

/** Counted like any other report, so that the balance of a test's city balances. */
function tallied({ receivedDay, wardCode, categoryCode }: Report) {
  return { receivedDay, agencyCode: null, wardCode, categoryCode, stateBefore: null, stateAfter: 'received' as const };
}
