/**
 * Signing in: Zalo's access token proves who this is, our server answers with a short session (§7.3). Kept in memory only; a
 * new one is made when the app starts, before the old one ends, and when the server says it is over.
 */
import { readPreference, writePreference } from '../preferences/store.ts';
import { zalo } from '../zalo/index.ts';
import { apiAddress } from './address.ts';
import { ApiProblem, problemOf, unreachable } from './problem.ts';

export interface Session {
  token: string;
  expiresAt: number;
  language: 'vi' | 'en';
  /** They have written to the OA: results can be told in the chat. */
  chatLinked: boolean;
}

/** Renewed this long before its end, so that nothing is refused half-way. */
const MARGIN_MS = 60_000;

let current: Session | null = null;
let signingIn: Promise<Session> | null = null;
const listeners = new Set<(session: Session | null) => void>();
const forgetters = new Set<() => Promise<unknown>>();

/** A session that is good for at least a minute. @throws ApiProblem, ZaloError */
export function session(): Promise<Session> {
  if (current && current.expiresAt - MARGIN_MS > Date.now()) return Promise.resolve(current);
  signingIn ??= signIn().finally(() => {
    signingIn = null;
  });
  return signingIn;
}

/** The server no longer takes this one; the next call signs in anew. */
export function forgetSession(token: string): void {
  if (current?.token === token) keep(null);
}

/** Ends the session here and on the server. Away from the network it ends by itself. */
export async function signOut(): Promise<void> {
  const ended = current;
  keep(null);
  if (!ended) return;
  const headers = { authorization: `Bearer ${ended.token}` };
  await fetch(`${apiAddress()}/api/citizen/session`, { method: 'DELETE', headers }).catch(() => {});
}

export function onSession(listener: (session: Session | null) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What this phone keeps of a person; when somebody else signs in on it, it goes before anything is sent in the new name. */
export function onOtherPerson(forget: () => Promise<unknown>): () => void {
  forgetters.add(forget);
  return () => forgetters.delete(forget);
}

async function makeRoomFor(person: string): Promise<void> {
  const before = readPreference('person');
  if (before !== null && before !== person) await Promise.allSettled([...forgetters].map(async (forget) => forget()));
  writePreference('person', person);
}

function keep(next: Session | null): void {
  current = next;
  for (const listener of listeners) listener(next);
}

async function signIn(): Promise<Session> {
  const accessToken = await zalo.accessToken();
  const answer = await fetch(`${apiAddress()}/api/citizen/session`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      // The one it replaces ends with it.
      ...(current && { authorization: `Bearer ${current.token}` }),
    },
    body: JSON.stringify({ accessToken }),
  }).catch(() => {
    throw unreachable();
  });
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw problemOf(answer.status, body);
  const { token, expiresAt, language, chatLinked, person } = body as Record<string, unknown>;
  if (typeof token !== 'string' || typeof expiresAt !== 'string')
    throw new ApiProblem({ code: 'unknown', status: 502, detail: '' });
  const made: Session = {
    token,
    expiresAt: Date.parse(expiresAt),
    language: language === 'en' ? 'en' : 'vi',
    chatLinked: chatLinked !== false,
  };
  if (typeof person === 'string') await makeRoomFor(person);
  keep(made);
  return made;
}
