/**
 * New report or reply? The one order for everything a citizen sends (DESIGN §8): open question to this person › quoted message ›
 * code in the text › exactly one report waiting on them › otherwise it is asked. The first row that holds decides; never a guess.
 */
import type { Asked, Decision, Facts, Pointed } from './facts.ts';

export interface Row {
  id: string;
  when: (facts: Facts) => boolean;
  decides: (facts: Facts) => Decision;
  /** The sentence that says why, for the record of the decision and for who reads the table. */
  why: string;
}

export const rows = [
  {
    id: 'says-it-is-new',
    when: ({ says, startsAnew }) => says === 'burst' && startsAnew,
    decides: () => ({ to: 'draft' }),
    why: 'Who begins with "việc mới" has said what it is, whatever questions are open.',
  },
  {
    id: 'question-pointed-at',
    when: (facts) => questionPointedAt(facts) !== null,
    decides: (facts) => answerTo(questionPointedAt(facts)),
    why: 'The question itself was quoted, or its code was typed.',
  },
  {
    id: 'another-code-beside-a-question-or-quote',
    when: ({ asked, quoted, named }) => asked.length + quoted.length > 0 && taking(named).length === 1,
    decides: ({ named }) => report(taking(named)),
    why: 'The code of another report of theirs that can take it was typed: nothing is clearer than a code.',
  },
  {
    id: 'another-quote-beside-a-question',
    when: ({ asked, quoted }) => asked.length > 0 && taking(quoted).length === 1,
    decides: ({ quoted }) => report(taking(quoted)),
    why: 'A message about another report of theirs was quoted: that one is meant, not the question.',
  },
  {
    id: 'earlier-report-beside-a-question',
    when: ({ asked, named }) => asked.length > 0 && taking(named).length === 0 && named.some(isTheirs),
    decides: (facts) => aboutEarlier(facts, facts.named.filter(isTheirs)),
    why: 'The code of a finished report of theirs was typed: the words are about that, and no answer to the question.',
  },
  {
    id: 'one-question',
    when: ({ asked }) => asked.length === 1,
    decides: ({ asked }) => answerTo(asked[0] ?? null),
    why: 'Exactly one question waits for this person, so this is the answer.',
  },
  {
    id: 'several-questions',
    when: ({ asked }) => asked.length > 1,
    decides: ({ asked }) => ({ to: 'ask', about: 'reply', codes: asked.map(({ code }) => code) }),
    why: 'Several officials wait for an answer, and nothing says whose this is.',
  },
  {
    id: 'several-pointed-at',
    when: (facts) => pointedAt(facts).length > 1,
    decides: (facts) => ({ to: 'ask', about: 'report', codes: pointedAt(facts).map(({ code }) => code) }),
    why: 'Two of their reports are meant at once, and words belong to one.',
  },
  {
    id: 'quoted',
    when: ({ quoted }) => taking(quoted).length === 1,
    decides: ({ quoted }) => report(taking(quoted)),
    why: 'A message about this report was quoted.',
  },
  {
    id: 'named',
    when: ({ named }) => taking(named).length === 1,
    decides: ({ named }) => report(taking(named)),
    why: 'The code of this report was typed.',
  },
  {
    id: 'joins-what-was-offered',
    when: ({ says, named, waiting }) => says === 'follow' && named.some(isStrange) && waiting.length === 1,
    decides: ({ waiting }) => ({ to: 'report', code: waiting[0] ?? '' }),
    why: 'The code is that of the report which was offered as the same as theirs.',
  },
  {
    id: 'follows-another',
    when: ({ says, named }) => says === 'follow' && named.some(isStrange),
    decides: ({ named }) => ({ to: 'follow', code: named.find(isStrange)?.code ?? '' }),
    why: 'Following somebody else’s report adds nothing to it.',
  },
  {
    id: 'pointed-at-cannot-take-it',
    when: ({ says, quoted, named }) => says !== 'burst' && quoted.length + named.length > 0,
    decides: ({ quoted, named }) => ({ to: 'explain', code: (named[0] ?? quoted[0])?.code ?? '' }),
    why: 'It is clear which report is meant and that this cannot be done to it; another is not taken in its place.',
  },
  {
    id: 'goes-on',
    when: ({ gathering }) => gathering,
    decides: () => ({ to: 'draft' }),
    why: 'The chat has asked for what is missing, so this goes on with what is being written.',
  },
  {
    id: 'pointed-at-a-result',
    when: ({ quoted, named }) => [...quoted, ...named].some(isAnswered),
    decides: ({ quoted, named }) => ask('result', [...quoted, ...named].filter(isAnswered)),
    why: 'The report that is meant has a result: "chưa xong" would reopen it, and only its reporter can say that.',
  },
  {
    id: 'may-mean-what-is-written',
    when: ({ mayMeanDraft, waiting }) => mayMeanDraft && waiting.length > 0,
    decides: ({ waiting }) => ({ to: 'ask', about: 'report', codes: waiting }),
    why: '"Xong rồi" in the middle of writing may mean the writing.',
  },
  {
    id: 'words-would-be-lost',
    when: ({ withWords, waiting }) => withWords && waiting.length > 1,
    decides: () => ({ to: 'draft' }),
    why: 'What was said along is kept first; the burst asks which report is meant.',
  },
  {
    id: 'only-one-waiting',
    when: ({ waiting }) => waiting.length === 1,
    decides: ({ waiting }) => ({ to: 'report', code: waiting[0] ?? '' }),
    why: 'Exactly one report waits for just this.',
  },
  {
    id: 'several-waiting',
    when: ({ waiting }) => waiting.length > 1,
    decides: ({ waiting }) => ({ to: 'ask', about: 'report', codes: waiting }),
    why: 'Several reports wait for this.',
  },
  {
    id: 'result-or-new',
    when: ({ results }) => results.length > 0,
    decides: ({ results }) => ({ to: 'ask', about: 'result', codes: results }),
    why: 'A result waits for this person, and the words may be about it or about something new.',
  },
  {
    id: 'no-report-waits',
    when: ({ says }) => says !== 'burst',
    decides: () => ({ to: 'nothing' }),
    why: 'A short phrase that no report waits for does nothing.',
  },
  {
    id: 'new-report',
    when: () => true,
    decides: () => ({ to: 'draft' }),
    why: 'Nothing ties it to an earlier report.',
  },
] as const satisfies readonly Row[];

export type RowId = (typeof rows)[number]['id'];

function taking(pointed: readonly Pointed[]): Pointed[] {
  return pointed.filter(({ reach }) => reach === 'takes');
}

/** What the quotes point at; the codes only when no quote does. */
function pointedAt({ quoted, named }: Facts): Pointed[] {
  return taking(quoted).length > 0 ? taking(quoted) : taking(named);
}

function isTheirs({ reach }: Pointed): boolean {
  return reach === 'takes' || reach === 'answered' || reach === 'over';
}

function isAnswered({ reach }: Pointed): boolean {
  return reach === 'answered';
}

function isStrange({ reach }: Pointed): boolean {
  return reach === 'strange';
}

/** The question that was quoted; failing that, the one whose code was typed. */
function questionPointedAt({ asked, quoted, named }: Facts): Asked | null {
  const meant = (pointed: readonly Pointed[]) =>
    asked.find((question) => pointed.some(({ code }) => code === question.code));
  return meant(quoted) ?? meant(named) ?? null;
}

function answerTo(question: Asked | null): Decision {
  if (!question) return { to: 'draft' };
  return { to: question.by === 'official' ? 'question' : 'report', code: question.code };
}

function aboutEarlier({ says, gathering }: Facts, theirs: readonly Pointed[]): Decision {
  if (says !== 'burst') return { to: 'explain', code: theirs[0]?.code ?? '' };
  const answered = theirs.filter(isAnswered);
  return answered.length > 0 && !gathering ? ask('result', answered) : { to: 'draft' };
}

function report([only]: readonly Pointed[]): Decision {
  return only ? { to: 'report', code: only.code } : { to: 'draft' };
}

function ask(about: 'result', pointed: readonly Pointed[]): Decision {
  return { to: 'ask', about, codes: [...new Set(pointed.map(({ code }) => code))] };
}
