import { useTexts } from '../../i18n/language.ts';
import { Section } from '../../ui/section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import type { Category, CategoryGroup } from '../category/categories.ts';
import styles from './guide.module.css';
import { guideTexts } from './texts.ts';

interface Asked {
  groups: readonly CategoryGroup[] | undefined;
  error: Error | null;
  onRetry: () => void;
  /** While something is searched for the groups stand open. */
  isSearch: boolean;
}

/** What can be reported, group by group: a name, what to write or photograph, how long the answer takes. */
export function WhatPart({ groups, error, onRetry, isSearch }: Asked) {
  const texts = useTexts(guideTexts).what;
  if (isSearch && groups?.length === 0) return null;
  return (
    <Section title={texts.title}>
      {!isSearch && <p>{texts.words}</p>}
      {groups && (
        <ul className={styles.list}>
          {groups.map((group) => (
            <li key={group.code}>
              <Group key={String(isSearch)} group={group} isOpen={isSearch} />
            </li>
          ))}
        </ul>
      )}
      {!groups && (error ? <Trouble error={error} onRetry={onRetry} /> : <Skeleton lines={6} />)}
    </Section>
  );
}

function Group({ group, isOpen }: { group: CategoryGroup; isOpen: boolean }) {
  return (
    <details className={styles.fold} open={isOpen}>
      <summary>{group.name}</summary>
      <ul className={styles.inner}>
        {group.categories.map((category) => (
          <li key={category.code}>
            <OneCategory category={category} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function OneCategory({ category: { name, hint, answerTime } }: { category: Category }) {
  const texts = useTexts(guideTexts).what;
  return (
    <>
      <h3>{name}</h3>
      {hint && <p>{hint}</p>}
      {answerTime && <p className={styles.small}>{texts.answer(answerTime)}</p>}
    </>
  );
}
