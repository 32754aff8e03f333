import type { Tx } from '../../../../db/client.ts';
import type { DraftContent } from '../../../../db/schema/draft-content.ts';
import { wardIdentity } from '../../../../db/seed/admin-units.ts';
import { category } from '../../../../db/seed/categories.ts';
import { AppError } from '../../errors.ts';
import { textsIn } from '../../notifications/message-texts.ts';
import { putMessage } from '../../notifications/outbox.ts';
import { detectEmergency } from '../../routing/emergency.ts';
import type { Citizen } from '../citizens.ts';
import type { Draft } from '../drafts/drafts.ts';
import { draftToWrite, saveWritten } from './own-draft.ts';

/** What is left out stays as it is; null takes it away. */
export interface DraftChange {
  /** The draft that is shown, when one is. */
  id?: number;
  /** Everything written, in place of all that was. */
  text?: string;
  pin?: { latitude: number; longitude: number } | null;
  address?: string | null;
  wardCode?: string | null;
  categoryCode?: string | null;
}

/**
 * Writes into the citizen's draft, or begins one. The last to write wins; photos are not touched.
 * @throws AppError 422 `unknown_ward`, `unknown_category`; 409 `draft_closed`
 */
export async function changeDraft(tx: Tx, citizen: Citizen, change: DraftChange, now: Date): Promise<Draft> {
  const { categoryCode, wardCode } = change;
  if (categoryCode && !category(categoryCode)) throw unknown('unknown_category', 'Không có lĩnh vực này.');
  if (wardCode && !wardIdentity(wardCode)) throw unknown('unknown_ward', 'Không có phường, xã này.');
  const draft = await draftToWrite(tx, citizen, change.id, now);
  const content = changed(draft, change, now);
  // Also to the chat: the numbers must reach them whatever the screen shows, once a draft (domain-hanoi §2.4).
  const numbers = content.emergencyNumbers ?? detectEmergency(change.text ?? '')?.numbers;
  if (numbers && !content.emergencyNumbers) {
    content.emergencyNumbers = numbers;
    const text = textsIn(citizen.language).emergency({ numbers });
    const idempotencyKey = `emergency:${draft.id}`;
    await putMessage(tx, { citizenId: citizen.id, kind: 'emergency', text, idempotencyKey, now });
  }
  return saveWritten(tx, draft, content, now);
}

function changed(draft: Draft, { text, pin, ...choices }: DraftChange, now: Date): DraftContent {
  const { pin: pinBefore, ...content } = structuredClone(draft.content);
  const pinAfter = pin === undefined ? pinBefore : pin && { ...pin, at: now.getTime() };
  return {
    ...content,
    ...(text !== undefined && { texts: rewritten(draft, text.trim().normalize('NFC')) }),
    ...(pinAfter && { pin: pinAfter }),
    chosen: chosenAfter(content.chosen, choices),
  };
}

/** Marks words of the Mini App, before the ids of the chat messages they stand for. */
const WRITTEN = 'miniapp';

/**
 * One entry in place of all; it keeps the ids of the chat messages it stands for. Its time is that of the first words, before
 * any question of ours: it was not written as the answer to one, and must not be read as a bare place.
 */
function rewritten({ content, openedAt }: Draft, text: string): DraftContent['texts'] {
  const ids = content.texts.flatMap(({ messageId }) => messageId.split(' ')).filter((id) => id !== WRITTEN);
  const times = [...content.texts, ...content.asked].map(({ at }) => at);
  const at = Math.min(openedAt.getTime(), ...times);
  return text === '' && ids.length === 0 ? [] : [{ messageId: [WRITTEN, ...ids].join(' '), at, text }];
}

/** Nothing chosen is the same as a choice taken back: forms send the one for the other. */
function chosenAfter(
  before: DraftContent['chosen'],
  { address, wardCode, categoryCode }: Pick<DraftChange, 'address' | 'wardCode' | 'categoryCode'>,
): NonNullable<DraftContent['chosen']> {
  const chosen = { ...before };
  const given = { address: address?.trim().normalize('NFC') ?? address, wardCode, categoryCode };
  for (const name of ['address', 'wardCode', 'categoryCode'] as const) {
    const value = given[name];
    if (value) chosen[name] = value;
    else if (value !== undefined) delete chosen[name];
  }
  return chosen;
}

function unknown(code: string, detail: string): AppError {
  return new AppError({ code, status: 422, detail });
}
