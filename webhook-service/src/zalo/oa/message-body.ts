import type { MessageButton } from '../../../../db/schema/message-extras.ts';
import { type CallRefused, refusal } from '../call-failure.ts';
import { classifyZaloError } from '../error-classes.ts';

export interface TextOptions {
  /** A message of this chat that is answered (§3.2). */
  quoteMessageId?: string;
  /** At most 5 (§3.3). May be refused with -233 although the document shows them (§3.2). */
  buttons?: readonly MessageButton[];
  /** An uploaded picture; the text becomes its caption. Without buttons then: no page shows both together. */
  imageAttachmentId?: string;
}

/** Longest text of a consultation message, in characters (§3.2); how Zalo counts is not documented (§0.3). */
const LONGEST_TEXT = 2000;
/** §3.3. */
const MOST_BUTTONS = 5;
const LONGEST_TITLE = 100;
const LONGEST_PAYLOAD = 1000;

/** The `message` object of §3.2, or what Zalo would refuse anyway, found before it costs a call. */
export function messageBody(text: string, options: TextOptions = {}): Record<string, unknown> | CallRefused {
  const { quoteMessageId, buttons = [], imageAttachmentId } = options;
  if (text.trim() === '') return refusal(classifyZaloError, -201, 'message is invalid!');
  if (lengthOf(text) > LONGEST_TEXT) return refusal(classifyZaloError, -210, 'Parameter exceeds allowable limit');
  const fault = imageAttachmentId === undefined ? faultOfButtons(buttons) : null;
  if (fault !== null) return fault;
  const payload = imageAttachmentId !== undefined ? picture(imageAttachmentId) : buttonsPayload(buttons);
  return {
    text: text.normalize('NFC'),
    ...(quoteMessageId !== undefined && { quote_message_id: quoteMessageId }),
    ...(payload !== null && { attachment: { type: 'template', payload } }),
  };
}

export function isRefusal(body: Record<string, unknown> | CallRefused): body is CallRefused {
  return 'outcome' in body;
}

function picture(attachmentId: string) {
  return { template_type: 'media', elements: [{ media_type: 'image', attachment_id: attachmentId }] };
}

/** Without `template_type` (§3.2). */
function buttonsPayload(buttons: readonly MessageButton[]) {
  if (buttons.length === 0) return null;
  return {
    buttons: buttons.map((button) =>
      'say' in button
        ? { title: button.title.normalize('NFC'), type: 'oa.query.show', payload: button.say.normalize('NFC') }
        : { title: button.title.normalize('NFC'), type: 'oa.open.url', payload: { url: button.url } },
    ),
  };
}

function faultOfButtons(buttons: readonly MessageButton[]): CallRefused | null {
  const tooMuch =
    buttons.length > MOST_BUTTONS ||
    buttons.some(
      (button) => lengthOf(button.title) > LONGEST_TITLE || ('say' in button && lengthOf(button.say) > LONGEST_PAYLOAD),
    );
  if (tooMuch) return refusal(classifyZaloError, -210, 'Parameter exceeds allowable limit');
  const wrong = buttons.some(
    (button) =>
      button.title.trim() === '' ||
      ('say' in button ? button.say.trim() === '' : !/^https:\/\/[^\s]+$/u.test(button.url)),
  );
  return wrong ? refusal(classifyZaloError, -201, 'buttons is invalid!') : null;
}

function lengthOf(text: string): number {
  return [...text.normalize('NFC')].length;
}
