/** Draft sets of rules: written whole, never changed, checked before they are stored. */
import type { Tx } from '../../../../db/client.ts';
import { adminUnits, routingRuleSets } from '../../../../db/schema/index.ts';
import { AppError } from '../../errors.ts';
import { tidy } from '../../language/normalise.ts';
import { contentHash, versionOf } from './content-hash.ts';
import type { RoutingRule } from './rule.ts';
import { loadAgencyCodes, loadAssetLists } from './rule-store.ts';
import { type KnownNames, validateRules } from './validate-rules.ts';

export interface SavedDraft {
  id: number;
  contentHash: string;
  version: string;
  /** Vietnamese sentences about what should be looked at. */
  warnings: string[];
}

/** Faults shown at once; a set with more is broken in one way many times. */
const MAX_FAULTS_SHOWN = 100;

/**
 * Stores rules as a draft. @throws AppError 422 `rules_invalid` whose detail lists every fault in Vietnamese, one per line.
 */
export async function saveDraft(
  tx: Tx,
  rules: readonly unknown[],
  { by, note, now }: { by: string; note: string; now: Date },
): Promise<SavedDraft> {
  const { faults, warnings } = validateRules(rules, await knownNames(tx));
  if (faults.length > 0) {
    const shown = faults.slice(0, MAX_FAULTS_SHOWN).map(({ text }) => text);
    const rest = faults.length - shown.length;
    const lines = rest > 0 ? [...shown, `Và ${rest} lỗi khác.`] : shown;
    throw new AppError({ code: 'rules_invalid', status: 422, detail: lines.join('\n') });
  }
  const tidied = (rules as RoutingRule[]).map(tidyRule);
  const hash = contentHash(tidied);
  const [row] = await tx
    .insert(routingRuleSets)
    .values({ status: 'draft', rules: tidied, contentHash: hash, note: tidy(note), createdBy: by, createdAt: now })
    .returning({ id: routingRuleSets.id });
  if (!row) throw new Error('draft was not stored');
  return { id: row.id, contentHash: hash, version: versionOf(hash), warnings };
}

/** What rules may name at this moment. */
export async function knownNames(tx: Tx): Promise<KnownNames> {
  const wards = await tx.select({ code: adminUnits.code }).from(adminUnits);
  return {
    agencies: await loadAgencyCodes(tx),
    wards: new Set(wards.map(({ code }) => code)),
    lists: new Set((await loadAssetLists(tx)).keys()),
  };
}

/** Words people typed, in one spelling (NFC). */
function tidyRule(rule: RoutingRule): RoutingRule {
  const { when, to } = rule;
  return {
    ...rule,
    name: tidy(rule.name),
    when: { ...when, ...(when.keywords && { keywords: when.keywords.map(tidy) }) },
    to: { ...to, ...(to.contact !== undefined && { contact: tidy(to.contact) }) },
  };
}
