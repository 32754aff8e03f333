import type { MessageTexts } from './message-texts.ts';

export const messagesEn: MessageTexts = {
  welcome: () =>
    'Welcome to the Hà Nội citizen report channel. Send photos, a location and a few words about the problem here.\n' +
    'You will get a report code, the unit in charge and a due time. In an emergency call 113, 114 or 115.',
  received: ({ code, category, place, agency, acceptDue, link, wardGuess }) =>
    [
      `Report ${code} received: ${category} at ${place}.`,
      `It is to go to ${agency}, before ${acceptDue}.`,
      wardGuess && `By its position this is probably ${wardGuess}; if not, please send the ward's name.`,
      `Progress: ${link}`,
    ]
      .filter(Boolean)
      .join(' '),
  receivedForTray: ({ code, category, place, acceptDue, link, askWard, wardChoices }) =>
    [
      `Report ${code} received: ${category ?? 'what you told us'}${place ? ` at ${place}` : ''}.`,
      `An intake officer will name the unit in charge before ${acceptDue}.`,
      askWard && wardQuestion(wardChoices),
      `Progress: ${link}`,
    ]
      .filter(Boolean)
      .join(' '),
  dispatched: ({ code, agency, dueAt }) =>
    `${code} was sent to ${agency}. ${dueAt ? `They will answer by ${dueAt}. ` : ''}They will write if they need to know more.`,
  handedOver: ({ code, agency, date, dueAt }) =>
    `${code} is the responsibility of ${agency} and was passed on to them on ${date}.${dueAt ? ` The due time stays: ${dueAt}.` : ''}`,
  emergency: ({ numbers }) =>
    `If anyone is in danger, call ${either(numbers)} now. This message does not replace the call. ` +
    'We still keep and forward your report.',
  askPlace: () =>
    'Where is it? Please send a location (+ button, then Location), or type the address with the name of the ward.',
  askWhat: () =>
    'What would you like to report? Please write one sentence, for example: a pothole in the middle of the road.',
  askBoth: ({ photos }) =>
    `${photos > 0 ? `${photos} photo${photos > 1 ? 's' : ''} received. ` : ''}What is the problem and where? Please write one sentence and send a location, or an address with the ward.`,
  placeUnknown: () => 'a place not given',
  cancelled: () =>
    'What you just sent was discarded, no report was made. Send photos, a location and a few words again at any time.',
  nothingToCancel: () =>
    'There is nothing in progress to cancel. To see a report, send "status" with its code, for example: status HN-…',
  unsupported: () =>
    'The system reads text, photos and locations so far. Please write one sentence instead of a voice message, video or file.',
  status: ({ code, state, agency, dueAt, link }) =>
    [`${code}: ${state}.`, agency && `Held by ${agency}.`, dueAt && `Due: ${dueAt}.`, `Progress: ${link}`]
      .filter(Boolean)
      .join(' '),
  statusUnknown: ({ code }) => `No report ${code} was found. Please compare the code with the message you received.`,
  statusUnreadable: () =>
    'That code is not right: one character may be wrong or swapped. Please copy it from the message you received, for example: status HN-…',
  addedToReport: ({ code, photos, place, words }) => {
    const added = [
      photos > 0 && `${photos} photo${photos > 1 ? 's' : ''}`,
      place && `the place ${place}`,
      words && 'your words',
    ].filter(Boolean);
    return `Added ${added.join(', ')} to report ${code}.`;
  },
  overdue: ({ code, agency, dueAt }) =>
    `${code} is past its due time ${dueAt}. We apologise for the delay. ` +
    `${agency ? `${agency} still holds it` : 'It is waiting for an intake officer'}, and the delay is on record.`,
};

function either(numbers: readonly string[]): string {
  const last = numbers.at(-1) ?? '';
  return numbers.length < 2 ? last : `${numbers.slice(0, -1).join(', ')} or ${last}`;
}

/** Two or three names can be chosen from; more are no help. */
function wardQuestion(choices: readonly string[]): string {
  const [last, ...others] = [...choices].reverse();
  return last && others.length > 0 && others.length <= 2
    ? `Is this ${others.reverse().join(', ')} or ${last}? Please send the ward's name.`
    : 'To speed this up, please send a location or the name of the ward.';
}
