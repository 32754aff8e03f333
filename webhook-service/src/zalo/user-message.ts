import { attachmentsOf } from './attachments.ts';
import { type Fields, idOf, textOf } from './event-fields.ts';
import type { UserMessage } from './event-types.ts';

/**
 * A person's message (§1.7, §1.8). Null without a message id: it could neither be deduplicated nor quoted. Content in
 * an unknown shape gives `user_unreadable`, so that the person still gets an answer.
 */
export function userMessageOf(name: string, message: Fields): UserMessage | null {
  const messageId = idOf(message.msg_id);
  if (messageId === null) return null;
  const base = { messageId, quotedMessageId: idOf(message.quote_msg_id) };
  const text = textOf(message.text);
  const { pictures, files, links, firstUrl, location } = attachmentsOf(message);
  const [picture, ...more] = pictures;
  const [link] = links;
  const [file] = files;
  switch (name) {
    case 'user_send_text':
      if (text !== '') return { type: 'user_text', ...base, text };
      break;
    case 'user_send_image':
    case 'user_send_gif':
      if (picture === undefined) break;
      return {
        type: 'user_image',
        ...base,
        caption: text,
        pictures: [picture, ...more],
        animated: name === 'user_send_gif',
      };
    case 'user_send_location':
      if (location !== null) return { type: 'user_location', ...base, ...location, text };
      break;
    case 'user_send_link':
      if (link !== undefined) return { type: 'user_link', ...base, url: link.url, description: link.description, text };
      break;
    case 'user_send_video':
      if (link !== undefined) return { type: 'user_video', ...base, ...link };
      break;
    case 'user_send_audio':
      if (firstUrl !== null) return { type: 'user_audio', ...base, url: firstUrl };
      break;
    case 'user_send_file':
      if (file !== undefined) return { type: 'user_file', ...base, file, text };
      break;
    case 'user_send_sticker':
      return { type: 'user_sticker', ...base };
    case 'user_send_business_card':
      return { type: 'user_business_card', ...base };
  }
  return { type: 'user_unreadable', ...base, text };
}
