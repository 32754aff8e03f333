import { eq, sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { citizens, reports } from '../../../db/schema/index.ts';
import { waitFor } from '../../../scripts/testing/wait-for.ts';
import { type City, hears, startCity } from '../city.ts';

/** Long enough for the messages of one burst to arrive together on a busy machine. */
export const QUIET_MS = 1_000;

/** A city that only guesses wards (no outlines), so that its questions about them can be tested anywhere. */
export function startTalkingCity(): Promise<City> {
  return startCity({ env: { WARD_BOUNDARIES: '', CHAT_QUIET_MS: String(QUIET_MS) } });
}

export type Act = Parameters<City['zalo']['act']>[1];

export interface Person {
  id: string;
  /** Sends what makes up one burst, at once. */
  sends(...acts: (string | Act)[]): Promise<void>;
  photos(count: number): Promise<Act>;
  /** Sends now what Zalo delivers only after a while; anything sent later overtakes it. */
  sendsLate(delayMs: number, act: Act): Promise<{ delivered: Promise<unknown> }>;
  hears(what: RegExp): Promise<string[]>;
  /** Everything this person was told, once nothing is under way any more. */
  heardInTheEnd(): Promise<string[]>;
  /** Code of the report in the last message that names one. */
  code(): Promise<string>;
}

/** Somebody who has never written before. */
export async function newcomer(city: City, name = 'Người dân'): Promise<Person> {
  const { id } = await city.zalo.addCitizen(name);
  let sent = 0;
  const heard = () => city.heard(id);
  return {
    id,
    sends: async (...acts) => {
      sent += acts.length;
      await Promise.all(
        acts.map((act) => city.zalo.act(id, typeof act === 'string' ? { act: 'text', text: act } : act)),
      );
    },
    photos: async (count) => ({
      act: 'photos',
      photoIds: await Promise.all(Array.from({ length: count }, () => city.photo())),
    }),
    sendsLate: async (delayMs, act) => {
      const own = async () => (await city.zalo.messages(id)).filter((message) => message.from === 'citizen').length;
      const before = await own();
      await city.zalo.settings({ webhook: { delayMinMs: delayMs, delayMaxMs: delayMs } });
      sent += 1;
      const delivered = city.zalo.act(id, act);
      // It is on the phone, with its time, before the next message is; only its delivery waits.
      await waitFor(async () => (await own()) > before, { what: 'the late message on the phone' });
      await city.zalo.settings({ webhook: { delayMinMs: 0, delayMaxMs: 0 } });
      return { delivered };
    },
    hears: (what) => hears(city, id, what, 25_000),
    heardInTheEnd: async () => {
      await allDone(city, id, sent);
      return heard();
    },
    code: async () => {
      const code = (await heard()).map((text) => /HN-\w{8}/.exec(text)?.[0]).findLast(Boolean);
      expect(code, 'a report code among the messages').toBeDefined();
      return code ?? '';
    },
  };
}

/** Waits until the person's events are applied, their jobs that are due are done and their messages have left. */
async function allDone(city: City, oaUserId: string, atLeast: number): Promise<void> {
  await waitFor(
    async () => {
      const [row] = await city.database.db.execute<{ arrived: number; open: number }>(sql`
        with me as (select id from citizens where oa_user_id = ${oaUserId})
        select (select count(*)::int from inbox_events where zalo_user_id = ${oaUserId} and finished_at is not null
                  and event_name not like 'oa\\_%' and event_name not in ('user_received_message', 'user_seen_message')) as arrived,
               (select count(*)::int from inbox_events where zalo_user_id = ${oaUserId} and finished_at is null and failed_at is null)
             + (select count(*)::int from jobs where finished_at is null and failed_at is null and run_at < now() + interval '1 hour'
                  and key in (select 'outbox.deliver:citizen-' || id from me
                              union select 'intake.settle:draft-' || drafts.id from drafts join me on me.id = citizen_id
                              union select 'routing.route:report-' || reports.id from reports join me on me.id = citizen_id))
             + (select count(*)::int from outbox_messages join me on me.id = citizen_id where state in ('queued', 'sending', 'unsure')) as open`);
      return row !== undefined && row.arrived >= atLeast && row.open === 0;
    },
    { what: `everything of ${oaUserId} to be done`, timeoutMs: 25_000 },
  );
}

/** The person's reports, oldest first. */
export async function reportsOf(city: City, person: Person) {
  const rows = await city.database.db
    .select({ report: reports })
    .from(reports)
    .innerJoin(citizens, eq(citizens.id, reports.citizenId))
    .where(eq(citizens.oaUserId, person.id))
    .orderBy(reports.id);
  return rows.map(({ report }) => report);
}
