import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { citizens } from '../../../db/schema/index.ts';
import { buttonsFor } from '../notifications/message-buttons.ts';
import { type Language, type MessageTexts, textsIn } from '../notifications/message-texts.ts';
import { putMessage } from '../notifications/outbox.ts';
import type { Report } from './report.ts';

/** Writes a piece of news about a report to its reporter, in their language. `key` tells it from other news of its kind. */
export async function tellCitizen(
  tx: Tx,
  report: Report,
  news: {
    kind: string;
    key: string;
    say: (texts: MessageTexts, language: Language) => string;
    /** A photo of the evidence that is shown with the words. */
    photo?: number | undefined;
    now: Date;
  },
): Promise<void> {
  const [citizen] = await tx.select().from(citizens).where(eq(citizens.id, report.citizenId));
  // Erased: the matter goes on, but there is nobody to tell.
  if (!citizen || citizen.erasedAt) return;
  const buttons = buttonsFor(news.kind, { code: report.code, language: citizen.language });
  const extras = {
    ...(buttons.length > 0 && { buttons }),
    ...(news.photo !== undefined && { imageOfEvidence: news.photo }),
  };
  await putMessage(tx, {
    citizenId: citizen.id,
    reportId: report.id,
    kind: news.kind,
    text: news.say(textsIn(citizen.language), citizen.language),
    ...((buttons.length > 0 || news.photo !== undefined) && { extras }),
    idempotencyKey: `${news.kind}:${report.id}:${news.key}`,
    now: news.now,
  });
}
