/** The rules and lists as they are in the database, read again at most once a minute. */
import { eq } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { agencies, assetLists as assetTable, routingRuleSets } from '../../../../db/schema/index.ts';
import { type AssetLists, assetLists, noAssets } from './asset-list.ts';
import { contentHash, versionOf } from './content-hash.ts';
import type { RoutingRule, RuleSet } from './rule.ts';
import { seedRuleSet } from './seed-rule-set.ts';

export interface RuleStore {
  /** Reads the live rules and the lists if what is kept is older than a minute. Call it in the transaction that routes. */
  refresh(tx: Tx): Promise<{ rules: RuleSet; lists: AssetLists }>;
  /** As last read; before that, those of this build. For `RoutingKnowledge`. */
  rules(): RuleSet;
  lists(): AssetLists;
}

const KEEP_MS = 60_000;

/** One per process: every caller sees a changed set within a minute, without a restart. */
export function createRuleStore(now: () => Date): RuleStore {
  let kept: { rules: RuleSet; lists: AssetLists; readAt: number } | null = null;
  return {
    refresh: async (tx) => {
      const at = now().getTime();
      if (kept && at - kept.readAt < KEEP_MS) return kept;
      const found = await findLive(tx);
      const read = { rules: found ?? (await liveRuleSet(tx, now())), lists: await loadAssetLists(tx), readAt: at };
      // What this transaction has just put in is not kept: it may yet be rolled back.
      if (found) kept = read;
      return read;
    },
    rules: () => kept?.rules ?? seedRuleSet,
    lists: () => kept?.lists ?? noAssets,
  };
}

/** The live rules. A database without any gets those of this build; however many ask at once, one set goes in. */
export async function liveRuleSet(tx: Tx, now: Date = new Date()): Promise<RuleSet> {
  const found = await findLive(tx);
  if (found) return found;
  await tx
    .insert(routingRuleSets)
    .values({
      status: 'live',
      rules: [...seedRuleSet.rules],
      contentHash: contentHash(seedRuleSet.rules),
      note: 'Bộ quy tắc đầu tiên, theo danh mục lĩnh vực.',
      createdBy: 'seed',
      createdAt: now,
      activatedBy: 'seed',
      activatedAt: now,
    })
    .onConflictDoNothing();
  const seeded = await findLive(tx);
  if (!seeded) throw new Error('no live routing rules after seeding');
  return seeded;
}

/** All lists, the city's own included when nothing is loaded. */
export async function loadAssetLists(tx: Tx): Promise<AssetLists> {
  const rows = await tx
    .select({ list: assetTable.list, name: assetTable.name })
    .from(assetTable)
    .orderBy(assetTable.id);
  const namesOf: Record<string, string[]> = {};
  for (const { list, name } of rows) {
    namesOf[list] ??= [];
    namesOf[list].push(name);
  }
  return assetLists(namesOf);
}

/** Codes of all agencies, also of those that a new ward map brought. */
export async function loadAgencyCodes(tx: Tx): Promise<ReadonlySet<string>> {
  return new Set((await tx.select({ code: agencies.code }).from(agencies)).map(({ code }) => code));
}

/** A stored set as rules; what is wrong in it shows when it is tried. */
export function ruleSetOf(
  row: Pick<typeof routingRuleSets.$inferSelect, 'id' | 'rules' | 'contentHash'>,
  agencyCodes: ReadonlySet<string>,
): RuleSet {
  return {
    id: row.id,
    version: versionOf(row.contentHash),
    rules: row.rules as RoutingRule[],
    agencies: agencyCodes,
  };
}

async function findLive(tx: Tx): Promise<RuleSet | null> {
  const [row] = await tx.select().from(routingRuleSets).where(eq(routingRuleSets.status, 'live'));
  return row ? ruleSetOf(row, await loadAgencyCodes(tx)) : null;
}
