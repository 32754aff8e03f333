import { waitFor } from '../../../scripts/testing/wait-for.ts';
import { meetCitizen } from '../../src/conversation/citizens.ts';
import { putMessage } from '../../src/notifications/outbox.ts';
import { createOauthClient } from '../../src/zalo/oauth-client.ts';
import { createTokenStore } from '../../src/zalo/tokens.ts';
import type { City } from '../city.ts';
import type { Person } from '../conversation/talk.ts';

export const CS = 'POST /v3.0/oa/message/cs';

/** As if the rest of every way were over now: no test waits half a minute. */
export async function letPausesEnd({ database: { sql } }: City): Promise<void> {
  await sql`update channel_pauses set until = now()`;
  await sql`update outbox_messages set next_attempt_at = now() where state = 'queued'`;
  await sql`update jobs set run_at = now(), queued_at = null, version = version + 1
            where name = 'outbox.deliver' and finished_at is null and failed_at is null`;
  await sql`select pg_notify('relay', '')`;
}

/** Zalo's answers to the calls for one person, oldest first; 0 is a success. */
export async function answersFor(city: City, { id }: Pick<Person, 'id'>, title = CS): Promise<number[]> {
  const wire = await city.zalo.wire();
  return wire.filter((entry) => entry.title === title && entry.citizenId === id).map(({ errorCode }) => errorCode ?? 0);
}

let told = 0;

/** The service has something to say to somebody it takes to have written a moment ago. @returns the message's number */
export async function tell(
  { database: { db, sql } }: City,
  { id }: Pick<Person, 'id'>,
  text: string,
  { kind = 'welcome', ...more }: { kind?: string; reportId?: number; extras?: { imageOfEvidence?: number } } = {},
): Promise<number> {
  told += 1;
  const [now, idempotencyKey] = [new Date(), `told-${told}`];
  await db.transaction(async (tx) => {
    const known = await sql<{ id: number }[]>`select id::int from citizens where oa_user_id = ${id}`;
    const who = { oaUserId: id, userIdByApp: null, interactedAt: now };
    const citizenId = known[0]?.id ?? (await meetCitizen(tx, who)).id;
    await putMessage(tx, { citizenId, kind, text, idempotencyKey, now, ...more });
  });
  const [row] = await sql<{ id: number }[]>`
    select id::int from outbox_messages where idempotency_key = ${idempotencyKey}`;
  return row?.id ?? 0;
}

export async function messageRow({ database: { sql } }: City, id: number) {
  const [row] = await sql<{ state: string; channel: string | null; code: string | null; attempts: number }[]>`
    select state, channel, error_code as code, attempts from outbox_messages where id = ${id}`;
  return row;
}

/** Open incidents about sending, as `kind: key`. */
export async function openIncidents({ database: { sql } }: City): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select kind || ': ' || key as name from incidents where kind like 'zalo\\_%' and resolved_at is null order by id`;
  return rows.map(({ name }) => name);
}

/** Another process refreshes the pair; the worker still holds the old one. */
export async function refreshElsewhere({ config, database }: City): Promise<void> {
  const { zalo, dataKey, zaloTimeoutMs: timeoutMs } = config;
  const oauth = createOauthClient({ ...zalo, timeoutMs });
  const tokens = createTokenStore({ ...zalo, sql: database.sql, oauth, dataKey, now: () => new Date() });
  const held = await tokens.getAccessToken();
  if (held.ok) await tokens.refreshAfter(held.token);
}

/** Everything tries again; once the first has found that the way works, those that held back for it follow. */
export async function recover(city: City): Promise<void> {
  await letPausesEnd(city);
  await waitFor(async () => (await city.database.sql`select scope from channel_pauses`).length === 0, {
    what: 'the way to work again',
  });
  await letPausesEnd(city);
}

export interface Standstill {
  /** Resolves when somebody stands in the middle of a transaction that wants to write to the table. */
  reached(): Promise<unknown>;
  /** Lets those go who still live. */
  end(): Promise<void>;
}

/** From now on whoever wants to write to this table stands still in the middle of their transaction. */
export async function standstill({ database: { sql } }: City, table: string): Promise<Standstill> {
  const blocker = await sql.reserve();
  await blocker`begin`;
  await blocker`lock table ${blocker(table)} in share mode`;
  const waiting = () => sql`select 1 from pg_locks where not granted and relation = ${table}::regclass`;
  return {
    reached: () =>
      waitFor(async () => (await waiting()).length > 0, { what: `a write to ${table}`, timeoutMs: 40_000 }),
    end: async () => {
      await blocker`rollback`;
      blocker.release();
    },
  };
}
