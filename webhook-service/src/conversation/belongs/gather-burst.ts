/** The facts of a burst that is over. */
import { and, eq, inArray, or } from 'drizzle-orm';
import { reports } from '../../../../db/schema/index.ts';
import { reportWithUnsureWard } from '../../reports/intake/correct-ward.ts';
import { reportJustMade, reportsWaitingForPlace } from '../../reports/intake/supplement-report.ts';
import { isOpen } from '../../reports/lifecycle/states.ts';
import type { Report } from '../../reports/report.ts';
import { findReportCode } from '../../reports/report-code.ts';
import type { Intake } from '../drafts/intake.ts';
import { chatCommand } from '../moves/commands.ts';
import { type OpenQuestion, openQuestionsTo } from '../moves/open-question.ts';
import { stakesOf } from '../moves/stakes.ts';
import { saysNewMatter } from '../words/small-talk.ts';
import type { Asked, Facts, Pointed, Reach } from './facts.ts';
import { reportsQuoted } from './quoted-report.ts';

export interface BurstFacts {
  facts: Facts;
  questions: readonly OpenQuestion[];
  /** Every report a decision may name, locked. */
  reports: ReadonlyMap<string, Report>;
  /** It went out on our guess of the ward, and a ward was typed: that corrects it (null: nothing to correct). */
  corrects: Report | null;
}

export async function gatherBurst(intake: Intake): Promise<BurstFacts> {
  const { tx, draft, citizen, reading } = intake;
  const { content } = draft;
  const startsAnew = content.texts.some(({ text }) => saysNewMatter(text));
  const nothing = { asked: [], quoted: [], named: [], waiting: [], results: [] };
  const says = { says: 'burst' as const, startsAnew, gathering: false, mayMeanDraft: false, withWords: false };
  if (startsAnew) return { facts: { ...says, ...nothing }, questions: [], reports: new Map(), corrects: null };

  const known = new Map<string, Report>();
  const keep = (report: Report | null | undefined) => report && known.set(report.code, report);
  const { quoted, named } = await pointedAt(intake, keep);
  const questions = await openQuestionsTo(tx, citizen.id);
  const codes = new Set([...quoted, ...named].map(({ code }) => code));
  // One that was put after they began to write is no question they can be answering, unless they point at it.
  const standing = questions.filter(({ report, askedAt }) => askedAt <= draft.openedAt || codes.has(report.code));
  for (const { report } of standing) keep(report);
  const asked: Asked[] = standing.map(({ report }) => ({ code: report.code, by: 'official' }));
  const same = asked.length === 0 && reading.sameMatter ? await reportJustMade(tx, citizen.id, draft.openedAt) : null;
  if (same) asked.push({ code: same.code, by: 'chat' });
  keep(same);

  const gathering = content.asked.length > 0;
  const pointed = { ...says, gathering, asked, quoted, named };
  if (gathering || asked.length > 0)
    return { facts: { ...pointed, waiting: [], results: [] }, questions: standing, reports: known, corrects: null };
  const { waiting, results, corrects } = await waitingForBurst(intake);
  for (const report of waiting) keep(report);
  const facts = { ...pointed, waiting: waiting.map(({ code }) => code), results };
  return { facts, questions: standing, reports: known, corrects };
}

/** What the quotes and the codes of the burst point at. A bare code on its own answers "which one?" and outdoes earlier ones. */
async function pointedAt(
  { tx, draft, citizen }: Intake,
  keep: (report: Report) => void,
): Promise<{ quoted: Pointed[]; named: Pointed[] }> {
  const { texts, quoted = [] } = draft.content;
  const bare = texts.map(({ text }) => bareCode(text)).findLast((code) => code !== null);
  const typed = bare ? [bare] : [...new Set(texts.flatMap(({ text }) => codeIn(text) ?? []))];
  const ids = await reportsQuoted(tx, citizen.id, quoted);
  if (ids.length === 0 && typed.length === 0) return { quoted: [], named: [] };
  const found = await tx
    .select()
    .from(reports)
    .where(
      and(
        eq(reports.citizenId, citizen.id),
        or(inArray(reports.id, [...ids, 0]), inArray(reports.code, [...typed, ''])),
      ),
    )
    .orderBy(reports.id)
    .for('update');
  for (const report of found) keep(report);
  const pointed = (report: Report): Pointed => ({ code: report.code, reach: reachOf(report) });
  return {
    quoted: found.filter(({ id }) => ids.includes(id)).map(pointed),
    named: typed.map((code) => {
      const own = found.find((report) => report.code === code);
      return own ? pointed(own) : { code, reach: 'strange' };
    }),
  };
}

/** What words, photos or a place can do with one's own report in this state. */
function reachOf({ state }: Report): Reach {
  if (state === 'answered') return 'answered';
  return isOpen(state) ? 'takes' : 'over';
}

interface Waiting {
  waiting: Report[];
  results: string[];
  corrects: Report | null;
}

/** Which reports wait for just this: a place for the one without, photos for the one just made, words for a result. */
async function waitingForBurst(intake: Intake): Promise<Waiting> {
  const { tx, draft, citizen, reading, now } = intake;
  const none: Waiting = { waiting: [], results: [], corrects: null };
  const shown = reading.photos + reading.attachments > 0;
  if (reading.what && reading.place) return none;
  if (reading.what && draft.content.emergencyNumbers) {
    const earlier = await reportJustMade(tx, citizen.id, now);
    return earlier?.emergencyWords ? { ...none, waiting: [earlier] } : none;
  }
  if (reading.what) return { ...none, results: await resultsOf(intake) };
  if (reading.place) return shown ? none : placeWaitsFor(intake);
  if (!shown) return none;
  const earlier = await reportJustMade(tx, citizen.id, now);
  return earlier ? { ...none, waiting: [earlier] } : { ...none, results: await resultsOf(intake) };
}

async function placeWaitsFor({ tx, citizen, reading, now }: Intake): Promise<Waiting> {
  const none: Waiting = { waiting: [], results: [], corrects: null };
  const pin = reading.place?.pin ?? null;
  const unsure = pin || !reading.place?.ward ? null : await reportWithUnsureWard(tx, citizen.id);
  if (unsure) return { ...none, waiting: [unsure], corrects: unsure };
  const waiting = await reportsWaitingForPlace(tx, citizen.id, now);
  if (waiting.length > 0) return { ...none, waiting };
  const earlier = await reportJustMade(tx, citizen.id, now);
  const isNews = earlier && (pin ? earlier.latitude === null : earlier.placeText === null);
  return isNews ? { ...none, waiting: [earlier] } : none;
}

/** Results that wait to be confirmed; right after a report, words are about that. */
async function resultsOf({ tx, draft, citizen }: Intake): Promise<string[]> {
  if (await reportJustMade(tx, citizen.id, draft.openedAt)) return [];
  const stakes = await stakesOf(tx, citizen.id);
  return stakes.filter(({ report }) => report.state === 'answered').map(({ code }) => code);
}

function bareCode(text: string): string | null {
  const command = chatCommand(text);
  return command?.type === 'lookUp' && command.bare ? command.code : null;
}

function codeIn(text: string): string | null {
  const found = findReportCode(text);
  return found.ok ? found.code : bareCode(text);
}
