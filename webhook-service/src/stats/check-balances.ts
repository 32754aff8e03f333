import { max } from 'drizzle-orm';
import type { Db, Sql } from '../../../db/client.ts';
import { balanceChecks } from '../../../db/schema/index.ts';
import { dayNumberAt, dayNumberOf, type LocalDate, localDateOf, startOfDay } from '../deadlines/calendar-day.ts';
import { raiseIncident, settleIncident } from '../incidents/incidents.ts';
import { type BalanceMismatch, compareBalances } from './compare-balances.ts';

const KIND = 'balance';
/** A day is compared an hour after midnight, with the digest of its history. */
const REST_MS = 60 * 60_000;
/** Rows may be written days after what they tell of: messages that Zalo delivers late. */
const OVERLAP_MS = 2 * 24 * 60 * 60_000;

interface Clients {
  db: Db;
  sql: Sql;
}

/**
 * The daily check: once a day is over, the balance of every day of receipt to which something happened since the last
 * check; the first time, of all days. Idempotent; does nothing until the next day is over. @returns what does not balance.
 */
export async function checkBalances(clients: Clients, { now }: { now: Date }): Promise<BalanceMismatch[]> {
  const yesterday = localDateOf(dayNumberAt(now.getTime() - REST_MS) - 1);
  const [{ last = null } = {}] = await clients.db.select({ last: max(balanceChecks.day) }).from(balanceChecks);
  if (last !== null && last >= yesterday) return [];
  const days = last === null ? 'all' : await touchedSince(clients.sql, last, yesterday);
  const mismatches = await checkBalance(clients, { days, now });
  const compared = days === 'all' ? await countDays(clients.sql) : days.length;
  await clients.db
    .insert(balanceChecks)
    .values({ day: yesterday, days: compared, mismatches: mismatches.length, checkedAt: now })
    .onConflictDoNothing();
  return mismatches;
}

/** Compares the balance of these days, raises an incident for each that is wrong and settles those of days that are right. */
export async function checkBalance(
  { db, sql }: Clients,
  { days, now }: { days: readonly LocalDate[] | 'all'; now: Date },
): Promise<BalanceMismatch[]> {
  const mismatches = await compareBalances(sql, days);
  for (const { day, difference } of mismatches)
    await raiseIncident(db, { kind: KIND, key: day, data: difference, now });
  const wrong = new Set(mismatches.map(({ day }) => day));
  for (const day of await openDays(sql, days)) {
    if (!wrong.has(day)) await settleIncident(db, { kind: KIND, key: day, now });
  }
  return mismatches;
}

/** Days of receipt of every report with history since the last check, yesterday, and days whose incident is open. */
async function touchedSince(sql: Sql, lastChecked: LocalDate, yesterday: LocalDate): Promise<LocalDate[]> {
  const since = new Date(startOfDay(dayNumberOf(lastChecked)) - OVERLAP_MS);
  const rows = await sql<{ day: LocalDate }[]>`
    select distinct coalesce(nullif(received_day, ''), to_char(received_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD')) as day
    from reports where id in (select report_id from report_history where at >= ${since})`;
  const open = await openDays(sql, 'all');
  return [...new Set([...rows.map(({ day }) => day), ...open, yesterday])].sort();
}

async function openDays(sql: Sql, days: readonly LocalDate[] | 'all'): Promise<LocalDate[]> {
  const rows = await sql<{ day: LocalDate }[]>`
    select key as day from incidents
    where kind = ${KIND} and resolved_at is null and ${days === 'all' ? sql`true` : sql`key = any(${[...days]})`}`;
  return rows.map(({ day }) => day);
}

async function countDays(sql: Sql): Promise<number> {
  const [row] = await sql<{ days: number }[]>`select count(distinct received_day)::int as days from reports`;
  return row?.days ?? 0;
}
