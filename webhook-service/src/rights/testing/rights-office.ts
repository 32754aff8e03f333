import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { connectDatabase, type DatabaseClients, type Db } from '../../../../db/client.ts';
import { privacyRequests, reports } from '../../../../db/schema/index.ts';
import { createTestDatabase } from '../../../../scripts/testing/database.ts';
import { createDiskStore } from '../../media/disk-store.ts';
import type { MediaStore } from '../../media/store.ts';
import { TryAgainIn } from '../../queues/handlers.ts';
import { type Order, perform } from '../../reports/perform/perform.ts';
import { createSetting } from '../../reports/perform/setting.ts';
import { lockReports, type Report } from '../../reports/report.ts';
import type { RightsDeps } from '../perform-request.ts';
import { performPrivacyRequest } from '../perform-request.ts';

/** A database with the media beside it, and a clock in the test's hands. */
export interface RightsOffice {
  database: DatabaseClients;
  db: Db;
  store: MediaStore;
  deps: RightsDeps;
  clock: { now: Date };
  /** Gives a command to a report, as everywhere. */
  order(code: string, given: Order): Promise<Report>;
  /** Does a request to its end, as its job would, however often it asks to be called again. */
  performs(requestId: number, times?: number): Promise<void>;
  requestOf(citizenId: number, kind?: string): Promise<typeof privacyRequests.$inferSelect>;
  stop(): Promise<void>;
}

export async function openRightsOffice(start = new Date('2026-10-05T03:00:00Z')): Promise<RightsOffice> {
  const own = await createTestDatabase();
  const database = connectDatabase(own.url, { max: 4 });
  const { db } = database;
  const mediaDir = await mkdtemp(join(tmpdir(), 'media-'));
  const store = createDiskStore(mediaDir);
  const clock = { now: start };
  const now = () => clock.now;
  const deps: RightsDeps = {
    ...{ db, store, now, setting: createSetting(now), publicUrl: 'https://phananh.test' },
    leaveChat: async () => {},
  };
  return {
    ...{ database, db, store, deps, clock },
    order: (code, given) =>
      db.transaction(async (tx) => {
        const [found] = await tx.select().from(reports).where(eq(reports.code, code));
        const report = (await lockReports(tx, [found?.id ?? 0])).get(found?.id ?? 0);
        if (!report) throw new Error(`no report ${code}`);
        return perform(tx, report, given, now(), deps);
      }),
    performs: async (requestId, times = 50) => {
      for (let left = times; left > 0; left--) {
        try {
          return await performPrivacyRequest(requestId, deps);
        } catch (error) {
          if (!(error instanceof TryAgainIn) || left === 1) throw error;
        }
      }
    },
    requestOf: async (citizenId, kind = 'erase') => {
      const rows = await db.select().from(privacyRequests).where(eq(privacyRequests.citizenId, citizenId));
      const found = rows.find((row) => row.kind === kind);
      if (!found) throw new Error(`no request ${kind}`);
      return found;
    },
    stop: async () => {
      await database.close();
      await own.drop();
      await rm(mediaDir, { recursive: true, force: true });
    },
  };
}
