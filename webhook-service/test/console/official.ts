import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { staffMembers } from '../../../db/schema/index.ts';
import { waitFor } from '../../../scripts/testing/wait-for.ts';
import type { StaffRole } from '../../src/reports/lifecycle/roles.ts';
import { newStaffToken, tokenHash } from '../../src/staff/token.ts';
import type { City } from '../city.ts';

/** An official who types in the OA console, and has a token for the desk and a Zalo account of their own. */
export interface Official {
  staffId: number;
  adminId: string;
  /** Types in the chat of a citizen. */
  types(citizenId: string, text: string, quoteId?: string): Promise<void>;
  sendsPhoto(citizenId: string, photoId: string, text?: string): Promise<void>;
  asks<Answer>(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: Answer }>;
  /** A fresh code of the desk. */
  linkCode(): Promise<string>;
  /** Links the console account by a code typed in the console. */
  linksAccount(citizenId: string): Promise<void>;
}

let accounts = 0;

export async function hire(
  city: City,
  { roles = ['handler'], agencies = null }: { roles?: StaffRole[]; agencies?: string[] | null } = {},
): Promise<Official> {
  accounts += 1;
  const adminId = `77000000000000${String(accounts).padStart(4, '0')}`;
  const token = newStaffToken(randomBytes);
  const [row] = await city.database.db
    .insert(staffMembers)
    .values({
      ...{ name: `Cán bộ ${accounts}`, roles, agencyCodes: agencies, tokenHash: tokenHash(token) },
      ...{ createdAt: new Date(), createdBy: 'test' },
    })
    .returning();
  const official: Official = {
    staffId: row?.id ?? 0,
    adminId,
    types: async (citizenId, text, quoteId) =>
      void (await city.zalo.console(citizenId, { act: 'text', text, adminId, ...(quoteId && { quoteId }) })),
    sendsPhoto: async (citizenId, photoId, text) =>
      void (await city.zalo.console(citizenId, { act: 'image', photoId, adminId, ...(text && { text }) })),
    asks: async (method, path, body) => {
      const response = await fetch(`${city.url}/api/staff${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text ? JSON.parse(text) : null };
    },
    linkCode: async () => {
      const { body } = await official.asks<{ code: string }>('POST', '/me/link-code');
      return body.code;
    },
    linksAccount: async (citizenId) => {
      await official.types(citizenId, `Liên kết ${await official.linkCode()}`);
      await waitFor(async () => (await accountOf(city, adminId)) === official.staffId, {
        what: 'the account to be linked',
      });
    },
  };
  return official;
}

/** Waits until everything Zalo sent is applied. */
export async function inboxEmpty(city: City): Promise<void> {
  await waitFor(
    async () => {
      await city.simulator.idle();
      const [row] = await city.database.db.execute<{ open: number }>(
        sql`select count(*)::int as open from inbox_events where finished_at is null and failed_at is null`,
      );
      return row?.open === 0;
    },
    { what: 'an empty inbox' },
  );
}

/** Ends the time in which an answer waits for its photos: everything that gathers is read now. */
async function windowPasses(city: City): Promise<void> {
  await inboxEmpty(city);
  await city.database.db.transaction(async (tx) => {
    await tx.execute(
      sql`update console_messages set settle_at = now() - interval '1 second' where state = 'gathering'`,
    );
    await tx.execute(sql`
      update jobs set run_at = now() - interval '1 second', version = version + 1, queued_at = null
      where name = 'console.settle' and finished_at is null and failed_at is null`);
  });
}

/** Waits until no console message gathers any more. */
export async function allRead(city: City): Promise<void> {
  await windowPasses(city);
  await waitFor(
    async () => {
      const [row] = await city.database.db.execute<{ open: number }>(
        sql`select count(*)::int as open from console_messages where state = 'gathering'`,
      );
      return row?.open === 0;
    },
    { what: 'every console message to be read', timeoutMs: 20_000 },
  );
}

/** Proof: an invented photo unlike any other, on the official's computer. */
export async function proofPhoto(city: City): Promise<string> {
  const cells = { width: 12, height: 9, channels: 3 as const };
  const picture = sharp(randomBytes(cells.width * cells.height * cells.channels), { raw: cells });
  return city.zalo.photo(await picture.resize(640, 480, { kernel: 'cubic' }).jpeg().toBuffer());
}

async function accountOf(city: City, adminId: string): Promise<number | null> {
  const [row] = await city.database.db.execute<{ staff: string | null }>(
    sql`select staff_id as staff from console_accounts where admin_id = ${adminId}`,
  );
  return row?.staff ? Number(row.staff) : null;
}
