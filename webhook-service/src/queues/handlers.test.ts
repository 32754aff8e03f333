import { describe, expect, test } from 'vitest';
import { catalog, jobNames, queueNames } from './catalog.ts';
import { collectHandlers, type Handlers, runHandler } from './handlers.ts';

const all = Object.fromEntries(jobNames.map((name) => [name, async () => {}])) as unknown as Handlers;

describe('the boot', () => {
  test('goes on when every job of the catalog has its handler', () => {
    expect(Object.keys(collectHandlers(all)).toSorted()).toEqual([...jobNames].toSorted());
  });

  test('stops when one is missing', () => {
    const { 'media.fetch': _left, ...others } = all;
    expect(() => collectHandlers(others)).toThrow('jobs without a handler: media.fetch');
  });

  test('stops when one is doubled', () => {
    expect(() => collectHandlers(all, { 'media.fetch': async () => {} })).toThrow('job media.fetch has two handlers');
  });
});

describe('the catalog', () => {
  test('names a known queue and at least one retry for every job', () => {
    for (const name of jobNames) {
      expect(queueNames).toContain(catalog[name].queue);
      expect(catalog[name].attempts).toBeGreaterThan(1);
    }
  });
});

describe('a payload from Redis', () => {
  test.each([
    ['a missing id', {}],
    ['a text for a number', { photoId: '1' }],
    ['a negative id', { photoId: -1 }],
    ['nothing', null],
  ])('with %s is not worked on', async (_what, payload) => {
    await expect(runHandler(all, 'media.fetch', payload)).rejects.toThrow('payload of media.fetch');
  });

  test('that fits reaches the handler', async () => {
    const seen: unknown[] = [];
    await runHandler({ ...all, 'media.fetch': async (payload) => void seen.push(payload) }, 'media.fetch', {
      photoId: 7,
    });
    expect(seen).toEqual([{ photoId: 7 }]);
  });
});
