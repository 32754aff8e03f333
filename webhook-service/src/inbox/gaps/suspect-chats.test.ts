import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConversationMessage } from '../../zalo/conversation-page.ts';
import { burstsOf, missingMessages, suspectChats } from './suspect-chats.ts';

const MINUTE = 60_000;
const start = Date.UTC(2026, 9, 13, 3);
const at = (minute: number) => new Date(start + minute * MINUTE);
const time = { from: at(0), until: at(30) };

const wrote = (minute: number, userId: string, from: 'user' | 'oa' = 'user'): ConversationMessage => ({
  messageId: `${userId}-${minute}`,
  from,
  userId,
  sentAt: at(minute),
  type: 'text',
  text: '',
  url: null,
  thumbnailUrl: null,
  description: '',
  location: null,
});
const known = (...messages: ConversationMessage[]) => new Set(messages.map(({ messageId }) => messageId));

describe('which chats are read back', () => {
  it("none while we have everybody's latest message", () => {
    const latest = [wrote(20, 'an'), wrote(10, 'bình', 'oa')];
    expect(suspectChats(latest, known(...latest), time, false)).toEqual({ chats: [], missing: [] });
  });

  it('a person whose message we lack, and with one of them everybody of that time', () => {
    const [lacking, heard, before] = [wrote(20, 'an'), wrote(10, 'bình'), wrote(-5, 'chi')];
    const { chats, missing } = suspectChats([lacking, heard, before], known(heard), time, false);
    expect(missing).toEqual([lacking]);
    expect(chats).toEqual(['an', 'bình']);
  });

  it('a chat the OA has answered in while we know nothing of it: somebody saw what we did not', () => {
    const [answered, heard] = [wrote(20, 'an', 'oa'), wrote(10, 'bình')];
    expect(suspectChats([answered, heard], known(heard), time, false)).toEqual({ chats: ['an'], missing: [] });
  });

  it('not yet, while a message may still be on its way', () => {
    const young = wrote(31, 'an');
    expect(suspectChats([young], known(), time, false)).toEqual({ chats: [], missing: [] });
  });

  it('everybody of that time when nobody looked for a while', () => {
    const latest = [wrote(31, 'an'), wrote(10, 'bình', 'oa'), wrote(-1, 'chi')];
    expect(suspectChats(latest, known(...latest), time, true).chats).toEqual(['an', 'bình']);
  });
});

describe('what is missing of a chat', () => {
  it("is the person's, of that time, not in the inbox, each once, oldest first", () => {
    const [old, first, second, heard, official, young] = [
      ...[wrote(-1, 'an'), wrote(5, 'an'), wrote(9, 'an'), wrote(7, 'an')],
      ...[wrote(8, 'an', 'oa'), wrote(31, 'an')],
    ] as const;
    if (!heard) throw new Error('a list has its elements');
    const chat = [young, second, official, heard, second, first, old].filter((one) => one !== undefined);
    expect(missingMessages(chat, known(heard), time)).toEqual([first, second]);
  });

  it('never names what is known, and leaves nothing out that is not', () => {
    const minute = fc.integer({ min: -10, max: 40 });
    fc.assert(
      fc.property(fc.uniqueArray(minute), fc.uniqueArray(minute), (sent, had) => {
        const chat = sent.map((each) => wrote(each, 'an'));
        const missing = missingMessages(chat, known(...had.map((each) => wrote(each, 'an'))), time);
        const expected = sent.filter((each) => each >= 0 && each <= 30 && !had.includes(each)).sort((a, b) => a - b);
        expect(missing.map(({ sentAt }) => sentAt)).toEqual(expected.map(at));
      }),
    );
  });
});

it('messages are cut into bursts where the person paused for more than five minutes', () => {
  const sent = [0, 1, 6, 11.5, 12, 40].map((minute) => wrote(minute, 'an'));
  expect(burstsOf(sent).map((burst) => burst.map(({ sentAt }) => sentAt))).toEqual([
    [at(0), at(1), at(6)],
    [at(11.5), at(12)],
    [at(40)],
  ]);
  expect(burstsOf([])).toEqual([]);
});
