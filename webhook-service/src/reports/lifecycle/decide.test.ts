import { describe, expect, it } from 'vitest';
import { reportStates } from '../../../../db/schema/reports.ts';
import { type CommandContext, decide, type ReportCommand } from './decide.ts';
import { type ReportState, stateLabels } from './states.ts';
import { moves, refusalReasons } from './table.ts';

const now = new Date('2026-10-05T02:00:00Z');
const dispatcher = { kind: 'staff', id: '7' } as const;
const context: CommandContext = {
  now,
  actor: dispatcher,
  categoryCode: 'GT-01',
  priorityClass: 'normal',
  agencyCode: 'SXD',
};
const lighting = { categoryCode: 'CS-02', priorityClass: 'urgent' } as const;
const commands = {
  dispatch: { type: 'dispatch', agencyCode: 'SXD' },
  handOver: { type: 'handOver', agencyCode: 'ubnd-00199' },
} satisfies Record<ReportCommand['type'], ReportCommand>;

const classifiedEvent = {
  type: 'classified',
  at: now,
  actor: dispatcher,
  isPublic: false,
  data: { from: { categoryCode: 'GT-01', priorityClass: 'normal' }, to: lighting },
};
const dispatchedEvent = { type: 'dispatched', at: now, actor: dispatcher, isPublic: true, data: { agencyCode: 'SXD' } };

/** What each command does in each state: the next state, or the code of the refusal in brackets. */
const outcomes: Record<ReportState, Record<ReportCommand['type'], string>> = {
  received: { dispatch: 'dispatched', handOver: '(not_dispatched_yet)' },
  dispatched: { dispatch: '(already_dispatched)', handOver: 'dispatched' },
  in_progress: { dispatch: '(already_in_progress)', handOver: 'dispatched' },
  awaiting_citizen: { dispatch: '(awaiting_citizen)', handOver: '(awaiting_citizen)' },
  answered: { dispatch: '(already_answered)', handOver: '(already_answered)' },
  closed_confirmed: { dispatch: '(already_closed)', handOver: '(already_closed)' },
  closed_unconfirmed: { dispatch: '(already_closed)', handOver: '(already_closed)' },
  refused: { dispatch: '(already_refused)', handOver: '(already_refused)' },
  merged: { dispatch: '(already_merged)', handOver: '(already_merged)' },
};

describe('every command in every state', () => {
  const pairs = reportStates.flatMap((state) =>
    Object.values(commands).map((command) => [command.type, state, outcomes[state][command.type], command] as const),
  );

  it('is in the table', () => {
    expect(Object.keys(moves).toSorted()).toEqual(Object.keys(commands).toSorted());
    expect(pairs).toHaveLength(reportStates.length * Object.keys(moves).length);
  });

  it.each(pairs)('%s in %s: %s', (_type, state, outcome, command) => {
    const decision = decide(state, command, context);

    expect(decision.ok ? decision.to : `(${decision.code})`).toBe(outcome);
    if (decision.ok) expect(decision.events.length).toBeGreaterThan(0);
    else expect(decision.reason).toBe(refusalReasons[decision.code]);
  });

  it.each(pairs)('%s in %s is not for citizens', (_type, state, _outcome, command) => {
    const decision = decide(state, command, { ...context, actor: { kind: 'citizen', id: '1' } });

    expect(decision).toEqual({ ok: false, code: 'not_for_citizens', reason: refusalReasons.not_for_citizens });
  });
});

describe('dispatch', () => {
  it('is told to the citizen, with the agency', () => {
    expect(decide('received', commands.dispatch, context)).toEqual({
      ok: true,
      to: 'dispatched',
      events: [dispatchedEvent],
    });
  });

  it('may correct the classification in the same act', () => {
    expect(decide('received', { ...commands.dispatch, classification: lighting }, context)).toEqual({
      ok: true,
      to: 'dispatched',
      events: [classifiedEvent, dispatchedEvent],
    });
  });

  it('leaves no trace of a classification that stays the same', () => {
    const same = { categoryCode: 'GT-01', priorityClass: 'normal' } as const;

    expect(decide('received', { ...commands.dispatch, classification: same }, context)).toMatchObject({
      events: [{ type: 'dispatched' }],
    });
  });

  it('needs a category', () => {
    const unclassified = { ...context, categoryCode: null };

    expect(decide('received', commands.dispatch, unclassified)).toMatchObject({ ok: false, code: 'category_missing' });
    expect(decide('received', { ...commands.dispatch, classification: lighting }, unclassified)).toMatchObject({
      ok: true,
    });
  });

  it('may be done by a rule', () => {
    const actor = { kind: 'system', id: null } as const;

    expect(decide('received', commands.dispatch, { ...context, actor })).toMatchObject({
      ok: true,
      events: [{ actor }],
    });
  });
});

describe('hand over', () => {
  it('is told to the citizen, with the new agency', () => {
    expect(decide('in_progress', commands.handOver, context)).toEqual({
      ok: true,
      to: 'dispatched',
      events: [{ ...dispatchedEvent, type: 'handed_over', data: { agencyCode: 'ubnd-00199' } }],
    });
  });

  it('to the agency that holds it is none', () => {
    const command = { type: 'handOver', agencyCode: 'SXD' } as const;

    expect(decide('dispatched', command, context)).toMatchObject({ ok: false, code: 'nothing_to_change' });
  });
});

describe('labels', () => {
  it('name every state in Vietnamese and English', () => {
    expect(Object.keys(stateLabels).toSorted()).toEqual([...reportStates].toSorted());
    for (const { vi, en } of Object.values(stateLabels)) {
      expect(vi).toBe(vi.normalize('NFC'));
      expect(vi.length && en.length).toBeGreaterThan(0);
    }
  });

  it('give every refusal a whole Vietnamese sentence', () => {
    for (const reason of Object.values(refusalReasons)) expect(reason).toMatch(/^\p{Lu}.*\.$/u);
  });
});
