import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../../db/client.ts';
import { answers, evidence } from '../../../../db/schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../../scripts/testing/database.ts';
import { createDiskStore } from '../../media/disk-store.ts';
import type { MediaStore } from '../../media/store.ts';
import { storeReport } from '../duplicates/testing/store-report.ts';
import { evidenceForAnswer } from './evidence-for-answer.ts';
import { type EvidenceDeps, removeEvidence, removeLooseEvidence, storeEvidence } from './store-evidence.ts';

const NOW = new Date('2026-10-12T09:30:00Z');
const DAY = 24 * 3_600_000;
const ALL = new Date(NOW.getTime() + DAY);

let own: TestDatabase;
let clients: DatabaseClients;
let folder: string;
let deps: EvidenceDeps;
let reportId: number;
beforeAll(async () => {
  own = await createTestDatabase();
  clients = connectDatabase(own.url, { max: 4 });
});
beforeEach(async () => {
  await clients.db.delete(evidence);
  folder = await mkdtemp(join(tmpdir(), 'evidence-'));
  deps = { db: clients.db, store: createDiskStore(folder), now: () => NOW, randomBytes };
  reportId = (await storeReport(clients.db, { agencyCode: 'ubnd-00199' })).id;
});
afterAll(async () => {
  await clients?.close();
  await own?.drop();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

let shade = 0;
const photo = () => {
  shade = (shade + 7) % 250;
  return sharp({ create: { width: 40, height: 30, channels: 3, background: { r: shade, g: 90, b: 40 } } })
    .png()
    .toBuffer();
};
const paper = (words = 'Biên bản') => Buffer.from(`%PDF-1.7\n${words}\n%%EOF`);
const store = (bytes: Buffer, over: Partial<EvidenceDeps> = {}) =>
  storeEvidence({ reportId, uploadedBy: '7', bytes }, { ...deps, ...over });
const files = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
const rows = () => clients.db.select().from(evidence).orderBy(evidence.id);

/** A disk that fails at one step of its work. */
function failing(step: 'put' | 'remove', from: number): MediaStore {
  let times = 0;
  const fail = () => {
    times += 1;
    if (times >= from) throw new Error('disk full');
  };
  return {
    ...deps.store,
    [step]: async (key: string, bytes: Buffer) => {
      fail();
      return deps.store[step](key, bytes);
    },
  };
}

describe('a piece of evidence', () => {
  test('that is a photo is made anew, with a thumbnail and what the gate compares', async () => {
    const { piece, isNew } = await store(await photo());
    expect(piece).toMatchObject({
      ...{ reportId, answerId: null, kind: 'photo', mediaType: 'image/jpeg', width: 40, height: 30 },
      ...{ state: 'stored', uploadedBy: '7', uploadedAt: NOW },
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      fingerprint: expect.stringMatching(/^g64:/),
    });
    expect(isNew).toBe(true);
    expect(await files()).toEqual([piece.thumbnailKey, piece.storageKey].sort());
    expect((await deps.store.stat(piece.storageKey))?.bytes).toBe(piece.bytes);
    expect(await rows()).toEqual([piece]);
  });

  test('that is a PDF is kept as it is', async () => {
    const { piece } = await store(paper());
    expect(piece).toMatchObject({ kind: 'document', mediaType: 'application/pdf', bytes: paper().length });
    expect([piece.thumbnailKey, piece.width, piece.fingerprint]).toEqual([null, null, null]);
    expect(await files()).toEqual([piece.storageKey]);
  });

  test('sent again while it waits is the same piece', async () => {
    const bytes = await photo();
    const [first, second] = [await store(bytes), await store(bytes)];
    expect(second).toEqual({ piece: first.piece, isNew: false });
    expect(await files()).toHaveLength(2);
  });

  test('sent twice at once is one piece', async () => {
    const bytes = paper();
    const both = await Promise.all([store(bytes), store(bytes)]);
    expect(new Set(both.map(({ piece }) => piece.id)).size).toBe(1);
    expect(both.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await files()).toHaveLength(1);
  });

  test('of another report is another piece, though it is the same file', async () => {
    await store(paper());
    const other = await storeReport(clients.db);
    const { isNew } = await storeEvidence({ reportId: other.id, uploadedBy: '7', bytes: paper() }, deps);
    expect(isNew).toBe(true);
  });

  test('is refused when too many wait for their answer', async () => {
    for (let i = 0; i < 20; i++) await store(paper(`Trang ${i}`));
    await expect(store(paper('một trang nữa'))).rejects.toMatchObject({ code: 'too_much_evidence', status: 409 });
    expect((await store(paper('Trang 3'))).isNew).toBe(false);
    expect(await files()).toHaveLength(20);
  });
});

describe('when the disk fails', () => {
  test('while storing, the row says that the files are not there, and storing again ends it', async () => {
    const bytes = await photo();
    await expect(store(bytes, { store: failing('put', 2) })).rejects.toThrow('disk full');
    const [left] = await rows();
    expect(left?.state).toBe('pending');
    const none = clients.db.transaction((tx) => evidenceForAnswer(tx, reportId, [left?.id ?? 0]));
    await expect(none).rejects.toMatchObject({ code: 'evidence_unknown' });
    const { piece, isNew } = await store(bytes);
    expect([piece.id, piece.state, isNew]).toEqual([left?.id, 'stored', false]);
    expect(await files()).toHaveLength(2);
  });

  test('while removing, the piece is proof no more, and the sweep ends it at once', async () => {
    const { piece } = await store(await photo());
    await expect(removeEvidence(piece, { ...deps, store: failing('remove', 2) })).rejects.toThrow('disk full');
    expect((await rows()).map(({ state }) => state)).toEqual(['removing']);
    const none = clients.db.transaction((tx) => evidenceForAnswer(tx, reportId, [piece.id]));
    await expect(none).rejects.toMatchObject({ code: 'evidence_unknown' });
    const longAgo = new Date(NOW.getTime() - DAY);
    expect(await removeLooseEvidence(clients.db, deps.store, { olderThan: longAgo })).toBe(1);
    expect([await files(), await rows()]).toEqual([[], []]);
  });

  test('a piece being removed does not stand in the way of the same file', async () => {
    const { piece } = await store(paper());
    await expect(removeEvidence(piece, { ...deps, store: failing('remove', 1) })).rejects.toThrow('disk full');
    expect((await store(paper())).isNew).toBe(true);
  });
});

describe('the sweep', () => {
  test('removes what waited too long, with its files, and nothing else', async () => {
    const old = await store(paper('cũ'), { now: () => new Date(NOW.getTime() - DAY - 1) });
    const fresh = await store(paper('mới'));
    const given = await store(paper('đã dùng'), { now: () => new Date(NOW.getTime() - 2 * DAY) });
    await answerWith(given.piece.id);
    const olderThan = new Date(NOW.getTime() - DAY);
    expect(await removeLooseEvidence(clients.db, deps.store, { olderThan })).toBe(1);
    expect((await rows()).map(({ id }) => id)).toEqual([fresh.piece.id, given.piece.id]);
    expect(await files()).not.toContain(old.piece.storageKey);
    expect(await files()).toHaveLength(2);
  });

  test('leaves no file and no row when two replicas sweep at once', async () => {
    for (let i = 0; i < 6; i++) await store(paper(`Trang ${i}`));
    const sweep = () => removeLooseEvidence(clients.db, deps.store, { olderThan: ALL });
    await Promise.all([sweep(), sweep()]);
    expect([await files(), await rows()]).toEqual([[], []]);
  });
});

describe('evidence for an answer', () => {
  test('is given in the order it was named, each piece once', async () => {
    const [one, two] = [(await store(paper('1'))).piece, (await store(paper('2'))).piece];
    const found = await clients.db.transaction((tx) => evidenceForAnswer(tx, reportId, [two.id, one.id, two.id]));
    expect(found.map(({ id }) => id)).toEqual([two.id, one.id]);
    expect(await clients.db.transaction((tx) => evidenceForAnswer(tx, reportId, []))).toEqual([]);
  });

  test('is not what another answer carries, nor what belongs to another report', async () => {
    const { piece } = await store(paper());
    const other = await storeReport(clients.db);
    const elsewhere = clients.db.transaction((tx) => evidenceForAnswer(tx, other.id, [piece.id]));
    await expect(elsewhere).rejects.toMatchObject({ code: 'evidence_unknown', status: 422 });
    await answerWith(piece.id);
    const again = clients.db.transaction((tx) => evidenceForAnswer(tx, reportId, [piece.id]));
    await expect(again).rejects.toMatchObject({ code: 'evidence_unknown' });
    expect(await removeEvidence(piece, deps)).toBe(false);
    expect(await files()).toEqual([piece.storageKey]);
  });
});

async function answerWith(evidenceId: number): Promise<void> {
  const [answer] = await clients.db
    .insert(answers)
    .values({
      ...{ reportId, round: 1, agencyCode: 'ubnd-00199', text: 'Đã vá.', verdict: {} },
      ...{ givenBy: '7', givenAt: NOW },
    })
    .returning();
  await clients.db
    .update(evidence)
    .set({ answerId: answer?.id ?? null })
    .where(eq(evidence.id, evidenceId));
}
