import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter, useLocation } from 'react-router-dom';
import { vi } from 'vitest';
import { zalo } from '../../../zalo/index.ts';

type Answer = unknown | ((request: Request) => unknown);

/**
 * The service at the network's edge: answers by "METHOD /path". What is not listed is 404; a thrown error is a broken network.
 * @returns what was asked, e.g. "GET /api/citizen/draft"
 */
export function fakeService(answers: Readonly<Record<string, Answer>>): string[] {
  const asked: string[] = [];
  vi.spyOn(zalo, 'accessToken').mockResolvedValue('zalo-token');
  vi.stubGlobal('fetch', async (input: Request | string, init?: RequestInit) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    if (pathname === '/api/citizen/session') {
      const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
      return json(201, { token: 'session', expiresAt, language: 'vi', chatLinked: true });
    }
    const name = `${request.method} ${pathname}`;
    asked.push(name);
    if (!(name in answers)) return json(404, { code: 'not_found', detail: 'Không có.' });
    const answer = answers[name];
    const body: unknown = typeof answer === 'function' ? await answer(request) : answer;
    return body instanceof Response ? body : json(200, body);
  });
  return asked;
}

export function offline(): () => never {
  return () => {
    throw new TypeError('Failed to fetch');
  };
}

/** What the service answers; as the value of a route it is sent as it is. */
export function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}

/** On a page of the app, at an address. `where()` is the address it has come to. */
export function renderAt(path: string, page: ReactNode) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } });
  let at = path;
  function Follow() {
    const { pathname, search } = useLocation();
    at = `${pathname}${search}`;
    return null;
  }
  const around = (inside: ReactNode) => (
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={[path]}>
        <Follow />
        {inside}
      </MemoryRouter>
    </QueryClientProvider>
  );
  const { rerender, ...rest } = render(around(page));
  return { ...rest, where: () => at, rerender: (next: ReactNode) => rerender(around(next)) };
}
