import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db } from '../../../../db/client.ts';
import { citizens, reports } from '../../../../db/schema/index.ts';
import { createCalendarStore } from '../../deadlines/calendar-store.ts';
import { acceptDue, currentDuePolicy } from '../../deadlines/policy.ts';
import { dispatchReport } from '../../reports/dispatch-report.ts';
import { record, system } from '../../reports/history/record.ts';
import { newReportCode } from '../../reports/report-code.ts';

/** What must never reach a public page. */
export const secrets = {
  text: 'Bác Tư nhà số 7 gọi 0912345678',
  place: 'ngõ 80 Chùa Láng',
  reporter: '7712345678901234567',
};

const LANG = '00199';

/** A report of just now as the service makes it, received and, if asked, sent on to an agency. @returns its code. */
export async function seedReport(db: Db, options: { agencyCode?: string } = {}): Promise<string> {
  const receivedAt = new Date();
  const calendar = await createCalendarStore(() => receivedAt).current(db);
  const due = acceptDue(currentDuePolicy, 'normal', receivedAt, calendar);
  const [citizen] = await db
    .insert(citizens)
    .values({ oaUserId: secrets.reporter })
    .onConflictDoUpdate({ target: citizens.oaUserId, set: { followed: true } })
    .returning();
  const [report] = await db
    .insert(reports)
    .values({
      code: newReportCode(randomBytes),
      state: 'received',
      channel: 'chat',
      citizenId: citizen?.id ?? 0,
      text: secrets.text,
      placeText: secrets.place,
      latitude: 21.0245,
      longitude: 105.8012,
      wardCode: LANG,
      wardBasis: 'polygon',
      categoryCode: 'GT-01',
      categoryBasis: 'suggested',
      priorityClass: 'normal',
      receivedAt,
      acceptDueAt: due.dueAt,
      policyVersion: due.policyVersion,
    })
    .returning();
  if (!report) throw new Error('report not stored');
  await record(db, report.id, [
    {
      event: 'received',
      actor: { kind: 'citizen', id: secrets.reporter },
      at: receivedAt,
      isPublic: true,
      data: { acceptDueAt: due.dueAt.toISOString(), counted: due.counted, priorityClass: 'normal' },
    },
    { event: 'tray', actor: system, at: receivedAt, isPublic: false, data: { note: secrets.text } },
  ]);
  const { agencyCode } = options;
  if (agencyCode) {
    await db.transaction((tx) =>
      dispatchReport(tx, report, { agencyCode, actor: system, because: [] }, receivedAt, calendar),
    );
    await record(db, report.id, [
      {
        event: 'supplemented',
        actor: { kind: 'citizen', id: secrets.reporter },
        at: receivedAt,
        isPublic: true,
        data: { words: true, place: false, photos: true },
      },
    ]);
  }
  return report.code;
}

/** Puts the report into a state the lifecycle of this stage does not reach yet. */
export async function forceState(db: Db, code: string, state: (typeof reports.$inferInsert)['state']): Promise<void> {
  await db.update(reports).set({ state }).where(eq(reports.code, code));
}
