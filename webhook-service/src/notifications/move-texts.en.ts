import { fitted, shorten } from './message-length.ts';
import type { CannotReason, MoveName, MoveTexts } from './move-texts.ts';
import { listedEn, sentences, stopped } from './sentences.ts';

export const moveTextsEn: MoveTexts = {
  replyTaken: ({ code, agency, dueAt }) =>
    sentences(
      `Your reply about ${code} was passed to ${agency ?? 'the intake officer'}.`,
      dueAt && `${agency ? 'Answer' : 'To be passed on'} now due by ${dueAt}.`,
      'If you meant something else, please send it again and begin with "new report".',
    ),
  replyAwaited: ({ code, question }) =>
    fitted(
      (room) =>
        sentences(
          `The question about ${code} still waits for you: ${stopped(shorten(question, room))}`,
          'Please write your answer, for example "yes, it is", "no" or a short sentence.',
        ),
      320,
    ),
  askWhichMove: ({ codes, say }) =>
    codes.length === 1
      ? `Do you mean report ${codes[0]}? If so, please send "${codes[0]} ${say}".`
      : `Which report do you mean: ${listedEn(codes.slice(0, 3))}? Please send its code, for example "${codes[0]} ${say}".`,
  askResultOrNew: ({ codes }) =>
    sentences(
      `Is this about the result of ${listedEn(codes.slice(0, 3))}, or something new?`,
      `The result: please send ${codes.length > 1 ? 'the code with ' : ''}"done" or "not done".`,
      'New: please send a location, or an address with the ward.',
    ),
  askWhichReply: ({ codes }) =>
    `Which report is this reply for: ${listedEn(codes.slice(0, 3))}? Please send the code of that report.`,
  nothingToMove: ({ move }) => nothing[move],
  notYours: ({ code }) =>
    `${code} was not sent from this Zalo account, so you can only see its progress. Please send "status ${code}", or "follow ${code}" to be told of the result.`,
  cannot: ({ why, ...facts }) => sentences(...reasons[why](facts)),
  followerDone: ({ code }) =>
    `Thank you. ${code} is closed once the sender of the main report confirms. How do you rate the result? Please send "satisfied", "acceptable" or "not satisfied".`,
  duplicateOffer: ({ code, mainCode, category, place, distanceMetres }) =>
    sentences(
      `${code} may be the same as ${mainCode}, sent earlier: ${shorten(category, 80)}${place ? `, ${place}` : ''}${distanceMetres === null ? '' : `, about ${Math.max(10, distanceMetres)} m away`}.`,
      `If it is, send "same ${mainCode}" to get the same answer.`,
      'If not, there is nothing to do.',
    ),
  followed: ({ code, agency, dueAt }) =>
    sentences(
      `You now follow ${code} and will be told of the result.`,
      agency && `${agency} holds it${dueAt ? `; answer due by ${dueAt}` : ''}.`,
    ),
  unfollowed: ({ code }) => `You no longer follow ${code} and will not be told of it any more.`,
  cannotFollow: ({ code }) =>
    `${code} cannot be followed, because it is over or not public. To see how it stands, please send "status ${code}".`,
};

const nothing: Readonly<Record<MoveName, string>> = {
  confirm: 'No report of yours waits to be confirmed. To see how one stands, please send "status" with its code.',
  reject:
    'No result of yours waits to be confirmed. To reopen a closed report, please send its code with the words "not done".',
  rate: 'No result waits for your rating. To rate an older report, please send its code with your rating.',
  withdraw: 'No report of yours can be withdrawn now. To see how one stands, please send "status" with its code.',
  object: 'No report of yours waits to be looked at again. To see how one stands, please send "status" with its code.',
  join: 'No report was found to be the same as yours. To follow a report, please send "follow" with its code.',
};

type Facts = { code: string; agency: string | null; dueAt: string | null };
type Sentences = (string | null | false)[];

const reasons: Readonly<Record<CannotReason, (facts: Facts) => Sentences>> = {
  no_answer_yet: ({ code, agency, dueAt }) => [
    `${code} has no answer yet, so it cannot be confirmed or rated.`,
    agency ? `${agency} holds it${dueAt ? `; answer due by ${dueAt}` : ''}.` : 'An intake officer has it.',
    'You will be told when there is an answer.',
  ],
  already_in_progress: ({ code, agency }) => [
    `${code} stays on its own, because ${agency ?? 'the agency'} is working on it.`,
    'You will get the result of this very report.',
  ],
  awaiting_citizen: ({ code }) => [`${code} waits for your answer to a question. Please answer that first.`],
  already_answered: ({ code }) => [
    `${code} has been answered.`,
    `Is it solved? Please send "${code} done" or "${code} not done".`,
  ],
  already_closed: ({ code }) => [
    `${code} is closed; there is nothing more to do.`,
    'If it happens again, please send a new report and mention this code.',
  ],
  already_refused: ({ code }) => [
    `${code} was not accepted.`,
    `If you disagree and have not asked before, please send "${code} review".`,
  ],
  already_merged: ({ code }) => [
    `${code} was merged with a report about the same matter and gets the same answer, so nothing is needed for it.`,
  ],
  already_withdrawn: ({ code }) => [
    `${code} was withdrawn as you asked.`,
    'If the problem is still there, please send a new report.',
  ],
  work_has_begun: ({ code, agency }) => [
    `${code} cannot be withdrawn: ${agency ?? 'the agency'} has begun to work on it.`,
    'If it is solved, please confirm when you get the result.',
  ],
  nothing_asked: ({ code }) => [
    `${code} has no question that waits for you.`,
    'To add something, please write with this code.',
  ],
  not_refused: ({ code }) => [
    `${code} was not refused, so there is nothing to look at again.`,
    `To see how it stands, please send "status ${code}".`,
  ],
  rated_already: ({ code }) => [
    `You have rated the result of ${code}; each result is rated once.`,
    'Your rating stays as it is.',
  ],
  objection_used: ({ code }) => [
    `${code} was looked at again once, as you asked.`,
    'With something new, please send a new report.',
  ],
  merge_target_over: ({ code }) => [`The report that was offered is over, so ${code} is still handled on its own.`],
  merge_not_suggested: ({ code }) => [
    `No report was found to be the same as ${code}, so ${code} is still handled on its own.`,
  ],
  other: ({ code }) => [`This could not be done with ${code}. To see how it stands, please send "status ${code}".`],
};
