import { useState } from 'react';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { categoryOf, useCategories } from './categories.ts';
import { ChosenCategory } from './category-card.tsx';
import { CategorySheet } from './category-sheet.tsx';
import { NotAccepted } from './not-accepted.tsx';
import type { Suggestion } from './suggestions.tsx';
import { Suggestions } from './suggestions.tsx';
import { categoryTexts } from './texts.ts';

/** What the matter is about: three suggestions, the whole list, or nothing at all. */
export function CategoryQuestion({
  chosen,
  suggestions,
  isReading,
  onChoose,
}: {
  chosen: string | null;
  suggestions: readonly Suggestion[];
  isReading: boolean;
  onChoose: (code: string | null) => void;
}) {
  const texts = useTexts(categoryTexts);
  const { data: groups } = useCategories();
  const [listOpen, setListOpen] = useState(false);
  /** The one they know is not for this channel, and go on with. */
  const [goesOnWith, setGoesOnWith] = useState<string | null>(null);
  const category = categoryOf(groups, chosen);
  const name = category?.name ?? suggestions.find(({ code }) => code === chosen)?.name ?? texts.nameUnknown;
  return (
    <Section title={texts.section}>
      {chosen ? (
        <ChosenCategory name={name} answerWithin={category?.answerWithin ?? null} onChange={() => setListOpen(true)} />
      ) : (
        <>
          <Suggestions suggestions={suggestions} groups={groups} isReading={isReading} onChoose={onChoose} />
          <Button wide look="secondary" onPress={() => setListOpen(true)}>
            {suggestions.length > 0 ? texts.other : texts.all}
          </Button>
        </>
      )}
      {category && !category.accepts && goesOnWith !== category.code && (
        <NotAccepted category={category} onGoOn={() => setGoesOnWith(category.code)} />
      )}
      {listOpen && (
        <CategorySheet
          onClose={() => setListOpen(false)}
          onChoose={(next) => {
            onChoose(next?.code ?? null);
            setListOpen(false);
          }}
        />
      )}
    </Section>
  );
}
