import { MapPin } from 'lucide-react';
import { useTexts } from '../../i18n/language.ts';
import { categoryOf, useCategories } from '../category/categories.ts';
import type { ServedDraft } from '../category/served-draft.ts';
import type { LocalDraft } from '../draft/model.ts';
import { LetterPart } from './letter-part.tsx';
import { LetterPhotos } from './letter-photos.tsx';
import styles from './review.module.css';
import { reviewTexts } from './texts.ts';

/** The report as a letter: what, where, with which photos, who gets it, until when, what others will see. */
export function Letter({
  draft,
  served,
  isPublished,
}: {
  draft: LocalDraft;
  served: ServedDraft | null;
  /** The reporter lets it be published. */
  isPublished: boolean;
}) {
  const texts = useTexts(reviewTexts);
  const { data: groups } = useCategories();
  const category = categoryOf(groups, draft.categoryCode);
  const others = isPublished
    ? category?.published === false
      ? texts.neverPublished
      : texts.published
    : texts.notPublished;
  return (
    <>
      <LetterPart title={texts.what} step="/report/what">
        {draft.text.trim() ? (
          <p className={styles.words} lang="vi">
            {draft.text.trim()}
          </p>
        ) : (
          <p>{draft.photos.length > 0 ? texts.noWords : texts.nothing}</p>
        )}
        <p className={styles.note}>{category?.name ?? texts.unsorted}</p>
      </LetterPart>
      <LetterPart title={texts.place} step="/report/place">
        <Place draft={draft} served={served} />
      </LetterPart>
      <LetterPart title={texts.photos} step="/report">
        <LetterPhotos photos={draft.photos} />
      </LetterPart>
      <LetterPart title={texts.who}>
        <p>{texts.holder}</p>
      </LetterPart>
      <LetterPart title={texts.until}>
        <p>{category?.answerTime ? texts.within(category.answerTime) : texts.untilUnknown}</p>
      </LetterPart>
      <LetterPart title={texts.others}>
        <p aria-live="polite">{others}</p>
      </LetterPart>
    </>
  );
}

function Place({ draft: { place }, served }: { draft: LocalDraft; served: ServedDraft | null }) {
  const texts = useTexts(reviewTexts);
  const ward = place.wardName ?? served?.ward?.name ?? null;
  const address = place.address.trim() || served?.address || null;
  if (!address && !ward && !place.pin) return <p>{texts.noPlace}</p>;
  return (
    <div className={styles.place}>
      <MapPin aria-hidden size={22} />
      <div>
        {address && <p lang="vi">{address}</p>}
        {ward && <p lang="vi">{ward}</p>}
        {place.pin && <p>{texts.pin}</p>}
      </div>
    </div>
  );
}
