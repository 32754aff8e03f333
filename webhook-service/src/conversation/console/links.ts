import { eq } from 'drizzle-orm';
import type { Db } from '../../../../db/client.ts';
import { consoleAccounts, linkCodes, staffChats } from '../../../../db/schema/index.ts';

export interface StaffLinks {
  accounts: { adminId: string; linkedAt: Date | null; lastSeenAt: Date }[];
  chat: { linkedAt: Date } | null;
}

/** What an official has linked to their account. */
export async function linksOf(db: Db, staffId: number): Promise<StaffLinks> {
  const accounts = await db.select().from(consoleAccounts).where(eq(consoleAccounts.staffId, staffId));
  const [chat] = await db.select().from(staffChats).where(eq(staffChats.staffId, staffId));
  return {
    accounts: accounts.map(({ adminId, linkedAt, lastSeenAt }) => ({ adminId, linkedAt, lastSeenAt })),
    chat: chat ? { linkedAt: chat.linkedAt } : null,
  };
}

/** Undoes all of it, and the code that is under way: a lost phone or account does nothing in their name any more. */
export async function unlinkAll(db: Db, staffId: number): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.delete(linkCodes).where(eq(linkCodes.staffId, staffId));
    await tx.delete(staffChats).where(eq(staffChats.staffId, staffId));
    await tx.update(consoleAccounts).set({ staffId: null, linkedAt: null }).where(eq(consoleAccounts.staffId, staffId));
  });
}
