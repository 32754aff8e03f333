/** The facts of a short message that does something to a report. */
import { inArray } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { reports } from '../../../../db/schema/index.ts';
import { duplicateOfferFor } from '../../reports/duplicates/offer.ts';
import type { CommandType } from '../../reports/lifecycle/commands.ts';
import { table } from '../../reports/lifecycle/table.ts';
import type { Draft } from '../drafts/drafts.ts';
import type { Move } from '../moves/moves.ts';
import { openQuestionsTo } from '../moves/open-question.ts';
import type { Said, SaidMove } from '../moves/read-said.ts';
import { ownReportOf, type Stake, stakeByCode, stakesOf } from '../moves/stakes.ts';
import type { Asked, Facts, Pointed, Reach } from './facts.ts';
import { reportsQuoted } from './quoted-report.ts';
import { waitingFor } from './waiting.ts';

type Found = Stake | 'unknown' | 'stranger';

export interface MoveFacts {
  facts: Facts;
  /** What the citizen has to do with every report a decision may name. */
  stakes: ReadonlyMap<string, Found>;
  /** Everything of theirs; empty when something pointed at one report. */
  all: readonly Stake[];
}

export async function gatherMove(
  tx: Tx,
  { move, code, answers }: SaidMove,
  said: Said,
  who: { citizenId: number; draft: Draft | undefined; now: Date },
): Promise<MoveFacts> {
  const { citizenId, draft, now } = who;
  const stakes = new Map<string, Found>();
  const point = async (typed: string): Promise<Pointed> => {
    const found = await stakeByCode(tx, citizenId, typed);
    stakes.set(typed, found);
    return { code: typed, reach: reachOf(move, found) };
  };
  const quoted: Pointed[] = [];
  for (const typed of await codesQuoted(tx, citizenId, said)) quoted.push(await point(typed));
  const named: Pointed[] = [];
  if (code) named.push(code === 'unreadable' ? { code, reach: 'unreadable' } : await point(code));

  const asked = await questionsFor(tx, move, answers, citizenId);
  for (const { code: about } of asked) if (!stakes.has(about)) await point(about);

  const pointed = quoted.length + named.length + asked.length > 0;
  const all = pointed && move.type !== 'join' ? [] : await stakesOf(tx, citizenId);
  const waits = await waitingFor(tx, move, all, now);
  const waiting = code && code !== 'unreadable' ? await offeredAs(tx, waits, code) : waits;
  for (const stake of waiting) stakes.set(stake.code, stake);

  const questions = draft?.content.asked.map(({ question }) => question) ?? [];
  const facts: Facts = {
    says: move.type === 'join' || move.type === 'unfollow' ? 'follow' : 'move',
    startsAnew: false,
    asked,
    quoted,
    named,
    // "Same" answers the chat's own "a new matter, or more about that one?".
    gathering: move.type === 'join' && questions.length > 0,
    mayMeanDraft: move.type === 'confirm' && draft !== undefined && !questions.includes('result'),
    withWords: move.type === 'reject' && move.words !== null,
    waiting: waiting.map((stake) => stake.code),
    results: [],
  };
  return { facts, stakes, all };
}

/** "Đã xong" may answer what an official asked; a rating answers what the chat asked. */
async function questionsFor(tx: Tx, move: Move, answers: string | null, citizenId: number): Promise<Asked[]> {
  if (answers) return [{ code: answers, by: 'chat' }];
  if (move.type !== 'confirm' && move.type !== 'reject') return [];
  const open = await openQuestionsTo(tx, citizenId);
  return open.map(({ report }) => ({ code: report.code, by: 'official' }));
}

async function codesQuoted(tx: Tx, citizenId: number, { quotedMessageId }: Said): Promise<string[]> {
  const ids = quotedMessageId ? await reportsQuoted(tx, citizenId, [quotedMessageId]) : [];
  if (ids.length === 0) return [];
  const found = await tx.select({ code: reports.code }).from(reports).where(inArray(reports.id, ids));
  return found.map((report) => report.code);
}

/** Of the citizen's reports, those for which the one with this code was offered as the same. */
async function offeredAs(tx: Tx, stakes: readonly Stake[], mainCode: string): Promise<Stake[]> {
  const offered: Stake[] = [];
  for (const stake of stakes) {
    if (await duplicateOfferFor(tx, stake.report.id, mainCode)) offered.push(stake);
  }
  return offered;
}

const COMMANDS: Readonly<Record<Exclude<Move['type'], 'askStatus'>, CommandType | null>> = {
  confirm: 'confirm',
  reject: 'rejectResult',
  rate: 'rate',
  withdraw: 'withdraw',
  object: 'object',
  join: 'merge',
  unfollow: null,
};

/** Can this move be done to that report? Limits and proof beyond its state are the lifecycle's to explain. */
function reachOf(move: Move, found: Found): Reach {
  if (found === 'unknown') return 'unknown';
  if (found === 'stranger' || move.type === 'askStatus') return 'strange';
  const own = ownReportOf(found);
  const forOwn = move.type === 'withdraw' || move.type === 'object';
  if (!own && (forOwn || move.type === 'join' || move.type === 'unfollow')) return 'strange';
  const command = COMMANDS[move.type];
  const report = forOwn && own ? own : found.report;
  return command && 'to' in table[command].moves[report.state] ? 'takes' : 'over';
}
