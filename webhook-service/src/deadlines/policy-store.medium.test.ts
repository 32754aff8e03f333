import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../db/client.ts';
import { duePolicies } from '../../../db/schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../scripts/testing/database.ts';
import { currentDuePolicy, type DuePolicy } from './policy.ts';
import { addPolicy, createPolicyStore } from './policy-store.ts';

let database: TestDatabase;
let clients: DatabaseClients;
beforeAll(async () => {
  database = await createTestDatabase();
  clients = connectDatabase(database.url);
});
afterAll(async () => {
  await clients?.close();
  await database?.drop();
});
beforeEach(() => clients.db.delete(duePolicies));

const now = new Date('2026-10-05T02:00:00Z');
const later = (ms: number) => new Date(now.getTime() + ms);
const next: DuePolicy = { ...currentDuePolicy, version: '2026-11-1', confirmDays: 10 };

describe('the policy in force', () => {
  it('is that of this build until staff bring another, written once', async () => {
    const [first, second] = [createPolicyStore(() => now), createPolicyStore(() => now)];

    expect(await Promise.all([first.current(clients.db), second.current(clients.db)])).toEqual([
      currentDuePolicy,
      currentDuePolicy,
    ]);
    expect(await clients.db.select().from(duePolicies)).toMatchObject([
      { version: currentDuePolicy.version, validFrom: new Date(0), createdBy: 'system', createdAt: now },
    ]);
  });

  it('changes at the moment the new one counts, and old due times keep theirs', async () => {
    await addPolicy(clients.db, next, { by: '7', validFrom: later(3_600_000), now });
    const at = (ms: number) => createPolicyStore(() => later(ms));

    expect((await at(3_599_999).current(clients.db)).version).toBe(currentDuePolicy.version);
    expect(await at(3_600_000).current(clients.db)).toEqual(next);
    expect(await at(3_600_000).byVersion(clients.db, currentDuePolicy.version)).toEqual(currentDuePolicy);
  });

  it('is read again after a minute', async () => {
    let clock = now;
    const store = createPolicyStore(() => clock);
    await store.current(clients.db);
    await addPolicy(clients.db, next, { by: '7', validFrom: now, now });

    clock = later(60_000);
    expect((await store.current(clients.db)).version).toBe(currentDuePolicy.version);
    clock = later(60_001);
    expect((await store.current(clients.db)).version).toBe(next.version);
  });

  it('is the one added last when two count from the same moment', async () => {
    await addPolicy(clients.db, { ...next, version: 'z' }, { by: '7', validFrom: later(9), now });
    await addPolicy(clients.db, { ...next, version: 'a' }, { by: '7', validFrom: later(9), now: later(1) });

    expect((await createPolicyStore(() => later(9)).current(clients.db)).version).toBe('a');
  });
});

describe('a policy by its version', () => {
  it('is found, in the table or in this build, and none where there is none', async () => {
    const store = createPolicyStore(() => now);
    expect(await store.byVersion(clients.db, next.version)).toBeNull();
    expect(await store.byVersion(clients.db, currentDuePolicy.version)).toEqual(currentDuePolicy);

    await addPolicy(clients.db, next, { by: '7', validFrom: now, now });
    expect(await store.byVersion(clients.db, next.version)).toEqual(next);
  });

  it('is kept, for it never changes', async () => {
    const store = createPolicyStore(() => now);
    await addPolicy(clients.db, next, { by: '7', validFrom: now, now });
    await store.byVersion(clients.db, next.version);
    await clients.db.delete(duePolicies).where(eq(duePolicies.version, next.version));

    expect(await store.byVersion(clients.db, next.version)).toEqual(next);
  });
});

describe('a new policy', () => {
  it('is written with who brought it', async () => {
    expect(await addPolicy(clients.db, next, { by: '7', validFrom: later(60), now })).toEqual(next);
    expect(await clients.db.select().from(duePolicies).where(eq(duePolicies.version, next.version))).toEqual([
      { version: next.version, validFrom: later(60), policy: next, createdBy: '7', createdAt: now },
    ]);
  });

  it('with faults is refused with all of them', async () => {
    const adding = addPolicy(clients.db, { ...next, confirmDays: 0 }, { by: '7', validFrom: later(-1), now });

    await expect(adding).rejects.toMatchObject({
      code: 'policy_invalid',
      status: 422,
      detail:
        'Quy định thời hạn chưa dùng được: confirmDays không được nhỏ hơn 1; ngày hiệu lực không được ở trong quá khứ.',
    });
  });

  it('cannot take the name of another', async () => {
    const adding = addPolicy(clients.db, currentDuePolicy, { by: '7', validFrom: now, now });

    await expect(adding).rejects.toMatchObject({
      code: 'policy_version_taken',
      status: 409,
      detail: 'Đã có quy định thời hạn phiên bản 2026-10-1. Hãy chọn tên phiên bản khác.',
    });
  });
});
