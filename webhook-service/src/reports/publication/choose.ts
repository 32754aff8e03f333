import { eq } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { reports } from '../../../../db/schema/index.ts';
import { AppError } from '../../errors.ts';
import { record } from '../history/record.ts';
import { reporter } from '../lifecycle/roles.ts';
import type { Report } from '../report.ts';
import { consentsToPublish } from './read-facts.ts';
import { settlePublication } from './settle.ts';

/**
 * The reporter of a locked report changes their mind about publishing it; choosing the same again changes nothing.
 * @throws AppError 409 `publish_consent_needed`
 */
export async function choosePublication(tx: Tx, report: Report, publish: boolean, now: Date): Promise<Report> {
  if (publish && !(await consentsToPublish(tx, report.citizenId))) throw publishConsentNeeded();
  if (report.publish === publish) return report;
  const chosen: Report = { ...report, publish, version: report.version + 1 };
  await tx.update(reports).set({ publish, version: chosen.version }).where(eq(reports.id, report.id));
  const actor = reporter(report.citizenId);
  await record(tx, report.id, [{ event: 'publication_chosen', actor, at: now, isPublic: false, data: { publish } }]);
  return settlePublication(tx, chosen, now);
}

export function publishConsentNeeded(): AppError {
  return new AppError({
    code: 'publish_consent_needed',
    status: 409,
    detail: 'Để công khai, xin đọc và đồng ý cho công khai nội dung trước.',
  });
}
