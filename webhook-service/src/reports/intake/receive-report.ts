import { randomBytes } from 'node:crypto';
import type { Tx } from '../../../../db/client.ts';
import { reports } from '../../../../db/schema/index.ts';
import { wardName } from '../../../../db/seed/admin-units.ts';
import { category } from '../../../../db/seed/categories.ts';
import { dayNumberAt, localDateOf } from '../../deadlines/calendar-day.ts';
import { dueWords } from '../../deadlines/due-words.ts';
import { giveDraftMedia } from '../../media/draft-media.ts';
import { type Language, shorten, textsIn } from '../../notifications/message-texts.ts';
import { putMessage } from '../../notifications/outbox.ts';
import { enqueue } from '../../queues/enqueue.ts';
import { type Assessment, assess, type RoutingKnowledge, type Whereabouts } from '../../routing/assess.ts';
import { agencyName } from '../agency-names.ts';
import { record } from '../history/record.ts';
import { reporter } from '../lifecycle/roles.ts';
import { searchTextOf } from '../list/search-text.ts';
import { saveClocks } from '../perform/clock-store.ts';
import { type ClockSetting, clockOf, firstClocks } from '../perform/clocks-after.ts';
import { setTimers } from '../perform/set-timers.ts';
import { timersFor } from '../perform/timers-for.ts';
import { consentsToPublish } from '../publication/read-facts.ts';
import type { Report } from '../report.ts';
import { newReportCode } from '../report-code.ts';
import { statusLink } from '../report-links.ts';
import { withCitizensChoice } from './chosen-category.ts';
import { isElsewhere } from './elsewhere.ts';
import { placeInWords } from './place-words.ts';

export interface ReceiveDeps {
  knowledge: RoutingKnowledge;
  setting: ClockSetting;
  publicUrl: string;
}

export interface NewReport {
  citizen: { id: number; language: Language };
  draftId: number;
  text: string;
  address: string | null;
  where: Whereabouts;
  /** Where it was sent from; the chat when left out. */
  channel?: 'chat' | 'miniapp';
  /** As the reporter chose for this report; left out in the chat: as they agreed once for all their reports. */
  publish?: boolean | undefined;
  hideMyName?: boolean | undefined;
  now: Date;
}

/**
 * Receives a report: row, history, due time, timers, acknowledgement and the routing job in one transaction. Nothing may
 * follow that depends on luck: from here on every way out has a timer (domain-hanoi G1).
 */
export async function receiveReport(tx: Tx, input: NewReport, deps: ReceiveDeps): Promise<Report> {
  const { now } = input;
  const knowledge = await withCitizensChoice(tx, input.draftId, deps.knowledge);
  const assessment = assess(input.text, input.where, now, knowledge);
  const facts = { ...categoryColumns(assessment), round: 1 };
  const clocks = firstClocks({ at: now, facts }, deps.setting);
  const accept = clockOf(clocks, 'accept');
  if (!accept?.dueAt) throw new Error('every class has an accept clock');
  const report = await insertWithFreshCode(tx, {
    state: 'received',
    channel: input.channel ?? 'chat',
    citizenId: input.citizen.id,
    draftId: input.draftId,
    text: input.text,
    placeText: input.address,
    latitude: input.where.pin?.latitude ?? null,
    longitude: input.where.pin?.longitude ?? null,
    ...wardColumns(assessment),
    ...categoryColumns(assessment),
    searchText: searchTextOf(input.text, input.address),
    receivedAt: now,
    receivedDay: localDateOf(dayNumberAt(now.getTime())),
    acceptDueAt: accept.dueAt,
    finishDueAt: clockOf(clocks, 'finish')?.dueAt ?? null,
    dueAt: accept.dueAt,
    policyVersion: accept.policyVersion,
    publish: input.publish ?? (input.channel !== 'miniapp' && (await consentsToPublish(tx, input.citizen.id))),
    hideMyName: input.hideMyName ?? false,
  });
  await saveClocks(tx, report.id, clocks);
  await giveDraftMedia(tx, input.draftId, report.id);
  await record(
    tx,
    report.id,
    [
      {
        event: 'received',
        actor: reporter(input.citizen.id),
        at: now,
        isPublic: true,
        data: {
          acceptDueAt: accept.dueAt.toISOString(),
          counted: accept.counted.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() })),
          priorityClass: assessment.priorityClass,
        },
      },
    ],
    {
      receivedDay: report.receivedDay,
      agencyCode: null,
      wardCode: report.wardCode,
      categoryCode: report.categoryCode,
      stateBefore: null,
      stateAfter: 'received',
    },
  );
  const waiting = { waitDueAt: null, confirmDueAt: null, escalationDueAt: null };
  await setTimers(tx, report.id, timersFor({ state: 'received', clocks, ...waiting }), now);
  // Its one answer is that it cannot be taken here; a promise of an agency before that would be untrue.
  if (!isElsewhere(report, deps.knowledge)) {
    await putMessage(tx, {
      citizenId: input.citizen.id,
      reportId: report.id,
      kind: 'received',
      text: acknowledgement(report, assessment, input.citizen.language, deps.publicUrl),
      idempotencyKey: `received:${report.id}`,
      now,
    });
  }
  await enqueue(tx, 'routing.route', { reportId: report.id }, { key: `report-${report.id}`, runAt: now });
  await enqueue(tx, 'duplicates.find', { reportId: report.id }, { key: `report-${report.id}`, runAt: now });
  return report;
}

/** The acknowledgement: code, category, place, agency and due time in words (domain-hanoi §6.3 `received`). */
function acknowledgement(
  report: Report,
  { decision, ward }: Assessment,
  language: Language,
  publicUrl: string,
): string {
  const texts = textsIn(language);
  const place = placeInWords(report, language);
  const common = {
    code: report.code,
    acceptDue: dueWords(report.acceptDueAt, language),
    link: statusLink(publicUrl, report.code),
  };
  const name = decision.categoryCode ? categoryName(decision.categoryCode, language) : null;
  if (decision.kind === 'dispatch' && name) {
    const unsure =
      (ward.basis === 'guess' || ward.basis === 'border') && ward.code
        ? {
            wardGuess: wardName(ward.code),
            wardsBeside: ward.basis === 'border' ? ward.alternatives.map(wardName) : [],
          }
        : {};
    const agency = agencyName(decision.agencyCode);
    return texts.received({ ...common, category: name, place: place ?? texts.placeUnknown(), agency, ...unsure });
  }
  const sure =
    decision.kind === 'tray' &&
    !decision.reasons.includes('category_unsure') &&
    !decision.reasons.includes('not_a_report');
  const askWard =
    decision.kind === 'tray' &&
    decision.reasons.some(
      (reason) =>
        reason === 'ward_unknown' || reason === 'ward_guess_unclear' || (reason === 'border' && ward.code !== null),
    );
  const wardChoices = (ward.code ? [ward.code, ...ward.alternatives] : ward.alternatives).map(wardName);
  return texts.receivedForTray({ ...common, category: sure ? name : null, place, askWard, wardChoices });
}

export function categoryName(code: string, language: Language): string {
  const found = category(code);
  return shorten((language === 'en' ? found?.nameEn : found?.nameVi) ?? code, 80);
}

export function wardColumns({ ward }: Assessment) {
  return {
    wardCode: ward.code,
    wardBasis: ward.basis,
    wardAlternatives: ward.alternatives,
    outsideCity: ward.outsideCity,
  };
}

export function categoryColumns(assessment: Assessment) {
  return {
    categoryCode: assessment.suggestions[0]?.categoryCode ?? null,
    categoryBasis: assessment.suggestions.length > 0 ? ('suggested' as const) : null,
    suggestions: assessment.suggestions.map(({ categoryCode, score }) => ({ code: categoryCode, score })),
    priorityClass: assessment.priorityClass,
    emergencyWords: assessment.emergency,
  };
}

/** Codes are drawn, not counted; one that is taken (about 1 in 900 with a million reports) is drawn again. */
async function insertWithFreshCode(tx: Tx, values: Omit<typeof reports.$inferInsert, 'code'>): Promise<Report> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const [report] = await tx
      .insert(reports)
      .values({ ...values, code: newReportCode(randomBytes) })
      .onConflictDoNothing({ target: reports.code })
      .returning();
    if (report) return report;
  }
  throw new Error('no free report code in twenty draws');
}
