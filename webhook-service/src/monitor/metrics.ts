import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Sql } from '../../../db/client.ts';
import { incidentCounts } from '../incidents/incidents.ts';

export type Metrics = ReturnType<typeof createMetrics>;

/** Every figure of a role, by names that say the unit. Labels are closed sets: never an address, an id or a person. */
export function createMetrics(role: 'server' | 'worker') {
  const registry = new Registry();
  registry.setDefaultLabels({ role });
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    webhook: new Counter<'outcome'>({
      name: 'zalo_webhook_events_total',
      help: 'Webhook calls by outcome',
      labelNames: ['outcome'],
      registers,
    }),
    applied: new Counter<'outcome'>({
      name: 'inbox_events_applied_total',
      help: 'Stored events applied, by outcome',
      labelNames: ['outcome'],
      registers,
    }),
    jobs: new Counter<'job' | 'outcome'>({
      name: 'jobs_total',
      help: 'Jobs by name and outcome',
      labelNames: ['job', 'outcome'],
      registers,
    }),
    jobSeconds: new Histogram<'job'>({
      name: 'job_duration_seconds',
      help: 'Time in the handler',
      labelNames: ['job'],
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
      registers,
    }),
    messages: new Counter<'outcome'>({
      name: 'outbox_deliveries_total',
      help: 'Attempts to tell a citizen, by outcome',
      labelNames: ['outcome'],
      registers,
    }),
    timers: new Counter<'kind'>({
      name: 'timers_fired_total',
      help: 'Timers fired, by kind',
      labelNames: ['kind'],
      registers,
    }),
    swept: new Counter({ name: 'queue_rows_requeued_total', help: 'Rows the sweep had to queue again', registers }),
    tokens: new Counter<'event'>({
      name: 'zalo_token_events_total',
      help: 'Refreshes and troubles of the OA token',
      labelNames: ['event'],
      registers,
    }),
  };
}

/**
 * Depths read from PostgreSQL: the truth, whatever Redis says.
 * @returns what reads them anew; to be called before the figures are given out.
 */
export function addDatabaseGauges(registry: Registry, sql: Sql): () => Promise<void> {
  const open = new Gauge<'source'>({
    name: 'work_rows_open',
    help: 'Rows that stand for work not finished yet',
    labelNames: ['source'],
    registers: [registry],
  });
  const failed = new Gauge<'source'>({
    name: 'work_rows_failed',
    help: 'Rows set aside after their last attempt; somebody must look',
    labelNames: ['source'],
    registers: [registry],
  });
  const overdue = new Gauge({
    name: 'timers_overdue',
    help: 'Timers due for more than a minute and not fired',
    registers: [registry],
  });
  const tray = new Gauge({ name: 'reports_in_tray', help: 'Reports that wait for a person', registers: [registry] });
  const outbox = new Gauge<'state'>({
    name: 'outbox_messages_waiting',
    help: 'Messages not accepted by Zalo yet, by state',
    labelNames: ['state'],
    registers: [registry],
  });
  const incidents = new Gauge<'kind'>({
    name: 'incidents_open',
    help: 'Things that must not be and wait for a person: a balance that does not hold, a rule that fails',
    labelNames: ['kind'],
    registers: [registry],
  });
  return async () => {
    const [depths, openIncidents] = await Promise.all([readDepths(sql), incidentCounts(sql)]);
    incidents.reset();
    for (const { kind, count } of openIncidents) incidents.set({ kind }, count);
    for (const { source, open: openRows, failed: failedRows } of depths.work) {
      open.set({ source }, openRows);
      failed.set({ source }, failedRows);
    }
    overdue.set(depths.overdueTimers);
    tray.set(depths.tray);
    outbox.reset();
    for (const { state, count } of depths.outbox) outbox.set({ state }, count);
  };
}

async function readDepths(sql: Sql) {
  const [work, [timers], [tray], outbox] = await Promise.all([
    sql<{ source: string; open: number; failed: number }[]>`
      select 'inbox' as source, count(*) filter (where failed_at is null)::int as open, count(*) filter (where failed_at is not null)::int as failed
      from inbox_events where finished_at is null
      union all
      select 'jobs', count(*) filter (where failed_at is null)::int, count(*) filter (where failed_at is not null)::int from jobs where finished_at is null
      union all
      select 'timers', count(*) filter (where failed_at is null)::int, count(*) filter (where failed_at is not null)::int from timers where finished_at is null`,
    sql<
      { count: number }[]
    >`select count(*)::int as count from timers where finished_at is null and failed_at is null and run_at < now() - interval '1 minute'`,
    sql<{ count: number }[]>`select count(*)::int as count from reports where tray_since is not null`,
    sql<{ state: string; count: number }[]>`
      select state, count(*)::int as count from outbox_messages where state in ('queued', 'sending', 'unsure', 'held') group by state`,
  ]);
  return { work, overdueTimers: timers?.count ?? 0, tray: tray?.count ?? 0, outbox };
}
