import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { Db, Tx } from '../../../../db/client.ts';
import { answers, citizens, follows, reportHistory, reports } from '../../../../db/schema/index.ts';
import { buttonsFor } from '../../notifications/message-buttons.ts';
import { type Language, textsIn } from '../../notifications/message-texts.ts';
import { putMessages } from '../../notifications/outbox.ts';
import { agencyName } from '../agency-names.ts';
import type { ReportEvent } from '../lifecycle/events.ts';
import { table } from '../lifecycle/table.ts';
import type { Report } from '../report.ts';
import { newsOf } from './news.ts';

/** Followers told in one transaction: short enough not to hold their rows for long. */
const CHUNK = 200;

export interface TellFollowersDeps {
  db: Db;
  now: () => Date;
  publicUrl: string;
}

/**
 * Writes one piece of news to everyone whose report was merged into this one, and to those who only follow it. May run
 * twice: each message is keyed by the history row, so nobody is told twice.
 */
export async function tellFollowers(historyId: number, deps: TellFollowersDeps): Promise<void> {
  for (let after = 0; ; ) {
    const last = await deps.db.transaction((tx) => tellMerged(tx, historyId, after, deps));
    if (last === null) break;
    after = last;
  }
  for (let after = 0; ; ) {
    const last = await deps.db.transaction((tx) => tellFollowing(tx, historyId, after, deps));
    if (last === null) break;
    after = last;
  }
}

async function tellMerged(tx: Tx, historyId: number, after: number, deps: TellFollowersDeps): Promise<number | null> {
  const news = await readNews(tx, historyId, deps);
  if (!news) return null;
  const rows = await tx
    .select({ report: reports, language: citizens.language })
    .from(reports)
    .innerJoin(citizens, eq(citizens.id, reports.citizenId))
    .where(and(eq(reports.mergedIntoId, news.main.id), gt(reports.id, after), isNull(citizens.erasedAt)))
    .orderBy(asc(reports.id))
    .limit(CHUNK);
  const messages = rows.flatMap(({ report: { id, code, citizenId }, language }) => {
    const said = news.said(code, language);
    return said ? [{ ...said, citizenId, reportId: id, idempotencyKey: `news:${historyId}:${id}` }] : [];
  });
  await putMessages(tx, messages);
  return rows.length === CHUNK ? (rows.at(-1)?.report.id ?? null) : null;
}

async function tellFollowing(
  tx: Tx,
  historyId: number,
  after: number,
  deps: TellFollowersDeps,
): Promise<number | null> {
  const news = await readNews(tx, historyId, deps);
  if (!news) return null;
  const rows = await tx
    .select({ id: follows.id, citizenId: follows.citizenId, language: citizens.language })
    .from(follows)
    .innerJoin(citizens, eq(citizens.id, follows.citizenId))
    .where(and(eq(follows.reportId, news.main.id), gt(follows.id, after), isNull(citizens.erasedAt)))
    .orderBy(asc(follows.id))
    .limit(CHUNK);
  const { id: reportId, code } = news.main;
  const messages = rows.flatMap(({ citizenId, language }) => {
    const said = news.said(code, language);
    return said ? [{ ...said, citizenId, reportId, idempotencyKey: `news:${historyId}:follow:${citizenId}` }] : [];
  });
  await putMessages(tx, messages);
  return rows.length === CHUNK ? (rows.at(-1)?.id ?? null) : null;
}

async function readNews(tx: Tx, historyId: number, { publicUrl, now: clock }: TellFollowersDeps) {
  const [row] = await tx
    .select({ entry: reportHistory, main: reports })
    .from(reportHistory)
    .innerJoin(reports, eq(reports.id, reportHistory.reportId))
    .where(eq(reportHistory.id, historyId));
  if (!row) return null;
  const { entry, main } = row;
  // What was recorded is what happened; its shape is that of the event it was recorded from.
  const event = {
    type: entry.event,
    at: entry.at,
    actor: { kind: 'system', role: 'system', id: null },
    isPublic: entry.isPublic,
    reason: entry.reason,
    data: entry.data,
  } as unknown as ReportEvent;
  const answer = event.type === 'answered' ? await answerGivenAt(tx, main.id, entry.at) : null;
  const dueAt = typeof entry.data.answerDueAt === 'string' ? new Date(entry.data.answerDueAt) : main.answerDueAt;
  const now = clock();
  const said = (code: string, language: Language) => {
    const facts = { ...factsOf(main, publicUrl), ...(answer && { agency: agencyName(answer.agencyCode) }) };
    const say = newsOf(event, { ...facts, code, answerDueAt: dueAt, answer: answer?.text ?? null });
    if (!say) return null;
    const buttons = buttonsFor(event.type, { code, language });
    const text = say(textsIn(language), language);
    return { kind: event.type, text, ...(buttons.length > 0 && { extras: { buttons } }), now };
  };
  return { main, said };
}

/** The answer the event is about: the report may have been reopened and answered again before this job runs. */
async function answerGivenAt(tx: Tx, reportId: number, at: Date): Promise<typeof answers.$inferSelect | null> {
  const [answer] = await tx
    .select()
    .from(answers)
    .where(and(eq(answers.reportId, reportId), eq(answers.givenAt, at)));
  return answer ?? null;
}

function factsOf(main: Report, publicUrl: string) {
  return {
    publicUrl,
    agency: main.agencyCode ? agencyName(main.agencyCode) : null,
    acceptDueAt: main.acceptDueAt,
    waitDueAt: null,
    question: null,
    main: null,
    where: null,
    objections: main.objections,
    canReopen: 'to' in table.rejectResult.moves[main.state],
  };
}
