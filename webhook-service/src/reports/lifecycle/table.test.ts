import { describe, expect, it } from 'vitest';
import { reportStates } from '../../../../db/schema/reports.ts';
import type { CommandType } from './commands.ts';
import { refusals } from './refusals.ts';
import { type Role, roleNames } from './roles.ts';
import { isOpen, openStates, type ReportState, stateLabels } from './states.ts';
import { commandsFor, commandTypes, table } from './table.ts';

/**
 * DESIGN §6 once more, written down independently: what each command does in each state, in the order of `reportStates`:
 * received, dispatched, in_progress, awaiting_citizen, answered, closed_confirmed, closed_unconfirmed, refused, merged,
 * withdrawn. `>state` is a move, `>=` stays, `>back` goes to where it came from, anything else is the refusal.
 */
const OVER = [
  'already_answered',
  'already_closed',
  'already_closed',
  'already_refused',
  'already_merged',
  'already_withdrawn',
];
const NO_ANSWER = ['no_answer_yet', 'no_answer_yet', 'no_answer_yet', 'no_answer_yet'];
const NOTHING_ASKED = ['nothing_asked', 'nothing_asked', 'nothing_asked'];
const ENDED = ['already_refused', 'already_merged', 'already_withdrawn'];

const expected: Record<CommandType, string[]> = {
  dispatch: ['>dispatched', 'already_dispatched', 'already_in_progress', 'awaiting_citizen', ...OVER],
  accept: ['not_dispatched_yet', '>in_progress', 'already_in_progress', 'already_in_progress', ...OVER],
  handOver: ['not_dispatched_yet', '>=', '>dispatched', 'awaiting_citizen', ...OVER],
  askCitizen: ['>awaiting_citizen', 'accept_first', '>awaiting_citizen', 'awaiting_citizen', ...OVER],
  reply: [...NOTHING_ASKED, '>back', ...OVER],
  timeOut: [...NOTHING_ASKED, '>back', ...OVER],
  extend: ['not_dispatched_yet', 'accept_first', '>=', 'awaiting_citizen', ...OVER],
  escalate: ['not_dispatched_yet', 'accept_first', '>dispatched', 'awaiting_citizen', ...OVER],
  answer: ['not_dispatched_yet', 'accept_first', '>answered', 'awaiting_citizen', ...OVER],
  confirm: [...NO_ANSWER, '>closed_confirmed', 'already_closed', 'already_closed', ...ENDED],
  rejectResult: [...NO_ANSWER, '>in_progress', 'already_closed', '>in_progress', ...ENDED],
  rate: [...NO_ANSWER, '>=', '>=', '>=', ...ENDED],
  object: [...Array(7).fill('not_refused'), '>received', 'not_refused', 'not_refused'],
  refuse: ['>refused', 'already_dispatched', 'already_in_progress', 'awaiting_citizen', ...OVER],
  merge: ['>merged', '>merged', 'already_in_progress', 'awaiting_citizen', ...OVER],
  split: [...Array(8).fill('not_merged'), '>back', 'not_merged'],
  withdraw: ['>withdrawn', '>withdrawn', 'work_has_begun', '>withdrawn', ...OVER],
  close: [...NO_ANSWER, '>closed_unconfirmed', 'already_closed', 'already_closed', ...ENDED],
  recheck: [...NO_ANSWER, '>in_progress', 'citizen_confirmed', '>in_progress', ...ENDED],
};

const mayGive: Record<CommandType, Role[]> = {
  dispatch: ['intakeOfficer', 'dispatcher', 'system'],
  accept: ['handler', 'leader', 'cityOffice'],
  handOver: ['handler', 'leader', 'cityOffice', 'dispatcher', 'system'],
  askCitizen: ['intakeOfficer', 'dispatcher', 'handler', 'leader', 'cityOffice'],
  reply: ['reporter'],
  timeOut: ['system'],
  extend: ['handler', 'leader', 'cityOffice'],
  escalate: ['handler', 'leader', 'cityOffice'],
  answer: ['handler', 'leader', 'cityOffice'],
  confirm: ['reporter'],
  rejectResult: ['reporter', 'follower'],
  rate: ['reporter', 'follower'],
  object: ['reporter'],
  refuse: ['intakeOfficer', 'dispatcher', 'system'],
  merge: ['intakeOfficer', 'dispatcher', 'reporter'],
  split: ['intakeOfficer', 'dispatcher'],
  withdraw: ['reporter'],
  close: ['system'],
  recheck: ['cityOffice'],
};

describe('the table of moves', () => {
  const cells = commandTypes.flatMap((type) =>
    reportStates.map((state, index) => [type, state, expected[type]?.[index] ?? '(missing)'] as const),
  );

  it('has a cell for every command and state', () => {
    expect(commandTypes.toSorted()).toEqual(Object.keys(expected).toSorted());
    expect(cells).toHaveLength(commandTypes.length * reportStates.length);
  });

  it.each(cells)('%s in %s: %s', (type, state, outcome) => {
    const move = table[type].moves[state];
    const shown =
      'refuse' in move ? move.refuse : ({ same: '>=', resume: '>back' }[move.to as 'same'] ?? `>${move.to}`);

    expect(shown).toBe(outcome);
  });

  it.each(commandTypes)('%s may be given by the roles it is meant for', (type) => {
    expect([...table[type].roles].toSorted()).toEqual([...mayGive[type]].toSorted());
  });

  it('offers a role exactly what the table allows it', () => {
    expect(commandsFor('in_progress', 'handler').toSorted()).toEqual(
      ['answer', 'askCitizen', 'escalate', 'extend', 'handOver'].toSorted(),
    );
    expect(commandsFor('answered', 'reporter').toSorted()).toEqual(['confirm', 'rate', 'rejectResult']);
    expect(commandsFor('received', 'dispatcher').toSorted()).toEqual(['askCitizen', 'dispatch', 'merge', 'refuse']);
    expect(commandsFor('closed_confirmed', 'handler')).toEqual([]);
  });

  it('leaves no state without a way out, but those that end a report', () => {
    const stuck = reportStates.filter((state) => commandTypes.every((type) => 'refuse' in table[type].moves[state]));

    expect(stuck).toEqual(['withdrawn']);
  });

  it('lets operations staff do nothing to a report', () => {
    expect(reportStates.flatMap((state) => commandsFor(state, 'operations'))).toEqual([]);
  });
});

describe('what people read', () => {
  it('gives every state a Vietnamese and an English label in NFC', () => {
    for (const label of Object.values(stateLabels)) {
      expect(label.vi.normalize('NFC')).toBe(label.vi);
      expect(label.vi.length).toBeGreaterThan(3);
      expect(label.en.length).toBeGreaterThan(3);
    }
    expect(Object.keys(stateLabels)).toEqual([...reportStates]);
  });

  it('gives every refusal a whole Vietnamese sentence, each its own', () => {
    const sentences = Object.values(refusals);
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}.{12,}\.$/u);
  });

  it('names every role', () => {
    expect(new Set(Object.values(roleNames)).size).toBe(Object.keys(roleNames).length);
  });

  it('counts as open what somebody still owes the citizen', () => {
    expect(reportStates.filter((state: ReportState) => isOpen(state))).toEqual([...openStates]);
    expect(openStates).toEqual(['received', 'dispatched', 'in_progress', 'awaiting_citizen']);
  });
});
