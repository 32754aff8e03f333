/** Something that must not be and needs a person: raised where it is found, counted for the monitor, resolved by staff. */
import { and, asc, count, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Sql, Tx } from '../../../db/client.ts';
import { incidents } from '../../../db/schema/index.ts';
import { AppError } from '../errors.ts';

export type Incident = typeof incidents.$inferSelect;

export interface IncidentKey {
  /** What went wrong, e.g. `balance`, `rule_failed`. */
  kind: string;
  /** What it is about, e.g. a day or a rule; one open incident per kind and key. */
  key: string;
}

/**
 * Raises an incident, or counts one more time when it is open already; `data` is then the newest. Never anything personal
 * in key or data. @returns how many times it has been seen since it was opened.
 */
export async function raiseIncident(
  tx: Tx,
  { kind, key, data, now }: IncidentKey & { data: Record<string, unknown>; now: Date },
): Promise<{ id: number; times: number }> {
  const [raised] = await tx
    .insert(incidents)
    .values({ kind, key, data, firstAt: now, lastAt: now })
    .onConflictDoUpdate({
      target: [incidents.kind, incidents.key],
      targetWhere: sql`resolved_at is null`,
      set: { times: sql`${incidents.times} + 1`, data, lastAt: now },
    })
    .returning({ id: incidents.id, times: incidents.times });
  if (!raised) throw new Error('an upsert returns its row');
  return raised;
}

/** Ends the open incident of a kind and key, if there is one, because what was wrong is right again. @returns whether there was. */
export async function settleIncident(tx: Tx, { kind, key, now }: IncidentKey & { now: Date }): Promise<boolean> {
  const settled = await tx
    .update(incidents)
    .set({ resolvedAt: now, resolvedBy: 'system' })
    .where(and(eq(incidents.kind, kind), eq(incidents.key, key), isNull(incidents.resolvedAt)))
    .returning({ id: incidents.id });
  return settled.length > 0;
}

/**
 * Marks an incident as dealt with; what has been resolved stays as it was resolved. Comes back as a new one when it is
 * raised again. @throws AppError `incident_not_found` (404).
 */
export async function resolveIncident(
  tx: Tx,
  { id, by, now }: { id: number; by: string; now: Date },
): Promise<Incident> {
  await tx
    .update(incidents)
    .set({ resolvedAt: now, resolvedBy: by })
    .where(and(eq(incidents.id, id), isNull(incidents.resolvedAt)));
  const [incident] = await tx.select().from(incidents).where(eq(incidents.id, id));
  if (!incident) {
    throw new AppError({ code: 'incident_not_found', status: 404, detail: 'Không tìm thấy sự cố này.' });
  }
  return incident;
}

/** Most incidents of one list: a page that is longer than this is itself the incident. */
const MOST = 200;

/** Open incidents, the latest seen first, and how many there are in all. */
export async function openIncidents(tx: Tx): Promise<{ items: Incident[]; total: number }> {
  const open = isNull(incidents.resolvedAt);
  const items = await tx
    .select()
    .from(incidents)
    .where(open)
    .orderBy(desc(incidents.lastAt), asc(incidents.id))
    .limit(MOST);
  const [counted] = await tx.select({ total: count() }).from(incidents).where(open);
  return { items, total: counted?.total ?? 0 };
}

/** Open incidents by kind, for a gauge: PostgreSQL is the truth, whoever raised them. */
export async function incidentCounts(sql: Sql): Promise<{ kind: string; count: number }[]> {
  return await sql<{ kind: string; count: number }[]>`
    select kind, count(*)::int as count from incidents where resolved_at is null group by kind order by kind`;
}

/** What an incident is called. Unknown kinds keep their code, so that none is hidden. */
export function incidentLabel(kind: string): string {
  return labels[kind] ?? kind;
}

const labels: Readonly<Record<string, string>> = {
  balance: 'Số liệu tiếp nhận trong ngày không khớp',
  rule_failed: 'Quy tắc phân luồng bị lỗi',
  history_broken: 'Lịch sử xử lý bị đứt mạch',
  privacy_due_soon: 'Yêu cầu về dữ liệu cá nhân sắp đến hạn',
  privacy_overdue: 'Yêu cầu về dữ liệu cá nhân quá hạn',
  webhook_gap: 'Tin nhắn của người dân không đến nơi',
  zalo_consent_needed: 'Cần cấp quyền lại cho ứng dụng Zalo',
  zalo_needs_human: 'Zalo từ chối gửi tin: cần người quản trị OA xử lý',
  zalo_template_off: 'Mẫu tin Zalo bị tắt hoặc chất lượng thấp',
  zalo_our_bug: 'Zalo không nhận tin vì nội dung hoặc mẫu tin sai',
  zalo_fate_unknown: 'Không rõ tin nhắn đã tới người dân hay chưa',
};
