import type { Language } from '../../i18n/language.ts';
import { readPublic } from '../map/read-public.ts';
import type { CategoryGroup } from './categories.ts';

/** @throws ApiProblem */
export async function readCategories(lang: Language): Promise<CategoryGroup[]> {
  const { groups } = await readPublic<{ groups: CategoryGroup[] }>('/api/public/categories', { lang });
  return groups;
}
