/** What the conversation is given from outside. */
export interface ConversationDeps {
  now: () => Date;
  /** Quiet window, ms. */
  quietMs: number;
  publicUrl: string;
}

/** What became of an event: a word for the monitor, never content. */
export type EventOutcome = string;
