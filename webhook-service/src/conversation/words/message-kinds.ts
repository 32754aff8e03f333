import type { UserMessage } from '../../zalo/event-types.ts';

/** What becomes of a message by its kind (zalo-platform §1.7); words in it are read whatever it is. */
export type Treatment =
  /** Read. */
  | 'words'
  | 'photos'
  | 'place'
  /** Stored with the report for the people who work on it. */
  | 'kept'
  /** A sticker: friendly, and no reason to disturb what is being written. */
  | 'nothing'
  /** A business card is declined: its phone number is a third person's. */
  | 'card'
  /** In a shape we do not know: they are told. */
  | 'unreadable';

const treatments: Readonly<Record<UserMessage['type'], Treatment>> = {
  user_text: 'words',
  user_link: 'words',
  user_image: 'photos',
  user_location: 'place',
  user_audio: 'kept',
  user_video: 'kept',
  user_file: 'kept',
  user_sticker: 'nothing',
  user_business_card: 'card',
  user_unreadable: 'unreadable',
};

export function treatmentOf(message: UserMessage): Treatment {
  return treatments[message.type];
}

/** The citizen's own words in a message; a link's or video's description counts, it is all we can read of it. */
export function wordsOf(message: UserMessage): string {
  switch (message.type) {
    case 'user_text':
    case 'user_unreadable':
    case 'user_file':
    case 'user_location':
      return message.text.trim();
    case 'user_image':
      return message.caption.trim();
    case 'user_link':
      return [message.text, message.description, message.url].map((part) => part.trim()).find(Boolean) ?? '';
    case 'user_video':
      return message.description.trim();
    default:
      return '';
  }
}
