/** Putting a draft in the place of the live rules: only after a dry run of exactly this content against exactly that set. */
import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { routingRuleSets } from '../../../../db/schema/index.ts';
import { AppError } from '../../errors.ts';
import { contentHash } from './content-hash.ts';
import { type DryRun, lockDraft } from './dry-run.ts';
import type { RuleSet } from './rule.ts';
import { knownNames } from './rule-drafts.ts';
import { liveRuleSet, ruleSetOf } from './rule-store.ts';
import { validateRules } from './validate-rules.ts';

/**
 * Makes a draft the live set and retires the old one. Activations run one after another, so of two that were compared with
 * the same set the second is refused. @throws AppError 404 `rule_set_not_found`, 409 `not_a_draft`, `dry_run_required`,
 * `live_set_changed`, 422 `rules_invalid` when a ward, agency or list the draft names is gone since.
 */
export async function activate(tx: Tx, draftId: number, { by, now }: { by: string; now: Date }): Promise<RuleSet> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('routing_rule_sets', 0))`);
  const draft = await lockDraft(tx, draftId);
  const live = await liveRuleSet(tx, now);
  const hash = contentHash(draft.rules);
  if (draft.dryRunHash !== hash || draft.contentHash !== hash) {
    throw refusal('dry_run_required', 'Phải chạy thử đúng bộ quy tắc này trước khi áp dụng.');
  }
  if ((draft.dryRun as DryRun | null)?.liveId !== live.id) {
    throw refusal(
      'live_set_changed',
      'Bộ quy tắc đang áp dụng đã thay đổi từ lần chạy thử, xin chạy thử lại trước khi áp dụng.',
    );
  }
  const known = await knownNames(tx);
  const { faults } = validateRules(draft.rules, known);
  if (faults.length > 0)
    throw new AppError({ code: 'rules_invalid', status: 422, detail: faults.map(({ text }) => text).join('\n') });
  await tx.update(routingRuleSets).set({ status: 'retired' }).where(eq(routingRuleSets.status, 'live'));
  await tx
    .update(routingRuleSets)
    .set({ status: 'live', activatedBy: by, activatedAt: now })
    .where(eq(routingRuleSets.id, draftId));
  return ruleSetOf(draft, known.agencies);
}

function refusal(code: string, detail: string): AppError {
  return new AppError({ code, status: 409, detail });
}
