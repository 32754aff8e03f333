import { apiAddress } from '../../api/address.ts';
import { signedInFetch } from '../../api/client.ts';
import { problemOf } from '../../api/problem.ts';

export type Query = Readonly<Record<string, string | number | undefined>>;

/** A public answer by its path. @throws ApiProblem */
export async function readPublic<Answer>(path: string, query: Query = {}): Promise<Answer> {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) asked.set(name, String(value));
  const search = asked.toString();
  const answer = await signedInFetch(new Request(`${apiAddress()}${path}${search && `?${search}`}`));
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw problemOf(answer.status, body);
  return body as Answer;
}
