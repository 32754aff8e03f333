import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportStates } from '../../../../db/schema/reports.ts';
import { system } from '../lifecycle/roles.ts';
import type { HistoryEntry } from './record.ts';
import { eventMeasures, type ReportAtEvent, talliesOf, talliesOfAll } from './tallies.ts';

const report: ReportAtEvent = {
  receivedDay: '2026-10-01',
  agencyCode: 'ubnd-00199',
  wardCode: '00199',
  categoryCode: 'GT-01',
  stateBefore: 'in_progress',
  stateAfter: 'in_progress',
};
/** 00:30 in Hà Nội on the third, when it is still the second in UTC. */
const at = new Date('2026-10-02T17:30:00Z');

function entry(event: string, data?: Record<string, unknown>): HistoryEntry {
  return { event, actor: system, at, isPublic: true, ...(data && { data }) };
}

const short = (event: string, data?: Record<string, unknown>, around: ReportAtEvent = report) =>
  talliesOf(entry(event, data), around).map(({ measure, day, count }) => `${day} ${measure} ${count}`);

describe('what an entry counts for', () => {
  test('carries agency, ward and category, and the day in Hà Nội on which it happened', () => {
    expect(talliesOf(entry('confirmed'), report)).toEqual([
      {
        day: '2026-10-03',
        measure: 'confirmed',
        agencyCode: 'ubnd-00199',
        wardCode: '00199',
        categoryCode: 'GT-01',
        count: 1,
      },
    ]);
  });

  test('has empty codes for what is not known', () => {
    const unknown = { ...report, agencyCode: null, wardCode: null, categoryCode: null };
    expect(talliesOf(entry('refused'), unknown)).toEqual([
      { day: '2026-10-03', measure: 'refused', agencyCode: '', wardCode: '', categoryCode: '', count: 1 },
    ]);
  });

  test('an answer is on time only when it is marked so', () => {
    expect(short('answered', { onTime: true })).toEqual(['2026-10-03 answered 1', '2026-10-03 answered_on_time 1']);
    for (const data of [{ onTime: false }, {}, undefined, { onTime: 'true' }]) {
      expect(short('answered', data)).toEqual(['2026-10-03 answered 1', '2026-10-03 answered_late 1']);
    }
  });

  test('an answer that had no due time is neither on time nor late', () => {
    expect(short('answered', { onTime: null })).toEqual(['2026-10-03 answered 1']);
  });

  test.each(['satisfied', 'accepted', 'unsatisfied'])('a rating counts as rated and as %s', (level) => {
    expect(short('rated', { level })).toEqual(['2026-10-03 rated 1', `2026-10-03 rated_${level} 1`]);
  });

  test('a rating of an unknown level is a rating and nothing more', () => {
    expect(short('rated', { level: 'great' })).toEqual(['2026-10-03 rated 1']);
    expect(short('rated')).toEqual(['2026-10-03 rated 1']);
  });

  test.each([
    'reopened',
    'confirmed',
    'closed_silent',
    'refused',
    'handed_over',
    'extended',
    'escalated',
    'gate_refused',
    'overdue',
  ])('%s counts as itself', (event) => {
    expect(eventMeasures).toContain(event);
    expect(short(event)).toEqual([`2026-10-03 ${event} 1`]);
  });

  test('the third "not mine", settled by a coordinator, is a hand-over too', () => {
    expect(short('sent_to_coordinator')).toEqual(['2026-10-03 handed_over 1']);
  });

  test.each(['dispatched', 'accepted', 'citizen_asked', 'due_soon', 'classified', 'result_rejected', 'rechecked'])(
    '%s counts for no unit',
    (event) => {
      expect(short(event)).toEqual([]);
    },
  );
});

describe('what an entry does to the daily balance', () => {
  test('receiving counts the report and its first state, on its day of receipt, for nobody in particular', () => {
    expect(talliesOf(entry('received'), { ...report, stateBefore: null, stateAfter: 'received' })).toEqual([
      { day: '2026-10-01', measure: 'received', agencyCode: '', wardCode: '', categoryCode: '', count: 1 },
      { day: '2026-10-01', measure: 'state:received', agencyCode: '', wardCode: '', categoryCode: '', count: 1 },
    ]);
  });

  test('a change of state takes from one and gives to the other', () => {
    expect(short('answered', { onTime: true }, { ...report, stateAfter: 'answered' })).toEqual([
      '2026-10-01 state:in_progress -1',
      '2026-10-01 state:answered 1',
      '2026-10-03 answered 1',
      '2026-10-03 answered_on_time 1',
    ]);
  });

  test('entries written together change the state once', () => {
    const around = { ...report, stateBefore: 'answered', stateAfter: 'dispatched' } as const;
    const together = talliesOfAll([entry('result_rejected'), entry('reopened')], around);
    expect(together.map(({ measure, count }) => `${measure} ${count}`)).toEqual([
      'state:answered -1',
      'state:dispatched 1',
      'reopened 1',
    ]);
  });

  test('over any walk through the states, one report is counted in the state it is in and in no other', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...reportStates), { minLength: 1 }), (walk) => {
        const sums = new Map<string, number>();
        walk.forEach((stateAfter, index) => {
          const stateBefore = walk[index - 1] ?? null;
          const event = index === 0 ? 'received' : 'moved';
          for (const { measure, count } of talliesOf(entry(event), { ...report, stateBefore, stateAfter })) {
            sums.set(measure, (sums.get(measure) ?? 0) + count);
          }
        });
        const left = [...sums].filter(([, sum]) => sum !== 0).sort();
        expect(left).toEqual([
          ['received', 1],
          [`state:${walk.at(-1)}`, 1],
        ]);
      }),
    );
  });
});
