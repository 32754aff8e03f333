/**
 * The answers Zalo has not published for the exact case (marked † in §11). They are choices of the simulator, gathered
 * here so that they can be changed in one place; no application code and no test may depend on a number of this table.
 */
export interface DaggerAnswer {
  error: number;
  message: string;
}

export const DEFAULT_DAGGER_CODES = {
  /** §11.1: one number for every token-endpoint failure. */
  oauth: { error: -14014, message: 'Invalid refresh token.' },
  tokenInQuery: { error: -216, message: 'Access token is invalid' },
  foreignUserId: { error: -201, message: 'user_id is invalid!' },
  quotaExhausted: { error: -211, message: 'Out of quota' },
  emptyMessage: { error: -201, message: 'message is invalid!' },
  tooLong: { error: -210, message: 'Parameter exceeds allowable limit' },
  buttonsInvalid: { error: -201, message: 'buttons is invalid!' },
  elementsInvalid: { error: -201, message: 'elements is invalid!' },
  attachmentInvalid: { error: -201, message: 'attachment_id is invalid!' },
  fileTokenInvalid: { error: -201, message: 'token is invalid!' },
  requestInfoInvalid: { error: -201, message: 'elements is invalid!' },
  discontinued: { error: -233, message: 'message type is invalid or not support' },
  fileInvalid: { error: -201, message: 'file is invalid!' },
  fileTooLarge: { error: -210, message: 'Parameter exceeds allowable limit' },
  pageTooLarge: { error: -210, message: 'Parameter exceeds allowable limit' },
  dataMissing: { error: -201, message: 'data is invalid!' },
  templateUnknown: { error: -201, message: 'template_id is invalid!' },
  templateNotApproved: { error: -233, message: 'message type is invalid or not support' },
  templateData: { error: -201, message: 'template_data is invalid!' },
  anonymousInvalid: { error: -201, message: 'anonymous_id is invalid!' },
  conversationInvalid: { error: -201, message: 'conversation_id is invalid!' },
  reactionInvalid: { error: -201, message: 'react_icon is invalid!' },
  reactionTarget: { error: -201, message: 'react_message_id is invalid!' },
  tooManyReactions: { error: -210, message: 'Parameter exceeds allowable limit' },
  tagInvalid: { error: -201, message: 'tag_name is invalid!' },
  appSecretProof: { error: -242, message: 'Invalid appsecret_proof provided in the API argument' },
  graphParameter: { error: 100, message: 'Invalid parameter' },
  outsideVietnam: { error: 210, message: 'User not visible' },
} as const satisfies Record<string, DaggerAnswer>;

export type DaggerCase = keyof typeof DEFAULT_DAGGER_CODES;
export type DaggerCodes = Record<DaggerCase, DaggerAnswer>;
