/** What the chat has gathered, in order of Zalo's clock. Stored as one JSON value: it is only ever read and written whole. */
export interface DraftContent {
  texts: { messageId: string; at: number; text: string }[];
  pin?: { latitude: number; longitude: number; at: number };
  /** Number of photos; the photos themselves are rows, because each is fetched on its own. */
  photos: number;
  /** Questions already put to the citizen, each with Zalo's time of the last message before it, so that an answer is known as one. */
  asked: { question: DraftQuestion; at: number }[];
  emergencyNumbers?: string[];
  /** A voice message, video or file came, which we cannot read: said once a draft. */
  unsupportedTold?: boolean;
}

/** `result`: are these words about the result of an earlier report, or something new (and then where)? */
export type DraftQuestion = 'place' | 'what' | 'both' | 'result';
