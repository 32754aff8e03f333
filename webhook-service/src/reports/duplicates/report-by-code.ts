import { eq } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { reports } from '../../../../db/schema/index.ts';
import type { Report } from '../report.ts';
import { parseReportCode } from '../report-code.ts';

/** The report with a code as typed; undefined when there is none or the code is mistyped. */
export async function reportByCode(tx: Tx, typedCode: string): Promise<Report | undefined> {
  const reading = parseReportCode(typedCode);
  const [report] = reading.ok ? await tx.select().from(reports).where(eq(reports.code, reading.code)) : [];
  return report;
}
