import { useDeferredValue, useState } from 'react';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { type Category, useCategories } from './categories.ts';
import styles from './category.module.css';
import { CategoryCard } from './category-card.tsx';
import { findCategories } from './find-categories.ts';
import { useRecentCategories } from './recent.ts';
import { categoryTexts } from './texts.ts';

/** All kinds of matters, to search and to choose from. */
export function CategorySheet({
  onChoose,
  onClose,
}: {
  /** Null: an official sorts it. */
  onChoose: (category: Category | null) => void;
  onClose: () => void;
}) {
  const texts = useTexts(categoryTexts);
  const { data: groups, error, refetch } = useCategories();
  const recent = useRecentCategories(groups);
  const [query, setQuery] = useState('');
  // A hundred cards on a slow phone: typing goes first.
  const asked = useDeferredValue(query);
  const found = groups ? findCategories(groups, asked) : [];
  const count = found.reduce((sum, { categories }) => sum + categories.length, 0);
  const shown =
    asked.trim() === '' && recent.length > 0 ? [{ code: 'recent', name: texts.recent, categories: recent }] : [];
  return (
    <Sheet title={texts.listTitle} onClose={onClose}>
      <TextField
        label={texts.search}
        hint={texts.searchHint}
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <p role="status" className={asked.trim() ? styles.note : 'visually-hidden'}>
        {asked.trim() && groups ? texts.found(count) : ''}
      </p>
      {groups && count === 0 && <p>{texts.nothingFound}</p>}
      <Button wide look="secondary" onPress={() => onChoose(null)}>
        {texts.leaveToOfficer}
      </Button>
      {!groups && !error && <Skeleton lines={6} />}
      {!groups && error && <Trouble error={error} onRetry={() => void refetch()} />}
      {[...shown, ...found].map((group) => (
        <section key={group.code} className={styles.group}>
          <h3>{group.name}</h3>
          <ul className={styles.cards}>
            {group.categories.map((category) => (
              <li key={category.code}>
                <CategoryCard name={category.name} onChoose={() => onChoose(category)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Sheet>
  );
}
