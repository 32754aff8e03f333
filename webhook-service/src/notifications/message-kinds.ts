/** How much a message matters: decides ways, money and order (DESIGN §8). */
export type Weight =
  /** An answer to what the citizen has just written, or danger: at once, in the open window. */
  | 'reply'
  /** The result, a refusal, a late report: worth every way there is. */
  | 'answer'
  /** Somebody waits for the citizen: worth money, not the phone channel at night. */
  | 'question'
  /** Who holds it, until when. */
  | 'news'
  /** Nice to know: may wait and be folded into a digest. */
  | 'minor'
  /** For an official, in their own chat: free or not at all. */
  | 'staff';

const WEIGHTS: Readonly<Record<string, Weight>> = {
  answered: 'answer',
  refused: 'answer',
  reopened: 'answer',
  rechecked: 'answer',
  overdue: 'answer',
  delay_announced: 'answer',
  rights: 'answer',
  citizen_asked: 'question',
  duplicate_offer: 'question',
  dispatched: 'news',
  handed_over: 'news',
  sent_to_coordinator: 'news',
  escalated: 'news',
  extended: 'news',
  wait_timed_out: 'news',
  merged: 'news',
  split: 'news',
  objected: 'news',
  withdrawn: 'news',
  digest: 'news',
  closed_silent: 'minor',
  due_changed: 'minor',
  rehomed: 'minor',
  rated: 'minor',
  confirmed: 'minor',
  staff_note: 'staff',
};

/** The weight of a message's `kind`; what no table names answers a message of theirs. */
export function weightOf(kind: string): Weight {
  return (isMessageKind(kind) && WEIGHTS[kind]) || 'reply';
}

/** Kinds of news that have a weight of their own; everything else answers what the citizen has just written. */
export function isMessageKind(kind: string): boolean {
  return Object.hasOwn(WEIGHTS, kind);
}

/** Order among the jobs of all citizens: who has just written hears first, so that a storm of news delays no acknowledgement. */
export function priorityOf(kind: string): number {
  return { reply: 0, question: 5, answer: 5, news: 10, minor: 20, staff: 20 }[weightOf(kind)];
}
