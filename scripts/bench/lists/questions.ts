import { and, asc, eq, gt, isNotNull } from 'drizzle-orm';
import type { DatabaseClients } from '../../../db/client.ts';
import { reports } from '../../../db/schema/index.ts';
import { findForDraft } from '../../../webhook-service/src/reports/duplicates/find-duplicates.ts';
import type { ReportFilters } from '../../../webhook-service/src/reports/list/filters.ts';
import { type ListPage, listReports } from '../../../webhook-service/src/reports/list/list-reports.ts';
import { everything } from '../../../webhook-service/src/reports/list/scope.ts';
import { plainWords } from '../../../webhook-service/src/reports/list/search-text.ts';
import { readBalance } from '../../../webhook-service/src/stats/read-balance.ts';
import { readRanking } from '../../../webhook-service/src/stats/read-ranking.ts';
import type { Question } from './measure.ts';
import { NOW, REPORT_DAYS } from './moment.ts';

/** Reports to take values from, spread over the whole city and all three years. */
const SAMPLE = 400;

type Taken = typeof reports.$inferSelect;

/** The questions of a working day, asked with the service's own functions. */
export async function questions({ db, sql }: DatabaseClients): Promise<Question[]> {
  const taken = await takeSample(db);
  const open = await db
    .select()
    .from(reports)
    .where(and(eq(reports.state, 'in_progress'), isNotNull(reports.latitude)))
    .orderBy(asc(reports.code))
    .limit(SAMPLE);
  const of = (run: number, list: readonly Taken[] = taken): Taken => {
    const found = list[(run * 37) % list.length];
    if (!found) throw new Error('the city is empty');
    return found;
  };
  const list = async (filters: Partial<ReportFilters>, page: Partial<ListPage> = {}) => {
    const found = await listReports(db, { scope: everything, ...filters }, { sort: 'due', now: NOW, ...page });
    return found.items.length;
  };
  return [
    {
      name: 'bàn làm việc của đơn vị, theo hạn',
      ask: (run) => list({ scope: { agencies: [agencyOf(of(run, open))], categories: null } }),
    },
    { name: 'toàn thành phố, theo hạn', ask: (run) => list({}, { limit: 50 + (run % 50) }) },
    { name: 'quá hạn theo nhóm lĩnh vực', ask: (run) => list({ due: 'overdue', categories: [groupOf(of(run))] }) },
    {
      name: 'phường, mới nhận trước',
      ask: (run) => list({ wards: [of(run).wardCode ?? ''] }, { sort: 'received' }),
    },
    {
      name: 'phường × lĩnh vực × đã đóng',
      ask: (run) => {
        const { wardCode, categoryCode } = of(run);
        const states = ['closed_confirmed', 'closed_unconfirmed'] as const;
        return list({ wards: [wardCode ?? ''], categories: [categoryCode ?? ''], states }, { sort: 'received' });
      },
    },
    {
      name: 'trang thứ năm của cả thành phố',
      ask: pageFive({ db, filters: () => ({ scope: everything }) }),
    },
    { name: 'tìm ba từ không dấu', ask: (run) => list({ text: wordsOf(of(run), 3, run) }, { sort: 'received' }) },
    {
      name: 'tìm hai từ phổ biến',
      ask: (run) => list({ text: COMMON[run % COMMON.length] ?? '' }, { sort: 'received' }),
    },
    {
      name: 'tìm số nhà, ngõ, phố',
      ask: (run) => list({ text: of(run).placeText?.split(',')[0] ?? '' }, { sort: 'received' }),
    },
    {
      name: 'tìm ba từ trong một đơn vị, theo hạn',
      ask: (run) => {
        const report = of(run, open);
        return list({ scope: { agencies: [agencyOf(report)], categories: null }, text: wordsOf(report, 3, run) });
      },
    },
    {
      name: 'gần đây và có thể trùng',
      ask: async (run) => {
        // Somebody stands twelve metres from an open report, an hour after it, and writes the same.
        const report = of(run, open);
        const receivedAt = new Date(report.receivedAt.getTime() + 3_600_000);
        const draft = { ...report, receivedAt, latitude: (report.latitude ?? 0) + 0.000_11 };
        return (await db.transaction((tx) => findForDraft(tx, draft, { now: receivedAt, limit: 5 }))).length;
      },
    },
    {
      name: 'cân đối một tháng',
      ask: async (run) => (await readBalance(sql, period(run, 30))).days.length,
    },
    { name: 'cân đối một năm', ask: async (run) => (await readBalance(sql, period(run, 365))).days.length },
    { name: 'xếp hạng một tháng', ask: async (run) => (await readRanking(sql, month(run))).length },
    { name: 'xếp hạng một quý, ngày bất kỳ', ask: async (run) => (await readRanking(sql, period(run, 92))).length },
    { name: 'xếp hạng một năm, ngày bất kỳ', ask: async (run) => (await readRanking(sql, period(run, 365))).length },
  ];
}

/** By code, which says nothing of time or place. */
async function takeSample(db: DatabaseClients['db']): Promise<Taken[]> {
  return await db.select().from(reports).where(gt(reports.code, 'HN-4')).orderBy(asc(reports.code)).limit(SAMPLE);
}

function pageFive({ db, filters }: { db: DatabaseClients['db']; filters: () => ReportFilters }): Question['ask'] {
  let cursor: string | null = null;
  return async (run) => {
    if (cursor === null) {
      for (let page = 0; page < 4; page += 1) {
        const found = await listReports(db, filters(), { sort: 'due', now: NOW, limit: 50, ...(cursor && { cursor }) });
        cursor = found.next;
      }
    }
    const page = { sort: 'due' as const, now: NOW, limit: 40 + (run % 20), ...(cursor && { cursor }) };
    return (await listReports(db, filters(), page)).items.length;
  };
}

const COMMON = [
  'rac thai',
  'den duong',
  'o ga',
  'via he',
  'ngap nuoc',
  'xe may',
  'cay xanh',
  'nap cong',
  'tieng on',
  'nha dan',
];

/** Words that stand in this report, so that the search finds at least it. */
function wordsOf({ searchText }: Taken, count: number, run: number): string {
  const words = plainWords(searchText).filter((word) => word.length > 1);
  return Array.from({ length: count }, (_, index) => words[(run * 7 + index * 5) % words.length]).join(' ');
}

const agencyOf = ({ agencyCode }: Taken) => agencyCode ?? 'so-xay-dung';
const groupOf = ({ categoryCode }: Taken) => (categoryCode ?? 'GT-01').slice(0, 2);

function dayBefore(days: number): string {
  return new Date(NOW.getTime() - days * 86_400_000).toISOString().slice(0, 10);
}

function period(run: number, length: number): { from: string; to: string } {
  const end = (run * 61) % (REPORT_DAYS - length);
  return { from: dayBefore(end + length - 1), to: dayBefore(end) };
}

function month(run: number): { from: string; to: string } {
  const first = `${dayBefore((run * 61) % (REPORT_DAYS - 60)).slice(0, 8)}01`;
  const next = new Date(Date.parse(`${first}T00:00:00Z`) + 31 * 86_400_000).toISOString().slice(0, 8);
  return { from: first, to: new Date(Date.parse(`${next}01T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10) };
}
