import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { duplicateSuggestions, outboxMessages, questions, reports } from '../../../db/schema/index.ts';
import { AppError } from '../errors.ts';
import { record } from '../reports/history/record.ts';
import { reporter, system } from '../reports/lifecycle/roles.ts';
import { searchTextOf } from '../reports/list/search-text.ts';
import { type PerformDeps, perform } from '../reports/perform/perform.ts';
import { lockReports, type Report } from '../reports/report.ts';
import { refuseUnsent } from './erase-traces.ts';

/** What stands in the place of the citizen's words; officials and the public read it. */
export const ERASED_TEXT = 'Nội dung đã được xóa theo yêu cầu của người gửi.';

/** Reports of the person that still carry something of them, oldest first. */
export async function reportsToErase(tx: Tx, citizenId: number): Promise<number[]> {
  const rows = await tx
    .select({ id: reports.id })
    .from(reports)
    .where(and(eq(reports.citizenId, citizenId), isNull(reports.erasedAt)))
    .orderBy(asc(reports.id));
  return rows.map(({ id }) => id);
}

/**
 * Makes a tombstone of a report: code, category, ward, times, state, agency and answers stay, what the citizen wrote and
 * where exactly it was goes. One that no agency has accepted is withdrawn first; the others go on as a matter without a
 * person. May be repeated.
 */
export async function eraseReport(tx: Tx, reportId: number, now: Date, deps: PerformDeps): Promise<void> {
  const found = (await lockReports(tx, [reportId])).get(reportId);
  if (!found || found.erasedAt) return;
  const report = await withdrawn(tx, found, now, deps);
  await tx
    .update(reports)
    .set({
      text: ERASED_TEXT,
      placeText: null,
      latitude: null,
      longitude: null,
      // Not the empty text: that would be filled from the words above.
      searchText: searchTextOf('', null),
      publish: false,
      hideMyName: false,
      publishedAt: null,
      publicText: null,
      photosPublishedAt: null,
      erasedAt: now,
      version: report.version + 1,
    })
    .where(eq(reports.id, reportId));
  await record(tx, reportId, [{ event: 'personal_data_erased', actor: system, at: now, isPublic: false }]);
  await tx.update(questions).set({ reply: null }).where(eq(questions.reportId, reportId));
  await forgetLikeness(tx, reportId);
  // Nothing of this act is told to the person any more.
  await refuseUnsent(tx, report.citizenId);
}

/** As the reporter would withdraw it. Others whose reports were merged into it keep theirs: `perform` sees to that. */
async function withdrawn(tx: Tx, report: Report, now: Date, deps: PerformDeps): Promise<Report> {
  try {
    const order = { command: { type: 'withdraw' as const }, actor: reporter(report.citizenId) };
    return await tx.transaction((savepoint) => perform(savepoint, report, order, now, deps));
  } catch (error) {
    // Work has begun, or it is over: it stays as it is.
    if (error instanceof AppError && error.status === 409 && error.code !== 'report_changed') return report;
    throw error;
  }
}

/** Why it looked like others names words and places of both; so does the question that was put to somebody else. */
async function forgetLikeness(tx: Tx, reportId: number): Promise<void> {
  const about = or(eq(duplicateSuggestions.reportId, reportId), eq(duplicateSuggestions.otherId, reportId));
  const others = await tx
    .update(duplicateSuggestions)
    .set({ because: [] })
    .where(about)
    .returning({ id: duplicateSuggestions.reportId });
  if (others.length === 0) return;
  await tx
    .update(outboxMessages)
    .set({ text: '', extras: null })
    .where(
      and(
        eq(outboxMessages.kind, 'duplicate_offer'),
        inArray(
          outboxMessages.reportId,
          others.map(({ id }) => id),
        ),
        sql`${outboxMessages.acceptedAt} is not null`,
      ),
    );
}
