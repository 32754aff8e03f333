import { inArray } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { reports } from '../../../db/schema/index.ts';
import { AppError } from '../errors.ts';
import { lockReports, type Report } from '../reports/report.ts';
import { parseReportCode } from '../reports/report-code.ts';

/** Reports by codes as typed, locked in one order for all, so that two merges cannot wait for each other. Undefined where there is none. */
export async function lockByCodes(tx: Tx, typedCodes: readonly string[]): Promise<(Report | undefined)[]> {
  const codes = typedCodes.map((typed) => {
    const reading = parseReportCode(typed);
    return reading.ok ? reading.code : null;
  });
  const known = codes.filter((code) => code !== null);
  const found =
    known.length === 0 ? [] : await tx.select({ id: reports.id }).from(reports).where(inArray(reports.code, known));
  const locked = await lockReports(
    tx,
    found.map(({ id }) => id),
  );
  const byCode = new Map([...locked.values()].map((report) => [report.code, report]));
  return codes.map((code) => (code === null ? undefined : byCode.get(code)));
}

/** What a client last saw of a report, from `If-Match`. @throws AppError 412 `report_changed` when it has changed since. */
export function requireVersion(ifMatch: string | undefined, { version }: Report): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  const wanted = ifMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (!wanted.includes(etagOf(version))) {
    throw new AppError({
      code: 'report_changed',
      status: 412,
      detail: 'Phản ánh vừa được người khác thay đổi, xin tải lại.',
    });
  }
}

export function etagOf(version: number): string {
  return `"${version}"`;
}
