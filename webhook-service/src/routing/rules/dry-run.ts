/** A dry run: the last reports decided again by the live rules and by a draft. Nothing goes live without one. */
import { desc, eq, lt } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { reports, routingRuleSets } from '../../../../db/schema/index.ts';
import { AppError } from '../../errors.ts';
import { contentHash } from './content-hash.ts';
import { type Comparison, createReplay, type ReplayedReport } from './replay.ts';
import { routingInputOf } from './replay-input.ts';
import type { RoutingRule } from './rule.ts';
import { knownNames } from './rule-drafts.ts';
import { liveRuleSet, loadAssetLists, ruleSetOf } from './rule-store.ts';
import { type ShadowedRule, shadowedRules } from './shadowed.ts';
import { validateRules } from './validate-rules.ts';

export interface DryRun extends Comparison {
  draftId: number;
  /** The set it was compared with; another one going live makes the dry run worthless. */
  liveId: number;
  at: string;
  /** Rules that no report whatever can reach. */
  shadowed: ShadowedRule[];
  warnings: string[];
}

export const MAX_REPLAYED = 5_000;
/** Decided between two queries, so that the process answers others meanwhile: about 60 ms. */
const PORTION = 100;

/**
 * Replays the last `lastN` reports (1 to 5000) as they were received: their words, ward, category, and the hour of receipt.
 * Stores the result with the hash of the content it saw. @throws AppError 404 `rule_set_not_found`, 409 `not_a_draft`.
 */
export async function dryRun(tx: Tx, draftId: number, { lastN, now }: { lastN: number; now: Date }): Promise<DryRun> {
  const row = await lockDraft(tx, draftId);
  const live = await liveRuleSet(tx, now);
  const known = await knownNames(tx);
  const replay = createReplay(live, ruleSetOf(row, known.agencies), await loadAssetLists(tx));
  let before = Number.MAX_SAFE_INTEGER;
  let left = Math.min(Math.max(1, lastN), MAX_REPLAYED);
  while (left > 0) {
    const portion = await readReports(tx, before, Math.min(left, PORTION));
    replay.add(portion.map(({ report }) => report));
    left = portion.length < PORTION ? 0 : left - portion.length;
    before = portion.at(-1)?.id ?? 0;
  }
  const result: DryRun = {
    ...replay.result(),
    draftId,
    liveId: live.id ?? 0,
    at: now.toISOString(),
    shadowed: shadowedRules(row.rules as RoutingRule[]),
    warnings: validateRules(row.rules, known).warnings,
  };
  await tx
    .update(routingRuleSets)
    .set({ dryRun: { ...result }, dryRunHash: contentHash(row.rules) })
    .where(eq(routingRuleSets.id, draftId));
  return result;
}

/** The draft, locked. @throws AppError 404 `rule_set_not_found`, 409 `not_a_draft`. */
export async function lockDraft(tx: Tx, draftId: number): Promise<typeof routingRuleSets.$inferSelect> {
  const [row] = await tx.select().from(routingRuleSets).where(eq(routingRuleSets.id, draftId)).for('update');
  if (!row) throw new AppError({ code: 'rule_set_not_found', status: 404, detail: 'Không có bộ quy tắc này.' });
  if (row.status !== 'draft')
    throw new AppError({ code: 'not_a_draft', status: 409, detail: 'Bộ quy tắc này không còn là bản nháp.' });
  return row;
}

async function readReports(tx: Tx, before: number, limit: number): Promise<{ id: number; report: ReplayedReport }[]> {
  const rows = await tx.select().from(reports).where(lt(reports.id, before)).orderBy(desc(reports.id)).limit(limit);
  return rows.map((row) => ({
    id: row.id,
    report: { code: row.code, input: routingInputOf(row, row.receivedAt) },
  }));
}
