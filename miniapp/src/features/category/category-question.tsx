import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { categoryOf, useCategories } from './categories.ts';
import styles from './category.module.css';
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
  const box = useRef<HTMLDivElement>(null);
  const hasChosen = useRef(false);
  // The card that was pressed is gone: the focus goes to what stands there now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a choice is the reason
  useEffect(() => {
    if (hasChosen.current) box.current?.querySelector('button')?.focus();
    hasChosen.current = false;
  }, [chosen]);
  const choose = (code: string | null) => {
    hasChosen.current = code !== chosen;
    onChoose(code);
  };
  const category = categoryOf(groups, chosen);
  const name = category?.name ?? suggestions.find(({ code }) => code === chosen)?.name ?? texts.nameUnknown;
  return (
    <Section title={texts.section}>
      <div ref={box} className={styles.question}>
        {chosen ? (
          <ChosenCategory name={name} answerTime={category?.answerTime ?? null} onChange={() => setListOpen(true)} />
        ) : (
          <>
            <Suggestions suggestions={suggestions} groups={groups} isReading={isReading} onChoose={choose} />
            <Button wide look="secondary" onPress={() => setListOpen(true)}>
              {suggestions.length > 0 ? texts.other : texts.all}
            </Button>
          </>
        )}
      </div>
      {category && !category.accepts && goesOnWith !== category.code && (
        <NotAccepted category={category} onGoOn={() => setGoesOnWith(category.code)} />
      )}
      {listOpen && (
        <CategorySheet
          onClose={() => setListOpen(false)}
          onChoose={(next) => {
            choose(next?.code ?? null);
            setListOpen(false);
          }}
        />
      )}
    </Section>
  );
}
