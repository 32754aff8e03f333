import { intakeTextsEn } from './intake-texts.en.ts';
import { fitted, fittedWhole, shorten } from './message-length.ts';
import type { MessageTexts } from './message-texts.ts';
import { moveTextsEn } from './move-texts.en.ts';
import { bringsPreposition } from './place-preposition.ts';
import { listedEn, sentences, stopped } from './sentences.ts';

export const messagesEn: MessageTexts = {
  ...moveTextsEn,
  ...intakeTextsEn,
  welcome: () =>
    'Welcome to the Hà Nội citizen report channel. Send photos, a location and a few words about the problem here.\n' +
    'You will get a report code, the unit in charge and a due time. In an emergency call 113, 114 or 115.',
  received: ({ code, category, place, agency, acceptDue, link, wardGuess, wardsBeside = [] }) =>
    fitted((room) =>
      sentences(
        `Report ${code} received: ${shorten(category, room)} ${atPlace(shorten(place, room))}.`,
        `We will pass it on to ${glossed(agency)} before ${acceptDue}.`,
        wardGuess && wardDoubt(wardGuess, wardsBeside),
        `Progress: ${link}`,
      ),
    ),
  receivedForTray: ({ code, category, place, acceptDue, link, askWard, wardChoices }) =>
    fitted((room) =>
      sentences(
        `Report ${code} received: ${category ? shorten(category, room) : 'what you told us'}${place ? ` ${atPlace(shorten(place, room))}` : ''}.`,
        `An intake officer will name the unit in charge before ${acceptDue}.`,
        askWard && wardQuestion(wardChoices),
        `Progress: ${link}`,
      ),
    ),
  dispatched: ({ code, agency, dueAt }) =>
    sentences(
      `${code} was sent to ${agency}.`,
      dueAt && `They will answer by ${dueAt}.`,
      'They will write if they need to know more.',
    ),
  handedOver: ({ code, agency, date, dueAt }) =>
    sentences(
      `${code} is the responsibility of ${agency} and was passed on to them on ${date}.`,
      dueAt && `The due time stays: ${dueAt}.`,
    ),
  emergency: ({ numbers }) =>
    `If anyone is in danger, call ${listedEn(numbers)} now. This message does not replace the call. ` +
    'We still keep and forward your report.',
  askPlace: () =>
    'Where is it? Please send a location (+ button, then Location), or type the address with the name of the ward.',
  askWhat: () =>
    'What would you like to report? Please write one sentence, for example: a pothole in the middle of the road.',
  askBoth: ({ photos }) =>
    `${photos > 0 ? `${counted(photos)} received. ` : ''}What is the problem and where? Please write one sentence and send a location, or an address with the ward.`,
  askPlaceOrSame: ({ code }) =>
    `Is this a new problem, or more about ${code}? More about it: please send "add". New: please send a location, or an address with the ward.`,
  askWhichReport: ({ codes }) =>
    `Which report is this place for: ${listedEn(codes.slice(0, 3))}? Please send the code of that report.`,
  placeUnknown: () => 'a place not given',
  cancelled: () =>
    'What you just sent was discarded, no report was made. Send photos, a location and a few words again at any time.',
  nothingToCancel: () =>
    'There is nothing in progress to cancel. A report that has a code is still being handled; to withdraw it, send "withdraw" with its code; to see it, "status" with its code.',
  unsupported: () =>
    'That message cannot be opened here. Please write one sentence about the problem, or send a photo, the location or a voice message.',
  status: ({ code, state, agency, dueAt, link }) =>
    sentences(
      `${code}: ${state}.`,
      agency && `Held by ${agency}.`,
      dueAt && `${agency ? 'Answer due' : 'To be passed to the unit in charge by'}: ${dueAt}.`,
      `Progress: ${link}`,
    ),
  statusUnknown: ({ code }) => `No report ${code} was found. Please compare the code with the message you received.`,
  statusUnreadable: () =>
    'That code is not right: one character may be wrong, missing or swapped. Please copy it from the message you received, for example: status HN-…',
  noReportYet: () =>
    'No report was sent from this Zalo account yet. If you have a code, send "status" with it, for example: status HN-…',
  addedToReport: ({ code, photos, place, words }) =>
    fitted((room) => {
      const added = [photos > 0 && counted(photos), words && 'your words'].filter(Boolean).join(' and ');
      return sentences(
        (added || !place) && `Added ${added || 'what you sent'} to report ${code}.`,
        place && `The place of ${code} is now: ${shorten(place, room)}.`,
        photos > 0 && !words && 'If this is about something else, please write one sentence about it with the address.',
      );
    }),
  overdue: ({ code, agency, dueAt, superior, newDue }) =>
    sentences(
      `${code} is past its due time ${dueAt}. We apologise for the delay.`,
      agency
        ? superior && newDue
          ? `${agency} still holds it; ${superior} was told and must act by ${newDue}.`
          : `${agency} still holds it and has not answered.`
        : 'An intake officer still holds it; the city office was told.',
      'No need to send it again.',
    ),
  delayAhead: ({ code, agency, dueAt }) =>
    `${code} may be late: ${agency} has not answered yet, it is due by ${dueAt}. They were reminded. ` +
    'If it becomes overdue, the body above them is told and so are you. We are sorry if you have to wait.',
  askCitizen: ({ code, agency, question, waitDue }) =>
    fittedWhole(
      (room, full) =>
        sentences(
          `${agency ?? 'The intake officer'} needs to know more about ${code}: ${stopped(shorten(question, room))}`,
          full ? `Please reply here by ${waitDue}; the time you take is not counted.` : `Please reply by ${waitDue}.`,
        ),
      QUESTION_ROOM,
    ),
  waitTimedOut: ({ code, agency, dueAt }) =>
    sentences(
      `Nothing more was received for ${code}.`,
      `${agency ?? 'The intake officer'} goes on with what there is.`,
      dueAt && `Now due by ${dueAt}.`,
      'You can still add something at any time, with this code.',
    ),
  extended: ({ code, agency, reason, dueAt }) =>
    fitted(
      (room) =>
        sentences(
          `${agency} apologises: ${code} is not finished. Reason: ${stopped(shorten(reason, room))}`,
          dueAt && `Now due by ${dueAt}.`,
        ),
      320,
    ),
  escalated: ({ code, agency, superior, dueAt }) =>
    sentences(
      `${code} is beyond the authority of ${agency} and was put before ${superior} with a proposal.`,
      `${superior} holds it now${dueAt ? `; the due time stays: ${dueAt}` : ''}.`,
    ),
  sentToCoordinator: ({ code, coordinator, dueAt }) =>
    sentences(
      `It is disputed who is responsible for ${code}, so ${coordinator} will decide.`,
      dueAt && `The due time stays: ${dueAt}.`,
    ),
  answered: ({ code, agency, summary, link, attached }) =>
    fitted(
      (room) =>
        sentences(
          `${agency} has answered ${code}: ${stopped(shorten(summary, room))}`,
          `${attached > 0 ? 'Photos and documents' : 'In full'}: ${link}`,
          '\nIs it solved? Please send "done" or "not done".',
        ),
      320,
    ),
  reopened: ({ code, agency, leader, dueAt }) =>
    sentences(
      `${code} was reopened, because it is said not to be solved.`,
      leader ? `This time the leader of ${agency} must answer.` : `It went one level up: ${agency} holds it.`,
      dueAt && `Answer due by ${dueAt}.`,
    ),
  rechecked: ({ code, agency, dueAt }) =>
    sentences(
      `The answer to ${code} is to be checked again, as the city office asked.`,
      `${agency} goes on with it.`,
      dueAt && `Answer due by ${dueAt}.`,
    ),
  askRating: ({ code }) =>
    `Thank you for confirming that ${code} is solved. How do you rate the result? Please send "satisfied", "acceptable" or "not satisfied".`,
  askUnsatisfiedReason: ({ code }) =>
    `What was not good enough about ${code}? Please send a number: 1 too general, 2 no photo or document, ` +
    '3 not really solved, 4 too slow, 5 something else.',
  ratingThanks: ({ code, level, canReopen }) =>
    level === 'unsatisfied'
      ? sentences(
          `Your rating "not satisfied" for ${code} is recorded. A reviewer will read it and find the cause.`,
          canReopen && `A rating does not reopen the report: if it is not solved, please send "${code} not done".`,
        )
      : `Your rating "${level === 'satisfied' ? 'satisfied' : 'acceptable'}" for ${code} is recorded. Thank you.`,
  refused: ({ code, reason, where, canObject }) =>
    fitted(
      (room) =>
        sentences(
          `We cannot take ${code} because ${stopped(shorten(reason, room))}`,
          `You can turn to: ${stopped(shorten(where, room))}`,
          canObject && `If you disagree, send "${code} review" once and it will be looked at again.`,
        ),
      320,
    ),
  objectionTaken: ({ code, dueAt }) =>
    `${code} will be looked at again as you asked. An intake officer will decide by ${dueAt}. This is done once.`,
  merged: ({ code, mainCode, agency }) =>
    sentences(
      `Your report ${code} is about the same matter as ${mainCode}${agency ? `, which ${agency} is handling` : ', which an intake officer holds'}.`,
      'You keep your code, get the same answer and rate it yourself. If it is something else, please send it again and begin with "new report".',
    ),
  split: ({ code, dueAt }) =>
    sentences(`${code} is handled on its own again, as it is a different matter.`, dueAt && `Now due by ${dueAt}.`),
  withdrawn: ({ code }) => `Report ${code} was withdrawn as you asked. You can send a new one here at any time.`,
  closedSilent: ({ code }) =>
    `${code} was closed after 7 days without an opinion. If it is not solved, send "${code} not done".`,
  dueChanged: ({ code, dueAt, reason }) =>
    fitted((room) => `${code} is now due by ${dueAt}. Reason: ${stopped(shorten(reason, room))}`),
};

function counted(photos: number): string {
  return `${photos} photo${photos === 1 ? '' : 's'}`;
}

/** Names of bodies stay Vietnamese, with a gloss on first use (domain-hanoi §6.3). */
function glossed(agency: string): string {
  const [, body, unit] = /^(UBND|Công an) (phường|xã) /u.exec(agency) ?? [];
  if (!body) return agency;
  return `${agency} (${unit === 'xã' ? 'commune' : 'ward'} ${body === 'UBND' ? "People's Committee" : 'police'})`;
}

/** Visitors write "in front of the hotel" as often as an address; a Vietnamese "trước số 12" needs no English "at" either. */
function atPlace(place: string): string {
  if (bringsPreposition(place)) return `(${place})`;
  return /^(?:in|on|at|near|opposite|behind|next|outside|inside|between|beside|by|around|under)(?=\s)/iu.test(place)
    ? place
    : `at ${place}`;
}

/** Two or three names can be chosen from; more are no help. */
function wardQuestion(choices: readonly string[]): string {
  return choices.length === 2 || choices.length === 3
    ? `Is this ${listedEn(choices)}? Please send the ward's name.`
    : 'To speed this up, please send a location or the name of the ward.';
}

/** Longest question an official may put; it is never cut. */
const QUESTION_ROOM = 300;

/** We had to choose, so the citizen can object; near a border both sides are named. */
function wardDoubt(guess: string, beside: readonly string[]): string {
  return beside.length === 0
    ? `By its position this is probably ${guess}; if not, please send the ward's name.`
    : `Is this ${guess} (our guess) or ${listedEn(beside.slice(0, 2))}? Please send the ward's name.`;
}
