import { answered, api } from '../../api/client.ts';
import type { SimilarReport } from './similar.ts';

/** @throws ApiProblem */
export async function readSimilar(): Promise<SimilarReport[]> {
  const { items } = await answered(api.GET('/api/citizen/draft/duplicates'));
  return items;
}
