import type { Sql } from '../../../db/client.ts';
import { isOutage } from '../error-codes.ts';
import { RELAY_CHANNEL } from '../queues/enqueue.ts';
import { groupCommit } from './group-commit.ts';

/** What is kept of one event before the 200. */
export interface StoredEvent {
  dedupeKey: string;
  eventName: string;
  zaloUserId: string | null;
  /** Zalo's `timestamp`, epoch ms. */
  eventAt: number;
  /** The body as it was signed. */
  body: string;
}

/** Zalo gives up after 2 000 ms (§1.2): say 503 before that, so that it tries again. */
const DEADLINE_MS = 1_500;

/** Stores events durably, each once, with concurrent callers sharing one statement (DESIGN rule 4). */
export function createEventStore(sql: Sql): { store(event: StoredEvent): Promise<void>; idle(): Promise<void> } {
  const group = groupCommit<StoredEvent>({
    // Two batches on their way, at most 256 rows each: measured best on two cores.
    maxBatch: 256,
    maxInFlight: 2,
    deadlineMs: DEADLINE_MS,
    store: (events) => insertOnce(sql, events),
    isOutage,
  });
  return { store: group.add, idle: group.idle };
}

async function insertOnce(sql: Sql, events: StoredEvent[]): Promise<void> {
  await sql`
    with stored as (
      insert into inbox_events (dedupe_key, event_name, zalo_user_id, event_at, body)
      select key, name, person, to_timestamp(at / 1000.0), body
      from unnest(${events.map((event) => event.dedupeKey)}::text[], ${events.map((event) => event.eventName)}::text[],
                  ${events.map((event) => event.zaloUserId)}::text[], ${events.map((event) => event.eventAt)}::float8[],
                  ${events.map((event) => event.body)}::text[]) as incoming(key, name, person, at, body)
      on conflict (dedupe_key) do nothing
      returning 1
    )
    select pg_notify(${RELAY_CHANNEL}, '') from stored limit 1`;
}
