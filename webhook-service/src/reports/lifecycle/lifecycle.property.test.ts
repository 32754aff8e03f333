import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportStates } from '../../../../db/schema/reports.ts';
import { balanceOf } from '../../stats/balance.ts';
import { judgeAnswer } from '../gate/judge-answer.ts';
import { type Tally, talliesOf } from '../history/tallies.ts';
import type { CommandContext, ReportCommand, ReportFacts } from './commands.ts';
import { decide, evolveAll } from './decide.ts';
import type { ReportEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { Role } from './roles.ts';
import { table } from './table.ts';
import { commands, roles } from './testing/arbitrary-command.ts';
import { aReport, context, gateFacts, NOW } from './testing/facts.ts';

interface Step {
  command: ReportCommand;
  role: Role;
  late: boolean;
  suggested: boolean;
  given: boolean;
}

const opening = { late: false, suggested: false, given: false } as const;
const openings: Step[][] = [
  [],
  [
    { command: { type: 'dispatch', agencyCode: 'ubnd-00199' }, role: 'system', ...opening },
    { command: { type: 'accept' }, role: 'handler', ...opening },
  ],
];

/** Half of the roles fit the command, and half of the stories begin with an agency at work, or long ones would be rare. */
const anything: fc.Arbitrary<Step[]> = fc.array(
  commands.chain((command) =>
    fc.record({
      command: fc.constant(command),
      role: fc.oneof(roles, fc.constantFrom(...table[command.type].roles)),
      late: fc.boolean(),
      suggested: fc.boolean(),
      given: fc.boolean(),
    }),
  ),
  { minLength: 1, maxLength: 40, size: 'max' },
);

const steps = fc.tuple(fc.constantFrom(...openings), anything).map(([first, rest]) => [...first, ...rest]);

const received = aReport({ state: 'received', agencyCode: null });

interface Told {
  report: ReportFacts;
  history: { event: ReportEvent; before: ReportFacts; after: ReportFacts; step: Step; gate: CommandContext['gate'] }[];
}

/** Plays the steps; what is refused changes nothing. */
function play(first: ReportFacts, story: Step[]): Told {
  const told: Told = { report: first, history: [] };
  for (const step of story) {
    const gate = gateFacts({ reportPhotos: [{ sha256: 'own-photo', fingerprint: null }] });
    const decision = decide(
      told.report,
      step.command,
      context(step.role, {
        now: new Date(NOW.getTime() + told.history.length * 60_000),
        answerDueAt: step.late ? new Date(NOW.getTime() - 1) : new Date('2027-01-01T00:00:00Z'),
        superior: told.report.agencyCode === 'vp-ubnd' ? null : 'vp-ubnd',
        holdsByEscalation: step.given,
        gate,
        mergeInto: { state: 'dispatched', isItself: false, wasSuggested: step.suggested },
      }),
    );
    if (!decision.ok) continue;
    for (const event of decision.events) {
      const after = evolve(told.report, event);
      told.history.push({ event, before: told.report, after, step, gate });
      told.report = after;
    }
  }
  return told;
}

describe('whatever people do with a report', () => {
  it('it never leaves the table: each move is one the table has for that command, state and role', () => {
    fc.assert(
      fc.property(steps, (story) => {
        let before = received;
        for (const step of story) {
          const { report, history } = play(before, [step]);
          const row = table[step.command.type];
          if (history.length === 0) expect(report).toBe(before);
          else {
            const move = row.moves[before.state];
            expect(row.roles).toContain(step.role);
            if ('refuse' in move) throw new Error(`${step.command.type} moved a report in ${before.state}`);
            const resumed = before.resumeState ?? 'received';
            const leadsTo = move.to === 'same' ? before.state : move.to === 'resume' ? resumed : move.to;
            // A second "chưa xong" goes to another agency, which has yet to accept it.
            const higher = step.command.type === 'rejectResult' && report.agencyCode !== before.agencyCode;
            expect(report.state).toBe(higher ? 'dispatched' : leadsTo);
          }
          before = report;
        }
        expect(reportStates).toContain(before.state);
      }),
      { numRuns: 600 },
    );
  });

  it('its history tells it: folding all events from the start gives the report of today', () => {
    fc.assert(
      fc.property(steps, (story) => {
        const { report, history } = play(received, story);

        expect(
          evolveAll(
            received,
            history.map(({ event }) => event),
          ),
        ).toEqual(report);
      }),
      { numRuns: 300 },
    );
  });

  it('every event says who and when, in order, and only people’s events have a person', () => {
    fc.assert(
      fc.property(steps, (story) => {
        const { history } = play(received, story);
        let last = 0;
        for (const { event, step } of history) {
          expect(event.actor.role).toBe(step.role);
          expect(event.actor.id === null).toBe(step.role === 'system');
          expect(event.at.getTime()).toBeGreaterThanOrEqual(last);
          last = event.at.getTime();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('it is answered only through the gate, by somebody of the agency, with proof or a reason', () => {
    let answers = 0;
    fc.assert(
      fc.property(steps, (story) => {
        for (const { event, before, after, step, gate } of play(received, story).history) {
          if (after.state === 'answered' && before.state !== 'answered') expect(event.type).toBe('answered');
          if (event.type !== 'answered' || step.command.type !== 'answer' || !gate) continue;
          answers += 1;
          expect(judgeAnswer(step.command.answer, gate).ok).toBe(true);
          expect(step.command.answer.evidence.some(({ sha256 }) => sha256 !== 'own-photo')).toBe(true);
          expect(before.state).toBe('in_progress');
          if (before.level === 1) expect(step.role).not.toBe('handler');
        }
      }),
      { numRuns: 1_500 },
    );
    expect(answers).toBeGreaterThan(20);
  });

  it('counters only grow, within their limits', () => {
    fc.assert(
      fc.property(steps, (story) => {
        for (const { before, after } of play(received, story).history) {
          for (const fact of ['round', 'level', 'handOvers', 'questionsAsked', 'objections'] as const)
            expect(after[fact]).toBeGreaterThanOrEqual(before[fact]);
          expect(after.objections).toBeLessThanOrEqual(1);
          expect(after.level).toBeLessThanOrEqual(2);
          expect(after.extensions).toBeLessThanOrEqual(2);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('somebody always holds it once it has been dispatched', () => {
    fc.assert(
      fc.property(steps, (story) => {
        const { report, history } = play(received, story);
        if (history.some(({ event }) => event.type === 'dispatched')) expect(report.agencyCode).not.toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('the day’s balance holds: received = open + answered + refused + merged + withdrawn', () => {
    fc.assert(
      fc.property(fc.array(steps, { minLength: 1, maxLength: 8 }), (stories) => {
        const counts = new Map<string, number>();
        const add = (tally: Tally) => counts.set(tally.measure, (counts.get(tally.measure) ?? 0) + tally.count);
        const around = { receivedDay: '2026-10-05', agencyCode: null, wardCode: null, categoryCode: null };
        const ends = stories.map((story) => {
          const { report, history } = play(received, story);
          const entry = { event: 'received', actor: context('reporter').actor, at: NOW, isPublic: true };
          talliesOf(entry, { ...around, stateBefore: null, stateAfter: 'received' }).forEach(add);
          for (const { event, before, after } of history) {
            const { type, actor, at, isPublic, data } = event;
            const moved = { ...around, stateBefore: before.state, stateAfter: after.state };
            talliesOf({ event: type, actor, at, isPublic, data: { ...data } }, moved).forEach(add);
          }
          return report.state;
        });
        const byState = Object.fromEntries(reportStates.map((state) => [state, counts.get(`state:${state}`) ?? 0]));

        const balance = balanceOf({ received: counts.get('received') ?? 0, states: byState });
        expect(balance).toMatchObject({ received: stories.length, holds: true });
        for (const state of reportStates) expect(byState[state]).toBe(ends.filter((end) => end === state).length);
      }),
      { numRuns: 150 },
    );
  });
});
