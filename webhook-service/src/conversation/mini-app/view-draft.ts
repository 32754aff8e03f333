import { asc, eq } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { attachments, photos } from '../../../../db/schema/index.ts';
import type { Attachment } from '../../media/attachments.ts';
import { knowingChoice } from '../../reports/intake/chosen-category.ts';
import { type Assessment, assess, type RoutingKnowledge } from '../../routing/assess.ts';
import type { Draft } from '../drafts/drafts.ts';
import { whereOf } from '../drafts/intake.ts';
import type { DraftReading } from '../drafts/read-draft.ts';
import type { DraftPhoto } from './draft-photos.ts';
import { type Missing, missingFrom, readWithChoices } from './read-with-choices.ts';

/** A draft as its writer sees it: what it says by now, what we make of it, and what a report still needs. */
export interface DraftView {
  draft: Draft;
  reading: DraftReading;
  assessment: Assessment;
  missing: Missing[];
  photos: DraftPhoto[];
  attachments: Attachment[];
}

export async function viewDraft(tx: Tx, draft: Draft, now: Date, knowledge: RoutingKnowledge): Promise<DraftView> {
  const { content } = draft;
  const reading = readWithChoices(content);
  const knowing = knowingChoice(knowledge, content.chosen?.categoryCode);
  return {
    draft,
    reading,
    assessment: assess(reading.text, whereOf(reading), now, knowing),
    missing: missingFrom(reading, content),
    photos: await tx
      .select()
      .from(photos)
      .where(eq(photos.draftId, draft.id))
      .orderBy(asc(photos.sentAt), asc(photos.id)),
    attachments: await tx
      .select()
      .from(attachments)
      .where(eq(attachments.draftId, draft.id))
      .orderBy(asc(attachments.sentAt), asc(attachments.id)),
  };
}
