import type { Tx } from '../../../../db/client.ts';
import { duplicateSuggestions } from '../../../../db/schema/index.ts';
import { AppError } from '../../errors.ts';
import type { FoundDuplicate } from '../../reports/duplicates/find-duplicates.ts';
import { newerFirst } from '../../reports/duplicates/suggest-duplicates.ts';
import { reporter } from '../../reports/lifecycle/roles.ts';
import { type PerformDeps, perform } from '../../reports/perform/perform.ts';
import type { Report } from '../../reports/report.ts';
import { parseReportCode } from '../../reports/report-code.ts';

/**
 * The report somebody wants to join, among those their draft is like.
 * @throws AppError 422 `not_offered` for any other: nobody's report is attached to a stranger's at will.
 */
export function offeredAs(typedCode: string, found: readonly FoundDuplicate[]): FoundDuplicate {
  const reading = parseReportCode(typedCode);
  const offered = reading.ok ? found.find(({ other }) => other.code === reading.code) : undefined;
  if (offered) return offered;
  throw new AppError({
    code: 'not_offered',
    status: 422,
    detail: 'Phản ánh này không còn trong số được gợi ý. Xin xem lại, hoặc gửi thành phản ánh riêng.',
  });
}

/** "Cùng phản ánh": a report just received is joined to the one it is like; it keeps its own code, words and photos (P15). */
export async function joinReport(
  tx: Tx,
  report: Report,
  { other, score, because }: FoundDuplicate,
  now: Date,
  deps: PerformDeps,
): Promise<Report> {
  // The lifecycle lets a reporter join only what was found to be alike: here it is.
  const pair = newerFirst(report.id, other.id);
  await tx
    .insert(duplicateSuggestions)
    .values({ ...pair, score, because, foundAt: now })
    .onConflictDoNothing();
  const actor = reporter(report.citizenId);
  return perform(tx, report, { command: { type: 'merge' }, actor, mergeIntoId: other.id }, now, deps);
}
