import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { ApiProblem, unreachable } from '../../api/problem.ts';
import { ZaloError } from '../../zalo/index.ts';
import type { Deed, KeptDeed } from './deed.ts';
import { createDeedQueue, type DeedQueue } from './deed-queue.ts';
import { closedStore, memoryStore } from './testing/memory-store.ts';

const CODE = 'HN-7K3MR4T5';
const confirm: Deed = { type: 'confirm' };
const reply: Deed = { type: 'reply', text: 'Ở đầu ngõ 12.' };
const busy = new ApiProblem({ code: 'unavailable', status: 503, detail: '' });
const changed = new ApiProblem({ code: 'already_closed', status: 409, detail: 'Phản ánh đã đóng.' });

describe('a deed', () => {
  it('is on the phone before it is sent, and gone from it once it is done', async () => {
    const store = memoryStore();
    const onPhone: number[] = [];
    const { queue } = queueWith({ store, send: async () => void onPhone.push(store.size()) });
    await queue.add(CODE, [confirm]);
    expect(onPhone).toEqual([1]);
    expect(store.size()).toBe(0);
    expect(queue.kept()).toEqual([]);
  });

  it('pressed twice at once is sent once', async () => {
    const { queue, sent } = queueWith();
    await Promise.all([queue.add(CODE, [confirm]), queue.add(CODE, [confirm])]);
    expect(sent).toHaveLength(1);
  });

  it('pressed again while it waits keeps its key', async () => {
    const { queue, sent, failNext } = queueWith();
    failNext(unreachable());
    await queue.add(CODE, [confirm]);
    await queue.add(CODE, [confirm]);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
    expect(sent).toHaveLength(2);
  });

  it.each([
    ['without a network', unreachable()],
    ['while the service is down', busy],
    ['while Zalo does not say who this is', new ZaloError('timeout', { api: 'getAccessToken' })],
    ['after the session was refused', new ApiProblem({ code: 'session_over', status: 401, detail: '' })],
    [
      'while its first try has not ended',
      new ApiProblem({ code: 'idempotency_in_progress', status: 409, detail: 'Đang thực hiện.' }),
    ],
  ])('waits %s, and goes at the next occasion', async (_when, failure) => {
    const { queue, sent, failNext } = queueWith();
    failNext(failure);
    await queue.add(CODE, [confirm]);
    expect(queue.kept()).toMatchObject([{ state: 'waiting' }]);
    await queue.resume();
    expect(queue.kept()).toEqual([]);
    expect(sent.map(({ key }) => key)).toEqual(['key-1', 'key-1']);
  });

  it('that was refused says why until it was read', async () => {
    const { queue, sent, failNext } = queueWith();
    const told = vi.fn();
    queue.onRefused(told);
    failNext(changed);
    await queue.add(CODE, [reply]);
    await queue.resume();
    expect(sent).toHaveLength(1);
    expect(queue.kept()).toMatchObject([{ state: 'refused', deed: reply, problem: { detail: 'Phản ánh đã đóng.' } }]);
    expect(told).toHaveBeenCalledOnce();
    await queue.drop('key-1');
    expect(queue.kept()).toEqual([]);
  });

  it('is a new intent once the refused one was pressed again', async () => {
    const { queue, sent, failNext } = queueWith();
    failNext(changed);
    await queue.add(CODE, [confirm]);
    await queue.add(CODE, [confirm]);
    expect(sent.map(({ key }) => key)).toEqual(['key-1', 'key-2']);
    expect(queue.kept()).toEqual([]);
  });

  it('still goes from a phone that can keep nothing', async () => {
    const { queue, sent, failNext } = queueWith({ store: closedStore() });
    failNext(unreachable());
    await queue.add(CODE, [confirm]);
    await queue.resume();
    expect(sent).toHaveLength(2);
    expect(queue.kept()).toEqual([]);
  });
});

describe('what is decided in front of the page (withdrawing, objecting, following)', () => {
  it('is not repeated by itself, and keeps its key when the person tries again', async () => {
    const { queue, sent, failNext } = queueWith();
    failNext(unreachable());
    await queue.add(CODE, [{ type: 'withdraw' }]);
    expect(queue.kept()).toMatchObject([{ state: 'failed' }]);
    await queue.resume();
    expect(sent).toHaveLength(1);
    await queue.retry('key-1');
    expect(sent.map(({ key }) => key)).toEqual(['key-1', 'key-1']);
    expect(queue.kept()).toEqual([]);
  });

  it('is not repeated by itself either when the app was closed half-way', async () => {
    const store = memoryStore();
    const dead = queueWith({ store, send: () => new Promise(() => {}) });
    void dead.queue.add(CODE, [{ type: 'withdraw' }]);
    await vi.waitFor(() => expect(store.size()).toBe(1));
    const { queue, sent } = queueWith({ store });
    await queue.resume();
    expect(sent).toEqual([]);
    expect(queue.kept()).toMatchObject([{ state: 'failed', key: 'key-1' }]);
  });
});

describe('several deeds', () => {
  it('of one report go in their order: none overtakes one that waits', async () => {
    const { queue, sent, failNext } = queueWith();
    failNext(unreachable());
    await queue.add(CODE, [{ type: 'rating', level: 'unsatisfied', reasons: ['not_done'] }, { type: 'reject' }]);
    expect(sent.map(({ deed }) => deed.type)).toEqual(['rating']);
    await queue.resume();
    expect(sent.map(({ deed }) => deed.type)).toEqual(['rating', 'rating', 'reject']);
  });

  it('go on after one that was refused: each is judged by itself', async () => {
    const { queue, sent, failNext } = queueWith();
    failNext(new ApiProblem({ code: 'rated_already', status: 409, detail: 'Bạn đã đánh giá.' }));
    await queue.add(CODE, [{ type: 'rating', level: 'unsatisfied', reasons: ['not_done'] }, { type: 'reject' }]);
    expect(sent.map(({ deed }) => deed.type)).toEqual(['rating', 'reject']);
  });

  it('of other reports do not wait for a report that fails', async () => {
    const { queue, sent, failNext } = queueWith();
    failNext(busy);
    await queue.add(CODE, [confirm]);
    failNext(busy);
    await queue.add('HN-HF2WTX3K', [confirm]);
    expect(sent.map(({ code }) => code)).toEqual([CODE, CODE, 'HN-HF2WTX3K']);
  });
});

it('forgets everything when the person leaves', async () => {
  const store = memoryStore();
  const { queue, failNext } = queueWith({ store });
  failNext(unreachable());
  await queue.add(CODE, [reply]);
  await queue.forget();
  expect(store.size()).toBe(0);
  expect(queue.kept()).toEqual([]);
});

type Fate = 'answers' | 'never arrives' | 'answer is lost' | 'breaks down' | 'app dies before' | 'app dies after';

it('does everything exactly once and in order, whatever the network and the phone do', async () => {
  const fates = fc.array(
    fc.constantFrom<Fate>(
      'answers',
      'never arrives',
      'answer is lost',
      'breaks down',
      'app dies before',
      'app dies after',
    ),
    { maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(fates, async (ahead) => {
      const store = memoryStore();
      const service = serviceWith([...ahead]);
      let keys = 0;
      const start = () =>
        createDeedQueue({ store, send: service.send, now: () => keys, newKey: () => `key-${++keys}` });
      let queue = start();
      void queue.add(CODE, [reply]);
      void queue.add(CODE, [confirm]);
      for (let run = 0; run < ahead.length + 2; run++) {
        await quiet();
        if (service.isDead()) {
          service.revive();
          queue = start();
        }
        void queue.resume();
      }
      await quiet();
      expect(service.done).toEqual(['reply', 'confirm']);
      expect(queue.kept()).toEqual([]);
      expect(store.size()).toBe(0);
    }),
    { numRuns: 300 },
  );
});

/** A service that does a key once and answers it as often as asked, behind a network with these fates. */
function serviceWith(fates: Fate[]) {
  const done: string[] = [];
  const keys = new Set<string>();
  let dead = false;
  const never = new Promise<never>(() => {});
  const doOnce = ({ key, deed }: KeptDeed) => {
    if (!keys.has(key)) done.push(deed.type);
    keys.add(key);
    return null;
  };
  return {
    done,
    isDead: () => dead,
    revive: () => {
      dead = false;
    },
    send: async (kept: KeptDeed) => {
      const fate = fates.shift() ?? 'answers';
      if (fate === 'never arrives') throw unreachable();
      if (fate === 'breaks down') throw busy;
      if (fate === 'app dies before') dead = true;
      else doOnce(kept);
      if (fate === 'app dies after') dead = true;
      if (dead) return never;
      if (fate === 'answer is lost') throw unreachable();
      return null;
    },
  };
}

/** All that can happen without the network has happened: the storage of these tests answers within microtasks. */
async function quiet(): Promise<void> {
  for (let turn = 0; turn < 100; turn++) await Promise.resolve();
}

function queueWith({
  store = memoryStore(),
  send = async () => {},
}: {
  store?: ReturnType<typeof closedStore>;
  send?: () => Promise<void>;
} = {}): { queue: DeedQueue; sent: KeptDeed[]; failNext: (failure: Error) => void } {
  const sent: KeptDeed[] = [];
  const failures: Error[] = [];
  let keys = 0;
  const queue = createDeedQueue({
    store,
    now: () => keys,
    newKey: () => `key-${++keys}`,
    send: async (deed) => {
      sent.push(deed);
      const failure = failures.shift();
      if (failure) throw failure;
      await send();
      return null;
    },
  });
  return { queue, sent, failNext: (failure) => failures.push(failure) };
}
