/** What the routing rules' face reads: sets, lists, and why a report went where it went. */
import { and, asc, count, desc, eq, inArray, lt, max } from 'drizzle-orm';
import type { Db, Tx } from '../../../db/client.ts';
import { assetLists, reportHistory, reports, routingRuleSets } from '../../../db/schema/index.ts';
import { AppError } from '../errors.ts';
import { parseReportCode } from '../reports/report-code.ts';
import { decideRouting } from '../routing/agency-rules.ts';
import { versionOf } from '../routing/rules/content-hash.ts';
import type { DryRun } from '../routing/rules/dry-run.ts';
import { outcomeOf } from '../routing/rules/replay.ts';
import { routingInputOf } from '../routing/rules/replay-input.ts';
import { liveRuleSet, loadAssetLists } from '../routing/rules/rule-store.ts';
import { traceFromHistory, traceOf } from '../routing/rules/trace.ts';

const PAGE = 50;

/** The live set whole, the others as a page of summaries, newest first, and the lists. */
export async function listRuleSets(tx: Tx, { before, now }: { before: number | null; now: Date }) {
  const live = await liveRuleSet(tx, now);
  const rows = await tx
    .select()
    .from(routingRuleSets)
    .where(before === null ? undefined : lt(routingRuleSets.id, before))
    .orderBy(desc(routingRuleSets.id))
    .limit(PAGE);
  return {
    live: { id: live.id ?? 0, version: live.version, rules: [...live.rules] },
    sets: rows.map(summaryOf),
    next: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null,
    lists: await listLists(tx),
  };
}

/** One set with its rules and its last dry run. @throws AppError 404 `rule_set_not_found` */
export async function readRuleSet(db: Db, id: number) {
  const [row] = await db.select().from(routingRuleSets).where(eq(routingRuleSets.id, id));
  if (!row) throw new AppError({ code: 'rule_set_not_found', status: 404, detail: 'Không có bộ quy tắc này.' });
  return { ...summaryOf(row), content: row.rules, dryRun: row.dryRun as DryRun | null };
}

/** What the rules said when the report was routed, and what today's would. @throws AppError 404 `report_not_found` */
export async function explainRouting(
  tx: Tx,
  typedCode: string,
  {
    now,
    mayRead,
  }: { now: Date; mayRead: (report: { agencyCode: string | null; categoryCode: string | null }) => boolean },
) {
  const reading = parseReportCode(typedCode);
  const [report] = reading.ok ? await tx.select().from(reports).where(eq(reports.code, reading.code)) : [];
  if (!report || !mayRead(report))
    throw new AppError({ code: 'report_not_found', status: 404, detail: 'Không tìm thấy phản ánh có mã này.' });
  const rows = await tx
    .select()
    .from(reportHistory)
    .where(and(eq(reportHistory.reportId, report.id), inArray(reportHistory.event, [...ROUTING_EVENTS])))
    .orderBy(asc(reportHistory.id));
  const rules = await liveRuleSet(tx, now);
  const lists = await loadAssetLists(tx);
  const decision = decideRouting({ ...routingInputOf(report, now), rules, lists });
  return {
    code: report.code,
    history: rows.map(({ at, event, data }) => ({
      at: at.toISOString(),
      event,
      agencyCode: textOrNull(data.agencyCode) ?? textOrNull(data.proposedAgency),
      because: Array.isArray(data.because) ? data.because.map(String) : [],
      routing: traceFromHistory(data),
    })),
    today: {
      outcome: outcomeOf(decision),
      because: decision.because,
      routing: traceOf(decision),
      contact: decision.contact ?? null,
    },
  };
}

/** Events that say where a report went or why it waits. */
const ROUTING_EVENTS = ['dispatched', 'put_into_tray', 'handed_over'] as const;

function summaryOf(row: typeof routingRuleSets.$inferSelect) {
  return {
    id: row.id,
    status: row.status,
    version: versionOf(row.contentHash),
    rules: row.rules.length,
    note: row.note,
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    activatedBy: row.activatedBy,
    activatedAt: row.activatedAt?.toISOString() ?? null,
    dryRunAt: (row.dryRun as DryRun | null)?.at ?? null,
  };
}

async function listLists(tx: Tx) {
  const loaded = await tx
    .select({
      list: assetLists.list,
      size: count(),
      loadedAt: max(assetLists.loadedAt),
      source: max(assetLists.source),
    })
    .from(assetLists)
    .groupBy(assetLists.list);
  const names = [...(await loadAssetLists(tx)).keys()].sort();
  return names.map((list) => {
    const found = loaded.find((item) => item.list === list);
    return {
      list,
      size: found?.size ?? 0,
      loadedAt: found?.loadedAt?.toISOString() ?? null,
      source: found?.source ?? null,
    };
  });
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
