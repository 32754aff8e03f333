import { answered, api } from '../../api/client.ts';
import type { Language } from '../../i18n/language.ts';
import type { CategoryGroup } from './categories.ts';

/** @throws ApiProblem */
export async function readCategories(lang: Language): Promise<CategoryGroup[]> {
  const { groups } = await answered(api.GET('/api/public/categories', { params: { query: { lang } } }));
  return groups;
}
