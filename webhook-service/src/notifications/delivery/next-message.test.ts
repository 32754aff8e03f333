import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { priorityOf } from '../message-kinds.ts';
import { nextOf } from './next-message.ts';

const NOW = new Date('2026-10-05T02:00:00Z');
const WAITS = { echoWaitMs: 5_000, claimTimeoutMs: 90_000 };
const inMs = (ms: number) => new Date(NOW.getTime() + ms);

type Open = Parameters<typeof nextOf>[0][number];
const message = (id: number, kind: string, over: Partial<Open> = {}): Open => ({
  id,
  kind,
  state: 'queued',
  nextAttemptAt: NOW,
  claimedAt: null,
  ...over,
});
const next = (...open: Open[]) => nextOf(open, NOW, WAITS);

describe('which of one citizen’s messages is next', () => {
  test('the oldest, when all are alike', () => {
    expect(next(message(2, 'dispatched'), message(1, 'dispatched'))).toEqual({ id: 1 });
  });

  test('what answers them now, before old news', () => {
    expect(next(message(1, 'dispatched'), message(2, 'answered'), message(3, 'received'))).toEqual({ id: 3 });
  });

  test('never news before the acknowledgement it follows, also while that one waits for its echo', () => {
    const unsure = message(1, 'received', { state: 'unsure', claimedAt: inMs(-1_000) });
    expect(next(unsure, message(2, 'dispatched'))).toEqual({ dueAt: inMs(4_000) });
  });

  test('a reply, while old news waits for its hour', () => {
    expect(next(message(1, 'dispatched', { nextAttemptAt: inMs(3_600_000) }), message(2, 'received'))).toEqual({
      id: 2,
    });
  });

  test('one that is being sent is looked at again in a second, and taken over when its sender is gone', () => {
    expect(next(message(1, 'received', { state: 'sending', claimedAt: inMs(-10) }))).toEqual({ dueAt: inMs(1_000) });
    expect(next(message(1, 'received', { state: 'sending', claimedAt: inMs(-90_000) }))).toEqual({ id: 1 });
  });

  test('nothing, when nothing is open', () => {
    expect(next()).toBeNull();
  });

  test('never one that an older message of the same or greater urgency stands before', () => {
    const kinds = fc.constantFrom('received', 'answered', 'dispatched', 'rated');
    const open = fc.array(fc.record({ kind: kinds, waits: fc.integer({ min: -5, max: 5 }) }), { maxLength: 8 });
    fc.assert(
      fc.property(open, (list) => {
        const messages = list.map(({ kind, waits }, i) => message(i + 1, kind, { nextAttemptAt: inMs(waits * 1_000) }));
        const found = nextOf(messages, NOW, WAITS);
        if (found === null) return messages.length === 0;
        if ('dueAt' in found) return found.dueAt > NOW;
        const chosen = messages.find(({ id }) => id === found.id);
        if (!chosen || chosen.nextAttemptAt > NOW) return false;
        return !messages.some(({ id, kind }) => id < chosen.id && priorityOf(kind) <= priorityOf(chosen.kind));
      }),
    );
  });
});
