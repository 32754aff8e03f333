import { useTexts } from '../../i18n/language.ts';
import { TextArea } from '../../ui/field.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { type LocalDraft, MOST_TEXT } from '../draft/model.ts';
import { EmergencyStop } from '../emergency/emergency-stop.tsx';
import { categoryOf, useCategories } from './categories.ts';
import styles from './category.module.css';
import { CategoryQuestion } from './category-question.tsx';
import { senseOf } from './sense.ts';
import type { ServedDraft } from './served-draft.ts';
import { categoryTexts } from './texts.ts';

/** Nobody is told that it is short while they are writing. */
const PAUSE_MS = 2_500;

/** "Chuyện gì?": the words first, then what they are about. */
export function WhatQuestions({
  draft,
  served,
  isCurrent,
  onText,
  onCategory,
}: {
  draft: LocalDraft;
  served: ServedDraft | null;
  isCurrent: boolean;
  onText: (text: string) => void;
  onCategory: (code: string | null) => void;
}) {
  const texts = useTexts(categoryTexts);
  const { data: groups } = useCategories();
  const { key, text, categoryCode } = draft;
  const category = categoryOf(groups, categoryCode);
  const isThin = senseOf(useSettled(text, PAUSE_MS)) === 'thin' && senseOf(text) === 'thin';
  return (
    <>
      <div>
        <TextArea
          label={texts.describe}
          hint={
            <>
              {category?.hint || texts.describeHint}
              <br />
              {texts.example(category?.example || texts.anyExample)}
            </>
          }
          value={text}
          maxLength={MOST_TEXT}
          rows={5}
          onChange={(event) => onText(event.target.value)}
        />
        <div role="status">{isThin && <p className={styles.note}>{texts.thin}</p>}</div>
      </div>
      <EmergencyStop
        draftKey={key}
        text={text}
        fromService={served?.emergencyNumbers ?? []}
        ofCategory={category?.emergencyNumbers ?? []}
      />
      <CategoryQuestion
        chosen={categoryCode}
        suggestions={served?.suggestions ?? []}
        isReading={!isCurrent && text.trim() !== ''}
        onChoose={onCategory}
      />
    </>
  );
}

/** Enough to go on: words, or a photo with what it is about (as the service asks). */
export function saysWhat({ text, photos, categoryCode }: LocalDraft): boolean {
  return text.trim() !== '' || (photos.length > 0 && categoryCode !== null);
}
