import createClient from 'openapi-fetch';
import { apiAddress } from './address.ts';
import { problemOf, unreachable } from './problem.ts';
import type { paths } from './schema.d.ts';
import { forgetSession, session } from './session.ts';

/** Beyond this the network is as good as away: what was typed is kept, and asking again costs nothing. */
const WITHIN_MS = 20_000;

/** The service's API with the types of its own document. Paths under `/api/citizen` are signed in. */
export const api = createClient<paths>({ baseUrl: apiAddress(), fetch: signedInFetch });

/** The data of an answer. @throws ApiProblem */
export async function answered<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw problemOf(response.status, error);
  return data as T;
}

/** A file behind the sign-in (photos of one's own). @throws ApiProblem */
export async function fetchFile(path: string): Promise<Blob> {
  const answer = await signedInFetch(new Request(`${apiAddress()}${path}`));
  if (!answer.ok) throw problemOf(answer.status, await answer.json().catch(() => null));
  return answer.blob();
}

/** Signs in when needed, and once more when the server says that the session is over. @throws ApiProblem, ZaloError */
export async function signedInFetch(request: Request): Promise<Response> {
  if (!new URL(request.url).pathname.startsWith('/api/citizen/')) return within(request);
  const again = request.clone();
  const first = await session();
  const answer = await within(withToken(request, first.token));
  if (answer.status !== 401) return answer;
  forgetSession(first.token);
  const { token } = await session();
  return within(withToken(again, token));
}

function withToken(request: Request, token: string): Request {
  request.headers.set('authorization', `Bearer ${token}`);
  return request;
}

async function within(request: Request): Promise<Response> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), WITHIN_MS);
  const stop = () => giveUp.abort();
  request.signal.addEventListener('abort', stop);
  try {
    return await fetch(request, { signal: giveUp.signal });
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw unreachable();
  } finally {
    clearTimeout(timer);
    request.signal.removeEventListener('abort', stop);
  }
}
