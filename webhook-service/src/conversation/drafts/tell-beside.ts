import type { Tx } from '../../../../db/client.ts';
import { textsIn } from '../../notifications/message-texts.ts';
import { putMessage } from '../../notifications/outbox.ts';
import { placeInWords } from '../../reports/intake/place-words.ts';
import type { Report } from '../../reports/report.ts';
import type { Citizen } from '../citizens.ts';
import type { Draft } from './drafts.ts';
import { keptKinds } from './kept-files.ts';
import type { DraftReading } from './read-draft.ts';
import { mattersIn } from './several-matters.ts';

/**
 * What the acknowledgement of a new report leaves open: that it holds several matters, or a voice message nobody has heard
 * yet. Most reports have neither, and nobody gets both.
 */
export async function tellBeside(
  tx: Tx,
  draft: Draft,
  report: Report,
  { citizen, reading, now }: { citizen: Citizen; reading: DraftReading; now: Date },
): Promise<void> {
  const texts = textsIn(citizen.language);
  const { code } = report;
  const say = (kind: string, text: string) =>
    putMessage(tx, {
      citizenId: citizen.id,
      reportId: report.id,
      kind,
      text,
      idempotencyKey: `${kind}:${report.id}`,
      now,
    });
  const count = mattersIn(draft.content);
  if (count > 1)
    return say('several_matters', texts.severalMatters({ code, count, place: placeInWords(report, citizen.language) }));
  if (reading.attachments === 0 || draft.content.unsupportedTold) return;
  const kinds = await keptKinds(tx, draft.id);
  if (kinds.length > 0) await say('kept', texts.keptWith({ code, kinds, askWords: !reading.what }));
}
