import { useOnline } from '../../api/network.ts';
import { useTexts } from '../../i18n/language.ts';
import { type CategoryGroup, categoryOf } from './categories.ts';
import styles from './category.module.css';
import { CategoryCard } from './category-card.tsx';
import type { ServedDraft } from './served-draft.ts';
import { categoryTexts } from './texts.ts';

export type Suggestion = NonNullable<ServedDraft>['suggestions'][number];

/** Up to three kinds that the words (or the place of the photos) may speak of, each with an example. */
export function Suggestions({
  suggestions,
  groups,
  isReading,
  onChoose,
}: {
  suggestions: readonly Suggestion[];
  groups: readonly CategoryGroup[] | undefined;
  /** The service has not yet read what is written. */
  isReading: boolean;
  onChoose: (code: string) => void;
}) {
  const texts = useTexts(categoryTexts);
  const online = useOnline();
  const some = suggestions.length > 0;
  return (
    <>
      <p role="status" className={styles.note}>
        {!online && !some ? texts.offline : some ? texts.isItThis : isReading ? texts.reading : texts.noneYet}
      </p>
      {some && (
        <ul className={styles.cards}>
          {suggestions.map((suggestion) => {
            const { code } = suggestion;
            // The list is in the language of this screen; the service writes in the person's, as it last heard.
            const { name, example } = categoryOf(groups, code) ?? suggestion;
            return (
              <li key={code}>
                <CategoryCard name={name} example={example} onChoose={() => onChoose(code)} />
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
