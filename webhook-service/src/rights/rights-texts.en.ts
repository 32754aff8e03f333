import { fitted, shorten } from '../notifications/message-length.ts';
import { sentences, stopped } from '../notifications/sentences.ts';
import type { RequestKind } from './open-request.ts';
import type { RightsTexts } from './rights-texts.ts';

const what: Readonly<Record<RequestKind, string>> = {
  erase: 'to delete your data',
  export: 'for a copy of your data',
  correct: 'to correct your data',
  restrict: 'to restrict the use of your data',
  object: 'objecting to the use of your data',
  withdraw_consent: 'to withdraw your consent',
};

export const rightsTextsEn: RightsTexts = {
  notice: ({ controller, url }) =>
    sentences(
      `About your data: ${controller} uses the words, place, photos and Zalo account id you send to handle your report and tell you the result.`,
      'You can write "export my data" or "delete my data" at any time.',
      `Your rights: ${url}`,
    ),
  askEraseConfirmed: () =>
    sentences(
      'Deleting cannot be undone: your words, places, photos, messages and phone number will be gone, and reports no agency has accepted are withdrawn.',
      'Reply "DELETE DATA" within 24 hours to confirm. Otherwise you need not do anything.',
    ),
  erasing: () =>
    sentences(
      '✅ Your data is deleted right after this message: words, places, photos, messages, phone number.',
      'Only report code, ward, times and the agency’s answer remain, no longer tied to you. If you write again, you are a new user.',
    ),
  exportLink: ({ url, until }) =>
    sentences(
      `A copy of your data is ready: ${url}`,
      `The link works until ${until}. Please do not pass it on to anyone.`,
    ),
  consentWithdrawn: () =>
    sentences(
      '✅ Your consent is withdrawn. Your phone number (if any) is deleted, and your reports are not published with words and photos.',
      'Reports in progress are still handled as the agencies’ duty. To delete everything, write "delete my data".',
    ),
  taken: ({ kind, answerDue }) => `We have received your request ${what[kind]}. We will answer by ${answerDue}.`,
  answered: ({ kind, words, due }) =>
    fitted(
      (room) =>
        sentences(`Answer to your request ${what[kind]}: ${stopped(shorten(words, room))}`, `To be done by ${due}.`),
      480,
    ),
  extended: ({ kind, reason, due }) =>
    fitted(
      (room) =>
        sentences(
          `We are sorry: your request ${what[kind]} needs more time. Reason: ${stopped(shorten(reason, room))}`,
          `New due time: ${due}.`,
        ),
      480,
    ),
  refused: ({ kind, reason, where }) =>
    fitted(
      (room) =>
        sentences(
          `We could not do what you asked, your request ${what[kind]}: ${stopped(shorten(reason, Math.floor(room / 2)))}`,
          `If you disagree, you can turn to: ${stopped(shorten(where, Math.floor(room / 2)))}`,
        ),
      480,
    ),
  done: ({ kind, words }) =>
    fitted((room) => `✅ Your request ${what[kind]} is done: ${stopped(shorten(words, room))}`, 480),
};
