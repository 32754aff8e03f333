import { plain } from '../../i18n/plain.ts';
import type { Category, CategoryGroup } from './categories.ts';

/**
 * The groups with what fits the words, with or without diacritics. Names go before hints and examples: who types "đèn" wants the
 * street light, not everything that is dark. Nothing typed: everything.
 */
export function findCategories(groups: readonly CategoryGroup[], query: string): CategoryGroup[] {
  const words = plain(query).split(' ').filter(Boolean);
  const offered = groups.map((group) => ({ ...group, categories: group.categories.filter(isForPeople) }));
  if (words.length === 0) return offered.filter(({ categories }) => categories.length > 0);
  const byName = narrowed(offered, (category, group) => `${category.name} ${group.name}`, words);
  if (byName.length > 0) return byName;
  return narrowed(offered, ({ hint, example, name }, group) => `${name} ${group.name} ${hint} ${example}`, words);
}

/** Spam, small talk, abuse, too little said: what a message is, not what somebody has to report. */
const NOBODY_CHOOSES: ReadonlySet<string> = new Set(['OS-04', 'OS-05', 'OS-06', 'OS-09']);

function isForPeople({ code }: Category): boolean {
  return !NOBODY_CHOOSES.has(code);
}

function narrowed(
  groups: readonly CategoryGroup[],
  textOf: (category: Category, group: CategoryGroup) => string,
  words: readonly string[],
): CategoryGroup[] {
  return groups
    .map((group) => ({
      ...group,
      categories: group.categories.filter((category) => {
        const text = plain(textOf(category, group));
        return words.every((word) => text.includes(word));
      }),
    }))
    .filter(({ categories }) => categories.length > 0);
}
