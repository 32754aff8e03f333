/** What the chat has gathered, in order of Zalo's clock. Stored as one JSON value: it is only ever read and written whole. */
export interface DraftContent {
  texts: { messageId: string; at: number; text: string }[];
  /** Ids of the messages these were replies to (Zalo's quote): they may say which report is meant. */
  quoted?: string[];
  pin?: { latitude: number; longitude: number; at: number };
  /** Number of photos; the photos themselves are rows, because each is fetched on its own. */
  photos: number;
  /** Questions already put to the citizen, each with Zalo's time of the last message before it, so that an answer is known as one. */
  asked: { question: DraftQuestion; at: number }[];
  emergencyNumbers?: string[];
  /** Voice messages, videos and files: rows, like the photos. */
  attachments?: number;
  /** A voice message, video or file came, which we cannot read: said once a draft. */
  unsupportedTold?: boolean;
  /** It is being written in the Mini App: the chat's quiet window does not settle it until something comes by chat. */
  inMiniApp?: boolean;
  /** What the citizen chose in the Mini App; the chat only ever suggests. */
  chosen?: { categoryCode?: string; address?: string; wardCode?: string };
}

/** `result`: are these words about the result of an earlier report, or something new (and then where)? */
export type DraftQuestion = 'place' | 'what' | 'both' | 'result';
