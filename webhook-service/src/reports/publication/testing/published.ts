import { eq } from 'drizzle-orm';
import type { Db } from '../../../../../db/client.ts';
import { citizens, reports } from '../../../../../db/schema/index.ts';
import { giveConsent } from '../../../rights/consents.ts';
import { lockReports, type Report } from '../../report.ts';
import { settlePublication } from '../settle.ts';

/** A person agrees to publication, as in the Mini App. */
export async function agreeToPublish(db: Db, citizenId: number, at = new Date()): Promise<void> {
  await db.transaction((tx) =>
    giveConsent(tx, { citizenId, purpose: 'publish', language: 'vi', source: 'miniapp', at }),
  );
}

/** The reporter of this report agrees and chooses to publish it. @returns it as it is then. */
export async function choosePublic(db: Db, code: string, at = new Date()): Promise<Report> {
  const [found] = await db.select().from(reports).where(eq(reports.code, code));
  if (!found) throw new Error(`no report ${code}`);
  const [citizen] = await db.select().from(citizens).where(eq(citizens.id, found.citizenId));
  if (!citizen) throw new Error('a report without its citizen');
  await agreeToPublish(db, citizen.id, at);
  return db.transaction(async (tx) => {
    const [chosen] = await tx.update(reports).set({ publish: true }).where(eq(reports.id, found.id)).returning();
    const locked = (await lockReports(tx, [found.id])).get(found.id);
    return settlePublication(tx, locked ?? chosen ?? found, at);
  });
}
