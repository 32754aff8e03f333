import { type Refused, refused } from '../answers.ts';

/** Names of §4.4; the table gives meanings, the exact wording of the messages is not published. */
const MESSAGES = {
  '-103': 'Application is not active',
  '-105': 'Application is not linked with an Official Account',
  '-107': 'Message id invalid',
  '-108': 'Phone number invalid',
  '-109': 'Template id invalid',
  '-111': 'Template data is empty',
  '-112': 'Template data type is not defined',
  '-1121': 'Template data parameter is too long',
  '-1122': 'Template data is missing a parameter',
  '-1124': 'Template data parameter format invalid',
  '-117': 'OA does not have permission to use this template',
  '-118': 'Zalo account does not exist',
  '-119': 'Account cannot receive',
  '-121': 'Body is empty',
  '-122': 'Body is not JSON',
  '-124': 'Access token invalid',
  '-126': 'Development wallet is empty',
  '-127': 'Test template can only be sent to admins',
  '-131': 'Template is not approved',
  '-132': 'Parameter invalid',
  '-133': 'Cannot send at night (22:00 - 06:00)',
  '-135': 'OA is not allowed to send ZNS',
  '-136': 'Need to connect with Zalo Cloud Account',
  '-137': 'Zalo Cloud Account charge failed',
  '-138': 'Application has no permission',
  '-139': 'User refused this type of message',
  '-141': 'User refused messages of this Official Account',
  '-144': 'OA exceeds the daily limit',
  '-145': 'OA is not allowed to send this type of content',
  '-146': 'Template is disabled',
  '-147': 'Template exceeds its daily limit',
  '-161': 'sending_mode invalid',
  '-162': 'sending_mode 3 is not for templates of tag 1 and 2',
} as const;

export type ZnsError = keyof typeof MESSAGES;

export function znsRefusal(error: ZnsError, explanation: string): Refused {
  return refused(Number(error), MESSAGES[error], explanation);
}
