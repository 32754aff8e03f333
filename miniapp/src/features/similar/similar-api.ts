import { apiAddress } from '../../api/address.ts';
import { signedInFetch } from '../../api/client.ts';
import { problemOf } from '../../api/problem.ts';
import type { SimilarReport } from './similar.ts';

/** @throws ApiProblem */
export async function readSimilar(): Promise<SimilarReport[]> {
  const answer = await signedInFetch(new Request(`${apiAddress()}/api/citizen/draft/duplicates`));
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw problemOf(answer.status, body);
  return (body as { items: SimilarReport[] }).items;
}
