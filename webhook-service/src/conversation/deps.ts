import type { PerformDeps } from '../reports/perform/perform.ts';

/** What the conversation is given from outside. */
export interface ConversationDeps extends PerformDeps {
  now: () => Date;
  /** Quiet window, ms. */
  quietMs: number;
  /** Who is responsible for personal data, as the notice says. */
  controller?: string | undefined;
}

/** What became of an event: a word for the monitor, never content. */
export type EventOutcome = string;
