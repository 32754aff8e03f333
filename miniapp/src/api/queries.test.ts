import { dehydrate, QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { ZaloError } from '../zalo/index.ts';
import { ApiProblem, unreachable } from './problem.ts';
import { keptQueries } from './queries.ts';

/** The keys that are kept after a report was read and then asked for once more. */
async function keptAfter(answer: () => Promise<string>): Promise<string[]> {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } });
  const queryKey = ['reports', 'HN-7K3MR4T5'];
  await client.fetchQuery({ queryKey, queryFn: async () => 'read' });
  await client.fetchQuery({ queryKey, queryFn: answer }).catch(() => {});
  return dehydrate(client, keptQueries.dehydrateOptions).queries.map(({ queryHash }) => queryHash);
}

describe('the copy on the phone', () => {
  it.each([
    ['the network is away', unreachable()],
    ['the service has a fault', new ApiProblem({ code: 'unknown', status: 503, detail: '' })],
    ['Zalo cannot say who this is', new ZaloError('unauthorized', { api: 'getAccessToken' })],
  ])('outlives an asking when %s', async (_why, error) => {
    expect(await keptAfter(() => Promise.reject(error))).toHaveLength(1);
  });

  it('goes with what the service takes back', async () => {
    const gone = new ApiProblem({ code: 'report_not_found', status: 404, detail: '' });
    expect(await keptAfter(() => Promise.reject(gone))).toEqual([]);
  });
});
