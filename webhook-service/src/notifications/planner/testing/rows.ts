import { randomBytes, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db } from '../../../../../db/client.ts';
import { citizens, messageCosts, outboxMessages, reports } from '../../../../../db/schema/index.ts';
import type { CitizenRow, OutboxRow } from '../facts.ts';
import type { Channel } from '../plan.ts';
import { noon } from './facts.ts';

/** Rows as the service writes them, by what matters to a test. */
export function rowsIn(db: Db) {
  return {
    async citizen(values: Partial<typeof citizens.$inferInsert> = {}): Promise<CitizenRow> {
      const oaUserId = BigInt(`0x${randomBytes(7).toString('hex')}`).toString();
      return one(
        await db
          .insert(citizens)
          .values({ oaUserId, ...values })
          .returning(),
      );
    },
    async report(citizenId: number, values: Partial<typeof reports.$inferInsert> = {}) {
      const code = `HN-${randomBytes(4).toString('hex').toUpperCase()}`;
      return one(
        await db
          .insert(reports)
          .values({
            ...{ code, citizenId, state: 'dispatched', channel: 'chat', text: 'Ổ gà giữa đường' },
            ...{ priorityClass: 'normal', agencyCode: 'ubnd-00199', categoryCode: 'GT-01' },
            ...{ receivedAt: noon, acceptDueAt: noon, policyVersion: 'test' },
            ...values,
          })
          .returning(),
      );
    },
    async message(citizenId: number, values: Partial<typeof outboxMessages.$inferInsert> = {}): Promise<OutboxRow> {
      return one(
        await db
          .insert(outboxMessages)
          .values({
            ...{ citizenId, kind: 'answered', text: 'UBND phường Láng đã trả lời: đã vá ổ gà.' },
            ...{ idempotencyKey: randomUUID(), nextAttemptAt: noon, createdAt: noon },
            ...values,
          })
          .returning(),
      );
    },
    async messageNow(id: number): Promise<OutboxRow> {
      return one(await db.select().from(outboxMessages).where(eq(outboxMessages.id, id)));
    },
    async cost(message: OutboxRow, cost: { channel: Channel; dong: number; day?: string; agencyCode?: string | null }) {
      await db.insert(messageCosts).values({
        ...{ messageId: message.id, citizenId: message.citizenId, day: '2026-10-05', agencyCode: null, state: 'spent' },
        ...cost,
        at: noon,
      });
    },
  };
}

function one<Row>([row]: Row[]): Row {
  if (!row) throw new Error('no such row');
  return row;
}
