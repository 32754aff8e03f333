/** What the chat has gathered, in order of Zalo's clock. Stored as one JSON value: it is only ever read and written whole. */
export interface DraftContent {
  texts: { messageId: string; at: number; text: string }[];
  pin?: { latitude: number; longitude: number; at: number };
  /** Number of photos; the photos themselves are rows, because each is fetched on its own. */
  photos: number;
  /** Questions already put to the citizen, so that none is asked twice. */
  asked: ('place' | 'what' | 'both')[];
  emergencyToldAt?: number;
  unsupportedToldAt?: number;
}
