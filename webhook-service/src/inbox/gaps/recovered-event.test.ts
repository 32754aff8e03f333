import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { ConversationMessage } from '../../zalo/conversation-page.ts';
import { parseOaEvent } from '../../zalo/events.ts';
import { recoveredEvent } from './recovered-event.ts';

const ids = { appId: '4102938475610293847', oaId: '2910384756102938475' };
const photo = 'https://f6.photo.talk.zdn.vn/1/a.jpg';

const message = (over: Partial<ConversationMessage>): ConversationMessage => ({
  messageId: '0fbda1197a621b7f1492',
  from: 'user',
  userId: '8170263549182736450',
  sentAt: new Date(1_791_342_001_000),
  type: 'text',
  text: '',
  url: null,
  thumbnailUrl: null,
  description: '',
  location: null,
  ...over,
});
const eventOf = (over: Partial<ConversationMessage>) => {
  const recovered = recoveredEvent(message(over), ids);
  const parsed = parseOaEvent(JSON.parse(recovered?.body ?? '{}'), ids.oaId);
  return parsed.kind === 'event' ? parsed.event : parsed.why;
};

describe('a message of the conversation becomes the event the webhook would have brought', () => {
  const cases: [string, Partial<ConversationMessage>, Record<string, unknown>][] = [
    ['text', { type: 'text', text: 'Đèn hỏng' }, { type: 'user_text', text: 'Đèn hỏng' }],
    [
      'photo with caption',
      { type: 'photo', url: photo, thumbnailUrl: photo, description: 'ổ gà' },
      { type: 'user_image', caption: 'ổ gà', pictures: [{ url: photo, thumbnailUrl: photo }], animated: false },
    ],
    ['gif', { type: 'GIF', url: photo }, { type: 'user_image', animated: true }],
    [
      'place',
      { type: 'location', location: { latitude: 21.01, longitude: 105.8 } },
      { type: 'user_location', latitude: 21.01, longitude: 105.8 },
    ],
    ['sticker', { type: 'sticker' }, { type: 'user_sticker' }],
    ['voice', { type: 'voice', url: 'https://v.zdn.vn/a.amr' }, { type: 'user_audio', url: 'https://v.zdn.vn/a.amr' }],
    ['video', { type: 'video', url: 'https://v.zdn.vn/a.mp4' }, { type: 'user_video', url: 'https://v.zdn.vn/a.mp4' }],
    [
      'file',
      { type: 'file', url: 'https://f.zdn.vn/a.pdf', description: 'don.pdf' },
      { type: 'user_file', file: { url: 'https://f.zdn.vn/a.pdf', name: 'don.pdf', sizeBytes: null, extension: '' } },
    ],
    [
      'link',
      { type: 'link', url: 'https://a.vn/', text: 'xem' },
      { type: 'user_link', url: 'https://a.vn/', text: 'xem' },
    ],
    ['a type nobody knows, with words', { type: 'poll', text: 'Chọn' }, { type: 'user_text', text: 'Chọn' }],
    ['a type nobody knows, without words', { type: 'nosupport' }, { type: 'user_unreadable' }],
    ['a photo without its address', { type: 'photo' }, { type: 'user_unreadable' }],
    [
      'a place without coordinates',
      { type: 'location', text: 'Láng Hạ' },
      { type: 'user_unreadable', text: 'Láng Hạ' },
    ],
  ];
  test.each(cases)('%s', (_name, over, expected) => {
    expect(eventOf(over)).toMatchObject(expected);
  });
});

it('has the dedupe key and the person the webhook would have had, so that a redelivery meets it (§1.4)', () => {
  const kinds = fc.constantFrom(
    ...[['text', 'user_send_text'] as const, ['photo', 'user_send_image'] as const, ['GIF', 'user_send_gif'] as const],
    ...[['location', 'user_send_location'] as const, ['sticker', 'user_send_sticker'] as const],
    ...[['voice', 'user_send_audio'] as const, ['video', 'user_send_video'] as const],
    ...[['file', 'user_send_file'] as const, ['link', 'user_send_link'] as const],
  );
  const digits = fc.stringMatching(/^[1-9]\d{0,18}$/).filter((id) => id !== ids.oaId);
  fc.assert(
    fc.property(
      kinds,
      fc.stringMatching(/^[0-9a-f]{8,32}$/),
      digits,
      fc.string(),
      fc.integer({ min: 1_600_000_000_000, max: 1_900_000_000_000 }),
      ([type, name], messageId, userId, text, at) => {
        const recovered = recoveredEvent(message({ type, messageId, userId, text, sentAt: new Date(at) }), ids);
        const webhook = parseOaEvent(
          {
            app_id: ids.appId,
            sender: { id: userId },
            user_id_by_app: '1',
            recipient: { id: ids.oaId },
            event_name: name,
            message: { text, msg_id: messageId },
            // The two clocks of Zalo need not agree to the millisecond.
            timestamp: String(at + 7),
          },
          ids.oaId,
        );
        if (webhook.kind !== 'event') throw new Error(webhook.why);
        expect(recovered).toMatchObject({
          dedupeKey: webhook.dedupeKey,
          eventName: name,
          zaloUserId: webhook.userId,
          eventAt: at,
        });
      },
    ),
  );
});

it('is made of what a person wrote only', () => {
  expect(recoveredEvent(message({ from: 'oa', text: 'Đã nhận' }), ids)).toBeNull();
  expect(recoveredEvent(message({ messageId: 'This is message id', text: 'thử' }), ids)).toBeNull();
});
