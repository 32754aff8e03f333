import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../db/client.ts';
import { idempotencyKeys } from '../../../db/schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../scripts/testing/database.ts';
import { waitFor } from '../../../scripts/testing/wait-for.ts';
import { type Answered, once, removeOldKeys } from './idempotency.ts';

const NOW = new Date('2026-10-12T09:30:00Z');
let own: TestDatabase;
let clients: DatabaseClients;
beforeAll(async () => {
  own = await createTestDatabase();
  clients = connectDatabase(own.url, { max: 6 });
});
afterAll(async () => {
  await clients?.close();
  await own?.drop();
});

let keys = 0;
const newKey = () => {
  keys += 1;
  return { key: `7:key-${keys}`, requestHash: 'a' };
};
const done: Answered = { status: 201, body: { code: 'HN-7K3MR4T5' } };

function run(keyed: ReturnType<typeof newKey> | null, work: () => Promise<Answered>): Promise<Answered> {
  return clients.db.transaction((tx) => once(tx, keyed, NOW, work));
}

/** Work that can be held until somebody waits for it. */
function heldWork(end: () => Answered) {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let started = false;
  const work = async () => {
    started = true;
    await held;
    return end();
  };
  return { work, release, hasStarted: async () => started };
}

const somebodyWaits = async () => {
  const [row] = await clients.sql`
    select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return Boolean(row);
};

describe('work with a key', () => {
  test('is done once, and answered twice', async () => {
    const keyed = newKey();
    let times = 0;
    const work = async () => {
      times += 1;
      return done;
    };
    expect([await run(keyed, work), await run(keyed, work), times]).toEqual([done, done, 1]);
  });

  test('is done each time without one', async () => {
    let times = 0;
    const work = async () => {
      times += 1;
      return done;
    };
    await run(null, work);
    await run(null, work);
    expect(times).toBe(2);
  });

  test('with an empty answer is answered by the same status', async () => {
    const keyed = newKey();
    const empty = { status: 204, body: null };
    expect([await run(keyed, async () => empty), await run(keyed, async () => done)]).toEqual([empty, empty]);
  });

  test('that failed is forgotten with what it did, and done by the next', async () => {
    const keyed = newKey();
    const failing = run(keyed, async () => {
      throw new Error('not now');
    });
    await expect(failing).rejects.toThrow('not now');
    expect(await run(keyed, async () => done)).toEqual(done);
  });

  test('is not another request with the same key', async () => {
    const keyed = newKey();
    await run(keyed, async () => done);
    const other = run({ ...keyed, requestHash: 'b' }, async () => done);
    await expect(other).rejects.toMatchObject({ code: 'idempotency_key_reused', status: 422 });
  });
});

describe('two at once', () => {
  test('the second waits, and gets the answer of the first', async () => {
    const keyed = newKey();
    const first = heldWork(() => done);
    const running = run(keyed, first.work);
    await waitFor(first.hasStarted, { what: 'the first to start' });
    const waiting = run(keyed, async () => ({ status: 500, body: 'done twice' }));
    await waitFor(somebodyWaits, { what: 'the second to wait' });
    first.release();
    expect(await Promise.all([running, waiting])).toEqual([done, done]);
  });

  test('the second does the work when the first fails', async () => {
    const keyed = newKey();
    const first = heldWork(() => {
      throw new Error('broken');
    });
    const running = run(keyed, first.work);
    const failed = expect(running).rejects.toThrow('broken');
    await waitFor(first.hasStarted, { what: 'the first to start' });
    const waiting = run(keyed, async () => done);
    await waitFor(somebodyWaits, { what: 'the second to wait' });
    first.release();
    await failed;
    expect(await waiting).toEqual(done);
  });

  test('the second is told that the first is still at it when that takes long', async () => {
    const keyed = newKey();
    const first = heldWork(() => done);
    const running = run(keyed, first.work);
    await waitFor(first.hasStarted, { what: 'the first to start' });
    const waiting = run(keyed, async () => done);
    await expect(waiting).rejects.toMatchObject({ code: 'idempotency_in_progress', status: 409 });
    first.release();
    expect(await running).toEqual(done);
  });
});

test('keys are forgotten when they are old, a few at a time', async () => {
  await clients.db.delete(idempotencyKeys);
  const at = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
  await clients.db
    .insert(idempotencyKeys)
    .values([-3, -2, -1, 0].map((hours) => ({ key: `old-${hours}`, requestHash: 'a', status: 200, at: at(hours) })));
  expect(await removeOldKeys(clients.db, { olderThan: at(0), limit: 2 })).toBe(2);
  expect(await removeOldKeys(clients.db, { olderThan: at(0), limit: 2 })).toBe(1);
  expect(await removeOldKeys(clients.db, { olderThan: at(0) })).toBe(0);
  expect((await clients.db.select().from(idempotencyKeys)).map(({ key }) => key)).toEqual(['old-0']);
});
