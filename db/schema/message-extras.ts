/** What a message carries beside its text. Every one may be lost without loss of sense: the text is complete (§3.2). */
export interface MessageExtras {
  /** At most 5, titles up to 100 characters (§3.3). */
  buttons?: MessageButton[];
  /** Id of a stored piece of evidence that is sent as picture with the text. */
  imageOfEvidence?: number;
  /** No message at all, but an icon on theirs (§3.8): free, and quieter than a sentence. */
  reaction?: { messageId: string; icon: '/-strong' | '/-heart' };
}

export type MessageButton =
  /** Sends `payload` as the citizen's own visible message (`oa.query.show`). */
  | { title: string; say: string }
  /** Opens an address (`oa.open.url`), https only. */
  | { title: string; url: string };

/** One sentence of the planner's explanation, for staff. */
export interface PlanStep {
  channel: string;
  verdict: 'chosen' | 'no' | 'later';
  /** Stable reason code, e.g. `window_closed`, `budget_spent`; its Vietnamese words are in `notifications/planner`. */
  why: string;
  /** A number or time that belongs to the reason, e.g. đồng left. */
  detail?: string;
}
