/** What has to be known to tell a new report from a reply: nothing but codes and plain facts, gathered before anything is decided. */

/** How a report stands to this person and to what they have just sent. */
export type Reach =
  /** Theirs, and it can take this: words and photos may be added, or the move is possible. */
  | 'takes'
  /** Theirs, and its result waits for them: it takes no words, only "đã xong" or "chưa xong". */
  | 'answered'
  /** Theirs, and closed to this for good. */
  | 'over'
  /** Somebody else's. */
  | 'strange'
  /** No report has this code. */
  | 'unknown'
  /** Looks like a code, but its check character is wrong. */
  | 'unreadable';

export interface Pointed {
  code: string;
  reach: Reach;
}

/** A question that stands open to this person, and that what they sent can answer. */
export interface Asked {
  code: string;
  /** `chat`: the chat itself asked ("thêm", a rating, a reason). */
  by: 'official' | 'chat';
}

export interface Facts {
  /** `move`: a short phrase that does something; `follow`: the same about a report that may be somebody else's; `burst`: words, photos, a place. */
  says: 'move' | 'follow' | 'burst';
  /** "Việc mới: …". */
  startsAnew: boolean;
  asked: readonly Asked[];
  /** Reports of the messages that were replied to with Zalo's quote. */
  quoted: readonly Pointed[];
  /** Reports whose codes were typed. */
  named: readonly Pointed[];
  /** What is missing has been asked for already: this goes on with it. */
  gathering: boolean;
  /** "Xong rồi" while something is being written. */
  mayMeanDraft: boolean;
  /** A move with words that asking back would lose. */
  withWords: boolean;
  /** Codes of the reports that wait for just this, newest first; each can take it. */
  waiting: readonly string[];
  /** Codes of results that wait for this person, of which these words may speak. */
  results: readonly string[];
}

export type Decision =
  /** It is written on: a report of its own, once what and where are known. */
  | { to: 'draft' }
  /** Added to this report, or done to it. */
  | { to: 'report'; code: string }
  /** The reply an official waits for. */
  | { to: 'question'; code: string }
  /** Somebody else's report is followed, or no longer. Nothing is added to it. */
  | { to: 'follow'; code: string }
  /** It was pointed at and cannot take this: the person is told why. */
  | { to: 'explain'; code: string }
  /** Asked back, with buttons: which question, which report, or whether it is about a result. */
  | { to: 'ask'; about: 'reply' | 'report' | 'result'; codes: readonly string[] }
  /** A move that no report waits for. */
  | { to: 'nothing' };
