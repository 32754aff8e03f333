import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { eq } from 'drizzle-orm';
import { connectDatabase, type DatabaseClients } from '../../db/client.ts';
import { reports } from '../../db/schema/index.ts';
import { dayNumberOf, type LocalDate } from './deadlines/calendar-day.ts';
import { findingWords } from './reports/history/finding-words.ts';
import { type Extent, type Verified, verifyHistory } from './reports/history/verify.ts';
import { parseReportCode } from './reports/report-code.ts';

/**
 * `npm run history:verify [-- HN-… | --from 2026-10-01 --to 2026-10-31] [-- --digests saved.json]`: checks the chain of
 * one report, of the reports something happened to in those days, or of all, and the daily digests. `--digests` is an
 * answer of /api/public/history-digests somebody kept. Reads only. Exit code 0: whole, 1: broken, 2: could not check.
 */
const MOST_SHOWN = 100;
const USAGE = 'Cách dùng: npm run history:verify [-- HN-… | --from 2026-10-01 --to 2026-10-31] [-- --digests tệp.json]';

class UsageError extends Error {}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof UsageError ? error.message : `Không kiểm tra được: ${String(error)}`}\n`);
  process.exitCode = 2;
}

async function main(): Promise<number> {
  const given = readArguments();
  const url = process.env.DATABASE_URL;
  if (!url) throw new UsageError('DATABASE_URL chưa được đặt.');
  const database = connectDatabase(url, { max: 1, applicationName: 'phan-anh verify-history' });
  try {
    const extent = await extentOf(database, given);
    let shown = 0;
    const verified = await verifyHistory(database, extent, {
      kept: given.kept,
      onFinding: (finding) => {
        shown += 1;
        if (shown <= MOST_SHOWN) process.stdout.write(`✗ ${findingWords(finding)}\n`);
      },
    });
    process.stdout.write(`${summary(verified)}\n`);
    return verified.findings === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
}

interface Given {
  code: string | null;
  from: LocalDate | null;
  to: LocalDate | null;
  kept: ReadonlyMap<LocalDate, string>;
}

function readArguments(): Given {
  try {
    const { values, positionals } = parseArgs({
      options: { from: { type: 'string' }, to: { type: 'string' }, digests: { type: 'string' } },
      allowPositionals: true,
    });
    const [code = null, ...more] = positionals;
    const { from = null, to = from, digests } = values;
    for (const day of [from, to]) if (day !== null) dayNumberOf(day);
    if (more.length > 0 || (to !== null && (from === null || code !== null || to < from))) throw new UsageError(USAGE);
    return { code, from, to, kept: digests ? readKept(digests) : new Map() };
  } catch (error) {
    throw new UsageError(`${error instanceof UsageError ? '' : `${(error as Error).message}\n`}${USAGE}`);
  }
}

function readKept(file: string): Map<LocalDate, string> {
  const { items } = JSON.parse(readFileSync(file, 'utf8')) as { items: { day: LocalDate; digest: string }[] };
  return new Map(items.map(({ day, digest }) => [day, digest]));
}

async function extentOf({ db }: DatabaseClients, { code, from, to }: Given): Promise<Extent> {
  if (code !== null) {
    const reading = parseReportCode(code);
    const [report] = reading.ok ? await db.select().from(reports).where(eq(reports.code, reading.code)) : [];
    if (!report) throw new UsageError('Không tìm thấy phản ánh có mã này.');
    return { kind: 'report', reportId: report.id };
  }
  return from !== null && to !== null ? { kind: 'days', from, to } : { kind: 'all' };
}

function summary({ rows, reports: checked, digests, findings }: Verified): string {
  const number = (value: number) => value.toLocaleString('vi-VN');
  const what = `${number(rows)} dòng lịch sử của ${number(checked)} phản ánh và ${number(digests)} mã tổng hợp ngày`;
  if (findings === 0) return `✓ Đã kiểm tra ${what}: toàn vẹn.`;
  const hidden = findings > MOST_SHOWN ? ` (chỉ in ${MOST_SHOWN} chỗ đầu)` : '';
  return `✗ Đã kiểm tra ${what}: ${number(findings)} chỗ sai${hidden}.`;
}
