import { eventWordsEn } from './event-words.en.ts';
import { html } from './html.ts';
import type { PageTexts } from './texts.ts';

export const textsEn: PageTexts = {
  siteName: 'Hà Nội Reports',
  skip: 'Skip to main content',
  otherLanguage: { label: 'Tiếng Việt', language: 'vi' },
  footer: 'In an emergency call',
  rights: 'Privacy',

  home: {
    title: 'Report a street problem on Zalo',
    lead: html`Potholes, uncollected rubbish, broken street lights… tell the city right in Zalo. You get a report code, the agency in charge and the time it must answer by.`,
    how: 'How to report',
    steps: [
      { title: 'Send photos', text: 'Open the Hà Nội report channel in Zalo, take and send photos of the problem.' },
      { title: 'Send the location', text: 'Tap + and choose Location, or type the address with the name of the ward.' },
      { title: 'Write a few words', text: 'One sentence will do, for example: rubbish not collected for three days.' },
    ],
    openZalo: 'Open the Zalo chat',
    emergency: {
      title: 'Is somebody in danger?',
      text: 'Call now, do not wait for a message.',
      numbers: [
        { number: '113', who: 'Police' },
        { number: '114', who: 'Fire and rescue' },
        { number: '115', who: 'Ambulance' },
      ],
    },
  },

  lookUp: {
    title: 'Look up a report',
    another: 'Look up another code',
    label: 'Report code',
    hint: 'HN- and eight characters, in the Zalo message you received. Small or capital letters, both work.',
    button: 'See progress',
  },
  trouble: {
    code_wrong: {
      title: 'This report code is not right',
      text: 'A character may be wrong, missing or swapped. Please compare it with the code in the Zalo message you received.',
    },
    code_unknown: {
      title: 'No report has this code',
      text: 'It is a well-formed code, but there is no report under it. Please compare every character with the Zalo message you received.',
    },
    page_unknown: {
      title: 'There is no such page',
      text: 'The address may be incomplete or cut short. Reports already sent are not affected; you can look one up by its code here.',
    },
    too_many: {
      title: 'Please wait a minute',
      text: 'There were too many look-ups from your network just now. Reports already sent are not affected; please try again in a minute.',
    },
    failed: {
      title: 'This page is not working right now',
      text: 'Reports already sent are not lost and are still being handled. Please try again in a few minutes.',
    },
  },

  headings: {
    answers: 'Result',
    earlierAnswers: 'Earlier answer',
    due: 'Due time',
    next: 'What happens next',
    history: 'What has happened',
    facts: 'This report',
  },
  codeLine: (code) => html`Report code ${code}`,
  someAgency: 'The agency in charge',
  intake: 'The intake officer',
  holder: {
    received: () => html`An intake officer is finding the agency in charge`,
    dispatched: (agency) => html`${agency} has this report`,
    in_progress: (agency) => html`${agency} is working on it`,
    awaiting_citizen: (agency) => html`${agency} is waiting for the sender to add information`,
    answered: (agency) => html`${agency} has answered`,
    closed_confirmed: (agency) => html`${agency} has answered, and the sender confirmed that it is done`,
    closed_unconfirmed: (agency) => html`${agency} has answered; the report was closed after waiting for a reply`,
    refused: () => html`This report was not accepted`,
    merged: () => html`This report was merged with another one about the same problem`,
    withdrawn: () => html`The sender withdrew this report`,
  },
  until: {
    accept: (due) => html`to be sent on by ${due}`,
    answer: (due) => html`answer due by ${due}`,
    confirm: (due) => html`waiting for the sender’s word until ${due}`,
    late: (due) => html`overdue since ${due}`,
  },
  untilPaused: 'the clock is paused',
  badges: { soon: 'Due soon', late: 'Overdue' },

  dueLabel: { accept: 'To be sent on by', answer: 'Answer due by' },
  used: (used, allowed, hours) =>
    `${duration(used)} of ${duration(allowed)} used${hours === 'working' ? ' (working time)' : ''}.`,
  late: 'All of the time allowed is used. We are sorry for the delay; it is on record.',
  paused: (due) =>
    html`Waiting for your reply${due && html`, please reply by ${due}`}. The clock is paused: the time of waiting does not count.`,
  confirming: (due) =>
    html`You have until ${due} to say whether it is done. Without a word the report is closed; “not done” still reopens it then.`,
  why: ({ kind, minutes, extended, hours, since, started, countedFrom, paused }) =>
    html`Why this time: ${kind === 'accept' ? 'the intake officer' : 'the agency'} has ${duration(minutes)} ${
      hours === 'working' ? 'of working time' : 'on end, nights and days off included,'
    }${extended > 0 && ` (${duration(extended)} of them an extension)`} to ${
      kind === 'accept' ? 'send the report on' : 'answer'
    }, from when it was ${sinceWords[since]} (${started})${
      countedFrom && html`; as that was outside working hours, it is counted from ${countedFrom}`
    }${hours === 'working' && '. Lunch breaks, evenings and days off do not count'}${
      paused && '. The time of waiting for the sender’s reply does not count'
    }.`,

  next: {
    received: (_code, placeKnown) =>
      placeKnown
        ? html`You need not do anything now. When the report is sent on, we will tell you the agency and its due time on Zalo.`
        : html`To speed this up, please send a location or the name of the ward in the Zalo chat where you reported.`,
    dispatched: () =>
      html`You need not do anything now. The agency will write to you on Zalo if it needs to know more, and with the result.`,
    in_progress: () =>
      html`You need not do anything now. The agency will write to you on Zalo if it needs to know more, and with the result.`,
    awaiting_citizen: () => html`To speed this up, please answer the question you were sent in the Zalo chat.`,
    answered: (code) => html`Is it done? Please send “${code} done” or “${code} not done” in the Zalo chat.`,
    closed_confirmed: (code) => html`If it happens again, please send a new report and mention ${code}.`,
    closed_unconfirmed: (code) => html`If it is not done, please send “${code} not done” in the Zalo chat.`,
    refused: (code) =>
      html`The reason and where to turn were sent to the sender on Zalo. If you disagree, please send “${code} review” in the Zalo chat to have it looked at again once.`,
    merged: () => html`You will get the same result on Zalo; there is no need to report again.`,
    withdrawn: () => html`Nothing more happens. You can send a new report in the Zalo chat at any time.`,
  },
  event: (event, told) => eventWordsEn[event]?.(told) ?? html`The report was updated.`,
  answer: {
    by: (agency, at) => html`${agency}, ${at}`,
    photo: (number, of) => `Photo ${number} of ${of} with the answer`,
    document: (number, size) => `Document ${number} with the answer (PDF, ${size})`,
    noEvidence: (why) => html`No photo or document: ${why}`,
    hidden: 'The agency has answered. The answer was sent to the sender on Zalo only and is not shown on this page.',
  },
  merged: (main, stateLabel) => html`The result follows the main report ${main} (${stateLabel}).`,
  facts: { category: 'Category', ward: 'Area', agency: 'Agency', received: 'Received', unknown: 'Not known yet' },
  privacy:
    'This page shows no name, phone number, photo, word or exact address of the sender. The answer and its photos are the agency’s own.',
};

const sinceWords = {
  received: 'received',
  dispatched: 'sent to it',
  reopened: 'reopened',
  raised: 'found to be more urgent',
} as const;

/** "40 hours", "4 hours 20 minutes", "35 minutes". */
function duration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && counted(hours, 'hour'), (rest > 0 || hours === 0) && counted(rest, 'minute')]
    .filter(Boolean)
    .join(' ');
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
