import { describe, expect, test } from 'vitest';
import { type ReplayedEvent, stateReplay } from './replay-state.ts';

function replay(...events: (string | ReplayedEvent)[]): string[] {
  const next = stateReplay();
  return events.map((event) => next(typeof event === 'string' ? { event, data: {} } : event));
}

const reopened = (from: string, agencyCode: string) => ({ event: 'reopened', data: { from, agencyCode } });

describe('the state a history leads to', () => {
  test('follows a report from receipt to confirmation', () => {
    expect(
      replay(
        'received',
        'dispatched',
        'handed_over',
        'accepted',
        'citizen_asked',
        'citizen_replied',
        'answered',
        'confirmed',
      ),
    ).toEqual([
      'received',
      'dispatched',
      'dispatched',
      'in_progress',
      'awaiting_citizen',
      'in_progress',
      'answered',
      'closed_confirmed',
    ]);
  });

  test('returns to where it was after a question nobody answered and after a merge that was undone', () => {
    expect(replay('received', 'citizen_asked', 'wait_timed_out').at(-1)).toBe('received');
    expect(replay('received', 'dispatched', 'accepted', 'merged', 'split')).toEqual([
      'received',
      'dispatched',
      'in_progress',
      'merged',
      'in_progress',
    ]);
  });

  test('tells apart who gets a reopened report', () => {
    const answered = ['received', 'dispatched', 'accepted', 'answered', 'result_rejected'];
    expect(replay(...answered, reopened('ubnd-00199', 'ubnd-00199')).at(-1)).toBe('in_progress');
    expect(replay(...answered, reopened('ubnd-00199', 'so-xay-dung')).at(-1)).toBe('dispatched');
  });

  test.each([
    ['refused', 'refused'],
    ['withdrawn', 'withdrawn'],
    ['closed_silent', 'closed_unconfirmed'],
    ['objected', 'received'],
    ['rechecked', 'in_progress'],
    ['escalated', 'dispatched'],
    ['sent_to_coordinator', 'dispatched'],
  ])('%s leads to %s', (event, state) => {
    expect(replay('received', 'dispatched', 'accepted', 'answered', event).at(-1)).toBe(state);
  });

  test.each([
    'classified',
    'rated',
    'extended',
    'due_soon',
    'overdue',
    'put_into_tray',
    'supplemented',
    'obstacle_recorded',
  ])('%s leaves it where it is', (event) => {
    expect(replay('received', 'dispatched', 'accepted', event).at(-1)).toBe('in_progress');
  });
});
