import { eq } from 'drizzle-orm';
import { citizens, reports } from '../../../../db/schema/index.ts';
import { type RunningApp, startApp } from '../../public/testing/running-app.ts';
import { handle, order, seedAnswer, seedReport } from '../../public/testing/seed-report.ts';
import { type MiniApp, openMiniApp } from './mini-app.ts';

export const LANG = 'ubnd-00199';
/** Well formed, and nobody's. */
export const UNUSED = 'HN-7K3MR4T5';
export const dispatcher = { kind: 'staff', role: 'dispatcher', id: '5' } as const;

interface Sent {
  agencyCode?: string;
  categoryCode?: string;
}

/** The service with two citizens who have the Mini App open, and what officials do to their reports. */
export interface CitizenCity {
  running: RunningApp;
  me: MiniApp;
  stranger: MiniApp;
  someone(oaUserId: string): Promise<MiniApp>;
  /** @returns the code of a new report of mine, of the stranger's. */
  mine(sent?: Sent): Promise<string>;
  theirs(sent?: Sent): Promise<string>;
  /** Accepted and answered, with a photo and a document. */
  answered(code: string): Promise<{ photo: number; document: number }>;
  idOf(code: string): Promise<number>;
  /** Joins one report to another as a dispatcher does. */
  merge(code: string, into: string): Promise<unknown>;
}

export async function startCitizenCity(): Promise<CitizenCity> {
  const running = await startApp(() => new Date());
  const { db, media } = running;
  const someone = async (oaUserId: string): Promise<MiniApp> => {
    const [row] = await db.insert(citizens).values({ oaUserId }).returning();
    return openMiniApp(running, row?.id ?? 0);
  };
  const idOf = async (code: string): Promise<number> => {
    const [row] = await db.select().from(reports).where(eq(reports.code, code));
    return row?.id ?? 0;
  };
  return {
    running,
    me: await someone('me'),
    stranger: await someone('stranger'),
    someone,
    mine: (sent = {}) => seedReport(db, { oaUserId: 'me', ...sent }),
    theirs: (sent = {}) => seedReport(db, { oaUserId: 'stranger', ...sent }),
    answered: async (code) => {
      await handle(db, code, { type: 'accept' });
      return seedAnswer(db, code, media);
    },
    idOf,
    merge: async (code, into) =>
      order(db, code, { command: { type: 'merge' }, actor: dispatcher, mergeIntoId: await idOf(into) }),
  };
}
