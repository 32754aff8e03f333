import type { Tx } from '../../../db/client.ts';
import type { citizens } from '../../../db/schema/index.ts';
import { putMessage } from '../notifications/outbox.ts';
import { consentTexts, DEFAULT_CONTROLLER } from './consent-texts.ts';
import { giveConsent } from './consents.ts';
import { rightsTextsIn } from './rights-texts.ts';

type Person = Pick<typeof citizens.$inferSelect, 'id' | 'language'>;

/** The page on which everything about data protection stands. */
export const PRIVACY_PATH = '/quyen-rieng-tu';

/**
 * Who uses what for what, and which rights there are: to be told before the first report (domain-hanoi §2.5). `key` names
 * this notice to this person, so that it is told once, and again only when what it says has changed.
 */
export function noticeFor(
  { id, language }: Person,
  { publicUrl, controller = DEFAULT_CONTROLLER[language] }: { publicUrl: string; controller?: string | undefined },
): { text: string; key: string } {
  const query = language === 'en' ? '?lang=en' : '';
  return {
    text: rightsTextsIn(language).notice({ controller, url: `${publicUrl}${PRIVACY_PATH}${query}` }),
    key: `privacy_notice:${id}:${consentTexts.handle.version}`,
  };
}

/** Sends the notice, once; to be called with the first thing the service says to somebody. */
export async function giveNotice(
  tx: Tx,
  citizen: Person,
  by: { publicUrl: string; controller?: string | undefined; now: Date },
): Promise<void> {
  const { text, key } = noticeFor(citizen, by);
  await putMessage(tx, { citizenId: citizen.id, kind: 'notice', text, idempotencyKey: key, now: by.now });
}

/**
 * Sending a report after the notice is the act by which it is handled: written down once, with the basis in its wording.
 * Nothing else is taken to be agreed to by it.
 */
export async function noteHandling(
  tx: Tx,
  { id, language }: Person,
  act: { at: Date; controller?: string | undefined; source?: 'chat' | 'miniapp' },
): Promise<void> {
  await giveConsent(tx, { citizenId: id, purpose: 'handle', language, source: 'chat', ...act });
}
