import { expect, test } from 'vitest';
import type { UserMessage } from '../../zalo/event-types.ts';
import { treatmentOf, wordsOf } from './message-kinds.ts';

const base = { messageId: 'm1', quotedMessageId: null };
const picture = { url: 'https://photo.example/1.jpg', thumbnailUrl: null };
const file = { url: 'https://file.example/1.pdf', name: 'don.pdf', sizeBytes: 9, extension: 'pdf' };

test.each<[UserMessage, ReturnType<typeof treatmentOf>, string]>([
  [{ type: 'user_text', ...base, text: ' ổ gà ' }, 'words', 'ổ gà'],
  [
    { type: 'user_link', ...base, url: 'https://maps.example/x', description: 'Chợ Láng', text: '' },
    'words',
    'Chợ Láng',
  ],
  [
    { type: 'user_link', ...base, url: 'https://maps.example/x', description: '', text: '' },
    'words',
    'https://maps.example/x',
  ],
  [{ type: 'user_image', ...base, caption: 'rác', pictures: [picture], animated: false }, 'photos', 'rác'],
  [{ type: 'user_image', ...base, caption: '', pictures: [picture], animated: true }, 'photos', ''],
  [{ type: 'user_location', ...base, latitude: 21, longitude: 105.8, text: 'ở đây' }, 'place', 'ở đây'],
  [{ type: 'user_audio', ...base, url: 'https://voice.example/1' }, 'kept', ''],
  [
    { type: 'user_video', ...base, url: 'https://video.example/1', thumbnailUrl: null, description: 'ngập' },
    'kept',
    'ngập',
  ],
  [{ type: 'user_file', ...base, file, text: 'đơn' }, 'kept', 'đơn'],
  [{ type: 'user_sticker', ...base }, 'nothing', ''],
  [{ type: 'user_business_card', ...base }, 'card', ''],
  [{ type: 'user_unreadable', ...base, text: '' }, 'unreadable', ''],
])('%o', (message, treatment, words) => {
  expect(treatmentOf(message)).toBe(treatment);
  expect(wordsOf(message)).toBe(words);
});
