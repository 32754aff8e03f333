import { and, desc, eq, gt } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { agencies, categories, escalations, reports } from '../../../../db/schema/index.ts';
import { localTimeOf } from '../../deadlines/calendar-day.ts';
import { dateWords } from '../../deadlines/due-words.ts';
import type { PlannerDeps } from './deps.ts';
import type { CitizenRow, OutboxRow } from './facts.ts';
import { fillTemplate } from './fill-template.ts';
import {
  type ChannelTemplate,
  type TemplateChannel,
  type TemplateChoice,
  type TemplateFacts,
  templateFor,
} from './templates.ts';

/** The template of a message for each way that speaks in them, filled in as its report stands now. */
export async function templateChoices(
  db: Tx,
  message: OutboxRow,
  citizen: CitizenRow,
  deps: PlannerDeps,
): Promise<Record<TemplateChannel, TemplateChoice>> {
  const choice = async (channel: TemplateChannel): Promise<TemplateChoice> => {
    const template = templateFor(deps.templates, { kind: message.kind, channel, language: citizen.language });
    if (!template) return null;
    const facts = await templateFactsOf(db, message, template, deps);
    return facts ? fillTemplate(template, facts) : { unfit: 'report' };
  };
  return { miniapp: await choice('miniapp'), uid: await choice('uid'), zns: await choice('zns') };
}

/** In the language the template is written in, whoever reads it; null for a message about no report. */
async function templateFactsOf(
  db: Tx,
  message: OutboxRow,
  { channel, language = 'vi' }: ChannelTemplate,
  { describe, miniappId, now }: PlannerDeps,
): Promise<TemplateFacts | null> {
  if (message.reportId === null) return null;
  const [row] = await db
    .select({ report: reports, agency: agencies.nameVi, category: categories.nameVi })
    .from(reports)
    .leftJoin(agencies, eq(agencies.code, reports.agencyCode))
    .leftJoin(categories, eq(categories.code, reports.categoryCode))
    .where(eq(reports.id, message.reportId));
  const described = row && (await describe(db, row.report.code, language));
  if (!described) return null;
  const { code } = row.report;
  const dueAt = message.kind === 'overdue' ? await newDueOf(db, row.report, now()) : row.report.dueAt;
  return {
    code,
    agency: row.agency,
    category: row.category,
    state: described.state,
    link: channel === 'miniapp' ? miniappId && `https://zalo.me/s/${miniappId}/reports/${code}` : described.link,
    dueAt: dueAt && shortTime(dueAt),
    summary: message.text,
  };
}

/** An apology for one time that has passed names the next: that of the body which was told; null when there is none. */
async function newDueOf(db: Tx, report: typeof reports.$inferSelect, now: Date): Promise<Date | null> {
  const { kind, status, dueAt, reportId, id } = escalations;
  const [raised] = await db
    .select({ dueAt })
    .from(escalations)
    .where(and(eq(reportId, report.id), eq(kind, 'overdue'), eq(status, 'open'), gt(dueAt, now)))
    .orderBy(desc(id))
    .limit(1);
  if (raised) return raised.dueAt;
  return report.dueAt && report.dueAt > now ? report.dueAt : null;
}

/** `16:30 13/10/2026`: a parameter for a time has room for twenty characters (§4.2). */
function shortTime(at: Date): string {
  const { hour, minute } = localTimeOf(at);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')} ${dateWords(at)}`;
}
