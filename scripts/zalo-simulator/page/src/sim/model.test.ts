import { describe, expect, it } from 'vitest';
import type { ChatMessage, Citizen, SimState, WireEntry } from '../../../control-api.ts';
import { emptyModel, simulatedNow, withMessages, withPush, withState, withWire } from './model.ts';

describe('the page’s model', () => {
  it('replaces a message that was seen meanwhile instead of showing it twice', () => {
    const sent = message({ id: 'a' });
    const model = withMessages(withMessages(emptyModel, [sent, message({ id: 'b' })]), [{ ...sent, seenAt: 5 }]);
    expect(model.messages.get('1')).toMatchObject([{ id: 'a', seenAt: 5 }, { id: 'b' }]);
  });

  it('never takes a receipt back when an older copy of the message comes late', () => {
    const seen = message({ id: 'a', receivedAt: 4, seenAt: 5 });
    const model = withMessages(withMessages(emptyModel, [seen]), [message({ id: 'a' })]);
    expect(model.messages.get('1')).toEqual([seen]);
  });

  it('keeps the wire newest first, each entry once', () => {
    const model = withWire(withWire(emptyModel, [entry(1), entry(2)]), [entry(3), { ...entry(2), status: 'timeout' }]);
    expect(model.wire.map(({ seq, status }) => [seq, status])).toEqual([
      [3, 200],
      [2, 'timeout'],
      [1, 200],
    ]);
  });

  it('forgets the old wire when the simulator counts from one again', () => {
    const model = withPush(withWire(emptyModel, [entry(7), entry(8)]), { type: 'wire', entry: entry(1) }, 0);
    expect(model.wire.map(({ seq }) => seq)).toEqual([1]);
  });

  it('drops the chats of people who are gone after a reset', () => {
    const before = withMessages(emptyModel, [
      message({ id: 'a', citizenId: '1' }),
      message({ id: 'b', citizenId: '2' }),
    ]);
    expect([...withState(before, state({ ids: ['2'] }), 0).messages.keys()]).toEqual(['2']);
  });

  it('lets the simulated clock run on between two states', () => {
    expect(simulatedNow(withState(emptyModel, state({ now: 1_000_000 }), 500), 1500)).toBe(1_001_000);
  });
});

function message(part: Partial<ChatMessage>): ChatMessage {
  return { id: 'a', citizenId: '1', from: 'app', kind: 'text', text: 'Xin chào', at: 0, ...part };
}

function entry(seq: number): WireEntry {
  return { seq, at: seq, direction: 'webhook', title: 'user_send_text', status: 200, durationMs: 1 };
}

function state({ ids = [], now = 0 }: { ids?: string[]; now?: number }): SimState {
  // Only what the model looks at.
  return { now, citizens: ids.map((id) => ({ id }) as Citizen) } as SimState;
}
