import { and, asc, eq, inArray, isNull, lt, notExists, or, sql } from 'drizzle-orm';
import type { Db } from '../../../db/client.ts';
import { incidents, jobs, privacyRequests } from '../../../db/schema/index.ts';
import { raiseIncident, settleIncident } from '../incidents/incidents.ts';
import { isDoneByMachine, type PrivacyRequest, performSoon } from './open-request.ts';
import { standingOf } from './request-clock.ts';

/** A request that nobody is at work on after this long was forgotten. */
const FORGOTTEN_AFTER_MS = 60_000;
const KINDS = ['privacy_due_soon', 'privacy_overdue'] as const;

/**
 * Looks after the requests of data subjects: those the service can do get a job when they have none, those that are due
 * within a day or late raise an incident, and incidents end with their request.
 * @returns how many were given a job
 */
export async function sweepPrivacyRequests(db: Db, { now }: { now: Date }): Promise<number> {
  const open = await db
    .select()
    .from(privacyRequests)
    .where(inArray(privacyRequests.state, ['received', 'answered']))
    .orderBy(asc(privacyRequests.id));
  for (const request of open) await judge(db, request, now);
  await settleOver(db, now);
  const forgotten = await withoutJob(db, now);
  for (const request of forgotten) await db.transaction((tx) => performSoon(tx, request, now));
  return forgotten.length;
}

async function judge(db: Db, request: PrivacyRequest, now: Date): Promise<void> {
  const { standing, what } = standingOf(request, now);
  const kind = { in_time: null, due_soon: KINDS[0], overdue: KINDS[1] }[standing];
  const key = keyOf(request.id);
  const [current] = await db
    .select({ kind: incidents.kind, data: incidents.data })
    .from(incidents)
    .where(and(eq(incidents.key, key), inArray(incidents.kind, [...KINDS]), isNull(incidents.resolvedAt)));
  if (current?.kind === kind && current?.data.due === what) return;
  await db.transaction(async (tx) => {
    for (const other of KINDS) if (other !== kind) await settleIncident(tx, { kind: other, key, now });
    if (kind)
      await raiseIncident(tx, { kind, key, data: { requestId: request.id, request: request.kind, due: what }, now });
  });
}

/** Requests that are over need nobody's attention. */
async function settleOver(db: Db, now: Date): Promise<void> {
  const raised = await db
    .select({ kind: incidents.kind, key: incidents.key })
    .from(incidents)
    .innerJoin(privacyRequests, sql`${incidents.key} = 'request-' || ${privacyRequests.id}`)
    .where(
      and(
        inArray(incidents.kind, [...KINDS]),
        isNull(incidents.resolvedAt),
        inArray(privacyRequests.state, ['done', 'refused']),
      ),
    );
  for (const { kind, key } of raised) await db.transaction((tx) => settleIncident(tx, { kind, key, now }));
}

/** Open, the service's to do, and no job that is still to run. A failed one stays failed: it needs a person. */
async function withoutJob(db: Db, now: Date): Promise<PrivacyRequest[]> {
  const job = db
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(eq(jobs.key, sql`'privacy.perform:request-' || ${privacyRequests.id}`), isNull(jobs.finishedAt)));
  const rows = await db
    .select()
    .from(privacyRequests)
    .where(
      and(
        or(
          eq(privacyRequests.state, 'received'),
          and(eq(privacyRequests.kind, 'erase'), eq(privacyRequests.state, 'answered')),
        ),
        lt(privacyRequests.receivedAt, new Date(now.getTime() - FORGOTTEN_AFTER_MS)),
        notExists(job),
      ),
    );
  return rows.filter(({ kind, source }) => isDoneByMachine(kind) && !(kind === 'export' && source !== 'chat'));
}

function keyOf(requestId: number): string {
  return `request-${requestId}`;
}
