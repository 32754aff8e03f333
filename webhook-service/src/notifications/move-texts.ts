/** Why something a citizen asked for in the chat cannot be done: the refusals of the lifecycle that a citizen can meet. */
export const cannotReasons = [
  'no_answer_yet',
  'already_in_progress',
  'awaiting_citizen',
  'already_answered',
  'already_closed',
  'already_refused',
  'already_merged',
  'already_withdrawn',
  'work_has_begun',
  'nothing_asked',
  'not_refused',
  'rated_already',
  'objection_used',
  'merge_target_over',
  'merge_not_suggested',
  'other',
] as const;

export type CannotReason = (typeof cannotReasons)[number];

/** What a citizen can do to a report by a short message. */
export type MoveName = 'confirm' | 'reject' | 'rate' | 'withdraw' | 'object' | 'join';

/** The chat's answers to what a citizen does after sending: replies, "đã xong", ratings, withdrawing, joining. */
export interface MoveTexts {
  /** A reply went to who had asked; `agency` is null while the intake officer has the report. */
  replyTaken(facts: { code: string; agency: string | null; dueAt: string | null }): string;
  /** "Dạ vâng" to a question of an official says that it was read, not what the answer is. */
  replyAwaited(facts: { code: string; question: string }): string;
  /** The words fit several reports, or one and something that is being written: which is meant? `say`: the words to repeat. */
  askWhichMove(facts: { codes: readonly string[]; say: string }): string;
  /** Words that may be about the answer just given or about something new. */
  askResultOrNew(facts: { codes: readonly string[] }): string;
  /** A reply, while several officials wait for one. */
  askWhichReply(facts: { codes: readonly string[] }): string;
  /** No report of this person waits for such a word. */
  nothingToMove(facts: { move: MoveName }): string;
  /** A code of somebody else. */
  notYours(facts: { code: string }): string;
  cannot(facts: { code: string; why: CannotReason; agency: string | null; dueAt: string | null }): string;
  /** One who only follows says that it is done: closing is for the reporter of the main report, rating is for everyone. */
  followerDone(facts: { code: string }): string;
  /** `code` looks like `mainCode`, which somebody else sent. */
  duplicateOffer(facts: {
    code: string;
    mainCode: string;
    category: string;
    place: string | null;
    distanceMetres: number | null;
  }): string;
  followed(facts: { code: string; agency: string | null; dueAt: string | null }): string;
  unfollowed(facts: { code: string }): string;
  /** Over, or not public. */
  cannotFollow(facts: { code: string }): string;
}
