import { randomUUID } from 'node:crypto';
import type { SoakCity } from './city.ts';

/** One request of the desk. @throws Error with status and answer when it is refused, or the HTTP role is down. */
export async function askStaffApi<T>(city: SoakCity, token: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`${city.url}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${token}`,
      ...(body && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
