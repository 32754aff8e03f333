/** What a plan depends on, read from where it is kept. */
import { and, count, desc, eq, gt, gte, inArray, ne, or, sql, sum } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { channelPauses, consents, messageCosts, outboxMessages, reports } from '../../../../db/schema/index.ts';
import { hasChat } from '../../people/oa-user-id.ts';
import { selvesOf } from '../../people/selves.ts';
import { weightOf } from '../message-kinds.ts';
import type { PlannerDeps } from './deps.ts';
import type { CitizenRow, FarFacts, NearFacts, OutboxRow } from './facts.ts';
import { budgetDay } from './hours.ts';
import { templateChoices } from './template-choices.ts';

export async function nearFacts(
  db: Tx,
  message: OutboxRow,
  citizen: CitizenRow,
  { now: clock, freeRepliesPerWindow }: PlannerDeps,
): Promise<NearFacts> {
  const now = clock();
  const [pauses, facts] = await Promise.all([
    db.select().from(channelPauses).where(gt(channelPauses.until, now)),
    ownFacts(db, message, citizen, freeRepliesPerWindow > 0),
  ]);
  return {
    now,
    weight: weightOf(message.kind),
    emergency: facts.emergency,
    person: {
      anonymous: citizen.anonymousConversationId !== null,
      erased: citizen.erasedAt !== null,
      blocked: citizen.blockedAt !== null,
      unreachableUntil: citizen.unreachableUntil,
      // Of somebody without a chat there is none; every way that leads through Zalo's account id begins with it.
      lastInteractionAt:
        hasChat(citizen) || citizen.anonymousConversationId !== null ? citizen.lastInteractionAt : null,
    },
    pauses: new Map(pauses.map(({ scope, until }) => [scope, until])),
    free: { perWindow: freeRepliesPerWindow, used: facts.used },
  };
}

export async function farFacts(db: Tx, message: OutboxRow, citizen: CitizenRow, deps: PlannerDeps): Promise<FarFacts> {
  const day = budgetDay(deps.now());
  const live = inArray(messageCosts.state, ['reserved', 'spent']);
  const [spent] = await db
    .select({ dong: sum(messageCosts.dong).mapWith(Number) })
    .from(messageCosts)
    .where(and(eq(messageCosts.day, day), gt(messageCosts.dong, 0), live, ne(messageCosts.messageId, message.id)));
  const today = await db
    .select({ channel: messageCosts.channel, dong: messageCosts.dong, reportId: outboxMessages.reportId })
    .from(messageCosts)
    .innerJoin(outboxMessages, eq(outboxMessages.id, messageCosts.messageId))
    .where(
      and(
        eq(messageCosts.citizenId, citizen.id),
        eq(messageCosts.day, day),
        live,
        ne(messageCosts.messageId, message.id),
      ),
    );
  const notices = today.filter(({ channel }) => channel === 'miniapp');
  const choices = await templateChoices(db, message, citizen, deps);
  return {
    budget: {
      perDay: deps.paidDongPerDay,
      gone: spent?.dong ?? 0,
      perPerson: deps.paidPerPersonPerDay,
      toPerson: today.filter(({ dong }) => dong > 0).length,
    },
    miniapp: {
      configured: deps.miniappConfigured && deps.miniappId !== null,
      knowsPerson: citizen.userIdByApp !== null,
      allowed: citizen.notifyAllowed,
      openedAt: citizen.miniappOpenedAt,
      aboutReportToday: notices.filter(({ reportId }) => reportId !== null && reportId === message.reportId).length,
      toPersonToday: notices.length,
      template: choices.miniapp,
    },
    uid: { template: choices.uid },
    zns: {
      configured: deps.znsConfigured,
      hasPhone: citizen.phoneEnc !== null,
      consent: citizen.phoneEnc !== null && (await mayContact(db, citizen.id)),
      template: choices.zns,
    },
  };
}

/**
 * Is it about an emergency, and how many consultation messages went out since the last interaction? One whose fate is unknown
 * may well have cost a slot. One question for both: it is asked for every message that leaves.
 */
async function ownFacts(
  db: Tx,
  { id, reportId }: OutboxRow,
  citizen: CitizenRow,
  counts: boolean,
): Promise<{ emergency: boolean; used: number }> {
  const since = citizen.lastInteractionAt;
  const used =
    counts && since
      ? db
          .select({ count: count() })
          .from(outboxMessages)
          .where(
            and(
              eq(outboxMessages.citizenId, citizen.id),
              eq(outboxMessages.channel, 'cs'),
              ne(outboxMessages.id, id),
              or(
                gte(outboxMessages.acceptedAt, since),
                and(inArray(outboxMessages.state, ['sending', 'unsure']), gte(outboxMessages.claimedAt, since)),
              ),
            ),
          )
      : sql`0`;
  const [facts] = await db.execute<{ emergency: boolean; used: number }>(sql`
    select exists (select 1 from ${reports} where id = ${reportId} and priority_class = 'emergency') as emergency,
           (${used})::int as used`);
  return facts ?? { emergency: false, used: 0 };
}

/** The latest word counts: consent may be given, taken back and given again (domain-hanoi §2.5). */
async function mayContact(db: Tx, citizenId: number): Promise<boolean> {
  const [latest] = await db
    .select({ given: consents.given })
    .from(consents)
    .where(and(inArray(consents.citizenId, selvesOf(db, citizenId)), eq(consents.purpose, 'contact')))
    .orderBy(desc(consents.at), desc(consents.id))
    .limit(1);
  return latest?.given ?? false;
}
