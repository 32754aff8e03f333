/**
 * What was read stays on the phone and is shown again without a network, with its time. `meta.keep: false` keeps a query out of
 * that copy (files, searches). The copy belongs to one person: another one who signs in on this phone finds it gone.
 */
import { createAsyncStoragePersister } from '@tanstack/query-async-storage-persister';
import { type Query, QueryClient } from '@tanstack/react-query';
import type { PersistedClient, PersistQueryClientOptions } from '@tanstack/react-query-persist-client';
import { createStore, del, get, set } from 'idb-keyval';
import { ZaloError } from '../zalo/index.ts';
import { ApiProblem } from './problem.ts';

const A_WEEK_MS = 7 * 24 * 3_600_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Ask even when the phone believes to be offline: it is often wrong, and the copy is shown meanwhile.
      networkMode: 'always',
      staleTime: 2_000,
      gcTime: A_WEEK_MS,
      retry: (failures, error) => failures < 2 && isPassing(error),
      refetchOnWindowFocus: true,
      refetchOnReconnect: true,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** States change while somebody looks: often enough to be true within five seconds, cheap because nothing new is "304". */
export const LIVE_MS = 4_000;

const store = createStore('phan-anh-cache', 'queries');

export const keptQueries: Omit<PersistQueryClientOptions, 'queryClient'> = {
  persister: createAsyncStoragePersister({
    key: 'queries',
    serialize: (client) => JSON.stringify(asRead(client)),
    storage: {
      getItem: async (key) => (await get<string>(key, store).catch(() => null)) ?? null,
      setItem: (key, value) => set(key, value, store).catch(() => {}),
      removeItem: (key) => del(key, store).catch(() => {}),
    },
  }),
  maxAge: A_WEEK_MS,
  // A new version of the app may read answers differently.
  buster: __BUILD__,
  dehydrateOptions: {
    shouldDehydrateQuery: (query) => isWorthKeeping(query) && query.meta?.keep !== false,
  },
};

declare const __BUILD__: string;

/** Nothing of this person stays on the phone. */
export async function forgetEverythingRead(): Promise<void> {
  queryClient.clear();
  await del('queries', store).catch(() => {});
}

/** What was read outlives a later asking that found no network; what the service itself takes back does not. */
function isWorthKeeping({ state: { status, data, error } }: Query): boolean {
  const isTakenBack = error instanceof ApiProblem && !error.isPassing;
  return status === 'success' || (data !== undefined && !isTakenBack);
}

/** The copy is what was read, and not what went wrong since. */
function asRead(client: PersistedClient): PersistedClient {
  const queries = client.clientState.queries.map((query) => ({
    ...query,
    state: { ...query.state, status: 'success' as const, error: null, fetchFailureReason: null, fetchFailureCount: 0 },
  }));
  return { ...client, clientState: { ...client.clientState, queries } };
}

function isPassing(error: unknown): boolean {
  return error instanceof ApiProblem ? error.isPassing : error instanceof ZaloError && error.kind === 'timeout';
}
