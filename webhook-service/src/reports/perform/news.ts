/** Who is told what when something happened to a report. Every text is in `notifications/`; here is only which, with which facts. */
import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { follows, questions, reportHistory, reports } from '../../../../db/schema/index.ts';
import { dateWords, dueWords } from '../../deadlines/due-words.ts';
import type { Language, MessageTexts } from '../../notifications/message-texts.ts';
import { saidTextsIn } from '../../notifications/said-texts.ts';
import { enqueue } from '../../queues/enqueue.ts';
import { agencyName } from '../agency-names.ts';
import type { ReportEvent } from '../lifecycle/events.ts';
import { isRefusalReason, refusalReasons } from '../lifecycle/refusal-reasons.ts';
import { stateLabels } from '../lifecycle/states.ts';
import { table } from '../lifecycle/table.ts';
import type { Report } from '../report.ts';
import { statusLink } from '../report-links.ts';
import { tellCitizen } from '../tell-citizen.ts';
import type { Order } from './perform.ts';

type Say = (texts: MessageTexts, language: Language) => string;

export interface Telling {
  /** The report right before the event, and after the whole command. */
  before: Report;
  after: Report;
  order: Order;
  mergeInto: Report | null;
  publicUrl: string;
  now: Date;
}

/** Facts of a message that are not in the event. `code` is the reader's own: a follower reads theirs. */
export interface NewsFacts {
  code: string;
  publicUrl: string;
  agency: string | null;
  answerDueAt: Date | null;
  acceptDueAt: Date;
  waitDueAt: Date | null;
  question: string | null;
  answer: string | null;
  main: { code: string; agency: string | null } | null;
  where: string | null;
  objections: number;
  /** The reader may still say "chưa xong". */
  canReopen: boolean;
}

/** News that concerns everyone who sent or follows the matter, not only its reporter. */
const FOR_FOLLOWERS: ReadonlySet<string> = new Set([
  'dispatched',
  'handed_over',
  'sent_to_coordinator',
  'escalated',
  'extended',
  'answered',
  'reopened',
  'rechecked',
]);

/** Writes the news of an event for its reporter, and leaves a job that writes it for all who follow. */
export async function tellAbout(tx: Tx, event: ReportEvent, telling: Telling): Promise<void> {
  const { after, now } = telling;
  // A follower's rating is nobody else's news; whoever took it thanks them.
  if (event.type === 'rated' && event.actor.role === 'follower') return;
  const facts = await newsFacts(tx, after, telling);
  const say = (telling.order.saidInChat && newsOfSaid(event, facts)) || newsOf(event, facts);
  if (!say) return;
  const photo = event.type === 'answered' ? photoOf(telling.order) : undefined;
  await tellCitizen(tx, after, { kind: event.type, key: String(after.version), say, photo, now });
  if (FOR_FOLLOWERS.has(event.type)) await tellFollowersLater(tx, after.id, now);
}

/** The proof at a glance (P7); what an official sent in the chat themselves is there already. */
function photoOf({ command, saidInChat }: Order): number | undefined {
  if (command.type !== 'answer' || saidInChat) return undefined;
  return command.answer.evidence.find(({ kind }) => kind === 'photo')?.id;
}

/** The text of an event, or null when it is no news: pure. */
export function newsOf(event: ReportEvent, facts: NewsFacts): Say | null {
  const { code, agency, publicUrl } = facts;
  const due = (language: Language) => facts.answerDueAt && dueWords(facts.answerDueAt, language);
  switch (event.type) {
    case 'dispatched':
      return (texts, language) =>
        texts.dispatched({ code, agency: agencyName(event.data.agencyCode), dueAt: due(language) });
    case 'handed_over':
      return (texts, language) =>
        texts.handedOver({
          code,
          agency: agencyName(event.data.agencyCode),
          date: dateWords(event.at, language),
          dueAt: due(language),
        });
    case 'sent_to_coordinator':
      return (texts, language) =>
        texts.sentToCoordinator({ code, coordinator: agencyName(event.data.agencyCode), dueAt: due(language) });
    case 'escalated': {
      const { from, agencyCode } = event.data;
      return (texts, language) =>
        texts.escalated({
          code,
          agency: from ? agencyName(from) : '',
          superior: agencyName(agencyCode),
          dueAt: due(language),
        });
    }
    case 'citizen_asked': {
      const { question, waitDueAt } = facts;
      if (!question || !waitDueAt) return null;
      return (texts, language) => texts.askCitizen({ code, agency, question, waitDue: dueWords(waitDueAt, language) });
    }
    case 'wait_timed_out':
      return (texts, language) => texts.waitTimedOut({ code, agency, dueAt: due(language) });
    case 'extended':
      return (texts, language) =>
        texts.extended({ code, agency: agency ?? '', reason: event.reason ?? '', dueAt: due(language) });
    case 'answered': {
      const { answer } = facts;
      if (!answer || !agency) return null;
      const attached = event.data.photos + event.data.documents;
      return (texts) => texts.answered({ code, agency, summary: answer, link: statusLink(publicUrl, code), attached });
    }
    case 'reopened': {
      const { agencyCode, from } = event.data;
      const holder = agencyCode ? agencyName(agencyCode) : '';
      return (texts, language) =>
        texts.reopened({ code, agency: holder, leader: agencyCode === from, dueAt: due(language) });
    }
    case 'rechecked':
      return (texts, language) => texts.rechecked({ code, agency: agency ?? '', dueAt: due(language) });
    case 'confirmed':
      return (texts) => texts.askRating({ code });
    case 'rated':
      return (texts) => texts.ratingThanks({ code, level: event.data.level, canReopen: facts.canReopen });
    case 'refused':
      return refusedNews(event.data.reason, facts);
    case 'objected':
      return (texts, language) => texts.objectionTaken({ code, dueAt: dueWords(facts.acceptDueAt, language) });
    case 'merged': {
      const { main } = facts;
      return main && ((texts) => texts.merged({ code, mainCode: main.code, agency: main.agency }));
    }
    case 'split':
      if (event.actor.kind === 'system') return standing(facts);
      return (texts, language) => texts.split({ code, dueAt: due(language) });
    case 'withdrawn':
      return (texts) => texts.withdrawn({ code });
    case 'closed_silent':
      return (texts) => texts.closedSilent({ code });
    case 'classified':
    case 'accepted':
    case 'citizen_replied':
    case 'result_rejected':
      return null;
  }
}

/** The same for who has read the official's words in the chat; null where there is nothing to leave out. */
function newsOfSaid(event: ReportEvent, { code, agency, publicUrl, answerDueAt, waitDueAt }: NewsFacts): Say | null {
  switch (event.type) {
    case 'answered': {
      const attached = event.data.photos + event.data.documents;
      const link = statusLink(publicUrl, code);
      return agency ? (_texts, language) => saidTextsIn(language).answered({ code, agency, link, attached }) : null;
    }
    case 'citizen_asked':
      return waitDueAt
        ? (_texts, language) => saidTextsIn(language).asked({ code, agency, waitDue: dueWords(waitDueAt, language) })
        : null;
    case 'extended':
      return (_texts, language) =>
        saidTextsIn(language).extended({
          code,
          agency: agency ?? '',
          dueAt: answerDueAt && dueWords(answerDueAt, language),
        });
    default:
      return null;
  }
}

/** Where a report stands that goes its own way again through nobody's decision about it. */
function standing({ code, agency, publicUrl, answerDueAt, acceptDueAt }: NewsFacts): Say {
  const label = stateLabels[agency ? 'dispatched' : 'received'];
  const dueAt = agency ? answerDueAt : acceptDueAt;
  return (texts, language) =>
    texts.status({
      code,
      state: label[language],
      agency,
      dueAt: dueAt && dueWords(dueAt, language),
      link: statusLink(publicUrl, code),
    });
}

function refusedNews(reason: string, { code, where, objections }: NewsFacts): Say | null {
  if (!isRefusalReason(reason)) return null;
  const words = refusalReasons[reason];
  return (texts, language) =>
    texts.refused({
      code,
      reason: language === 'en' ? words.en : words.vi,
      where: where ?? (language === 'en' ? words.whereEn : words.whereVi),
      canObject: objections === 0,
    });
}

async function newsFacts(tx: Tx, report: Report, telling: Telling): Promise<NewsFacts> {
  const { publicUrl, mergeInto, order, before } = telling;
  const asks = order.command.type === 'askCitizen';
  const [open] = asks
    ? await tx
        .select()
        .from(questions)
        .where(and(eq(questions.reportId, report.id), eq(questions.state, 'open')))
    : [];
  // While intake asks, no agency holds it: the coordinator of a dispute or an earlier holder would be a wrong name.
  const holder = before.state === 'received' || report.state === 'received' ? null : report.agencyCode;
  return {
    code: report.code,
    publicUrl,
    agency: holder ? agencyName(holder) : null,
    answerDueAt: report.answerDueAt,
    acceptDueAt: report.acceptDueAt,
    waitDueAt: open?.waitDueAt ?? null,
    question: open?.text ?? null,
    answer: order.command.type === 'answer' ? order.command.answer.text : null,
    main: mergeInto && { code: mergeInto.code, agency: mergeInto.agencyCode ? agencyName(mergeInto.agencyCode) : null },
    where: order.where ?? null,
    objections: report.objections,
    canReopen: 'to' in table.rejectResult.moves[report.state],
  };
}

/** One job per piece of news: a merged flood report has thousands of followers, too many for this transaction. */
async function tellFollowersLater(tx: Tx, reportId: number, now: Date): Promise<void> {
  const [follower] = await tx
    .select({ id: reports.id })
    .from(reports)
    .where(eq(reports.mergedIntoId, reportId))
    .limit(1);
  const [reader] = follower
    ? [follower]
    : await tx.select({ id: follows.id }).from(follows).where(eq(follows.reportId, reportId)).limit(1);
  if (!reader) return;
  const [latest] = await tx
    .select({ id: reportHistory.id })
    .from(reportHistory)
    .where(eq(reportHistory.reportId, reportId))
    .orderBy(desc(reportHistory.seq))
    .limit(1);
  if (latest)
    await enqueue(tx, 'followers.tell', { historyId: latest.id }, { key: `history-${latest.id}`, runAt: now });
}
