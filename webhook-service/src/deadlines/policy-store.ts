import { desc, eq, lte } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { duePolicies } from '../../../db/schema/index.ts';
import { AppError } from '../errors.ts';
import { currentDuePolicy } from './policy.ts';
import { policyFaults } from './policy-faults.ts';
import type { DuePolicy } from './policy-schema.ts';

/** A new policy is announced days before it counts: a minute of delay harms nobody and saves a query per report. */
const KEEP_MS = 60_000;

export interface PolicyStore {
  /** The policy in force now, read again at most once a minute. */
  current(tx: Tx): Promise<DuePolicy>;
  /** The policy a clock was counted by; null when there is none of that version. */
  byVersion(tx: Tx, version: string): Promise<DuePolicy | null>;
}

/** Due policies as staff have them in the table; where there is none, that of this build is put there. */
export function createPolicyStore(now: () => Date): PolicyStore {
  let kept: { policy: DuePolicy; readAt: number } | null = null;
  const versions = new Map<string, DuePolicy>();
  return {
    current: async (tx) => {
      const at = now();
      if (!kept || at.getTime() - kept.readAt > KEEP_MS)
        kept = { policy: await readCurrent(tx, at), readAt: at.getTime() };
      return kept.policy;
    },
    byVersion: async (tx, version) => {
      const known = versions.get(version) ?? (await readVersion(tx, version));
      // A version never changes once it is written.
      if (known) versions.set(version, known);
      return known;
    },
  };
}

/**
 * Adds a version of the policy that counts from `validFrom` on for clocks started then; those that run keep theirs.
 * @throws AppError `policy_invalid` (422) with every fault, `policy_version_taken` (409).
 */
export async function addPolicy(
  tx: Tx,
  policy: unknown,
  { by, validFrom, now }: { by: string; validFrom: Date; now: Date },
): Promise<DuePolicy> {
  const faults = policyFaults(policy);
  if (validFrom < now) faults.push('ngày hiệu lực không được ở trong quá khứ');
  if (faults.length > 0)
    throw new AppError({
      code: 'policy_invalid',
      status: 422,
      detail: `Quy định thời hạn chưa dùng được: ${faults.join('; ')}.`,
    });
  await seedPolicy(tx, now);
  const checked = policy as DuePolicy;
  const added = await tx
    .insert(duePolicies)
    .values({ version: checked.version, validFrom, policy: checked, createdBy: by, createdAt: now })
    .onConflictDoNothing()
    .returning({ version: duePolicies.version });
  if (added.length === 0)
    throw new AppError({
      code: 'policy_version_taken',
      status: 409,
      detail: `Đã có quy định thời hạn phiên bản ${checked.version}. Hãy chọn tên phiên bản khác.`,
    });
  return checked;
}

async function readCurrent(tx: Tx, at: Date): Promise<DuePolicy> {
  const inForce = () =>
    tx
      .select({ policy: duePolicies.policy })
      .from(duePolicies)
      .where(lte(duePolicies.validFrom, at))
      .orderBy(desc(duePolicies.validFrom), desc(duePolicies.createdAt), desc(duePolicies.version))
      .limit(1);
  const [row] = await inForce();
  if (row) return row.policy as unknown as DuePolicy;
  await seedPolicy(tx, at);
  const [seeded] = await inForce();
  return (seeded?.policy as unknown as DuePolicy | undefined) ?? currentDuePolicy;
}

async function readVersion(tx: Tx, version: string): Promise<DuePolicy | null> {
  const [row] = await tx
    .select({ policy: duePolicies.policy })
    .from(duePolicies)
    .where(eq(duePolicies.version, version));
  if (row) return row.policy as unknown as DuePolicy;
  return version === currentDuePolicy.version ? currentDuePolicy : null;
}

/** The policy of this build counts since ever; once written, the table is what counts. */
async function seedPolicy(tx: Tx, now: Date): Promise<void> {
  await tx
    .insert(duePolicies)
    .values({
      version: currentDuePolicy.version,
      validFrom: new Date(0),
      policy: currentDuePolicy,
      createdBy: 'system',
      createdAt: now,
    })
    .onConflictDoNothing();
}
