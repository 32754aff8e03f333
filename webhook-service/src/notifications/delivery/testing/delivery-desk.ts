import { eq } from 'drizzle-orm';
import { connectDatabase } from '../../../../../db/client.ts';
import { citizens, outboxMessages } from '../../../../../db/schema/index.ts';
import type { MessageExtras } from '../../../../../db/schema/message-extras.ts';
import { TryAgainIn } from '../../../queues/handlers.ts';
import { refusal } from '../../../zalo/call-failure.ts';
import { classifyMiniAppError, classifyZaloError, classifyZnsError } from '../../../zalo/error-classes.ts';
import { deliverTo } from '../../deliver.ts';
import { putMessage } from '../../outbox.ts';
import { reserveCost, settleCost } from '../../planner/costs.ts';
import type { Channel, Plan } from '../../planner/plan.ts';
import type { DeliveryDeps, DeliveryOutcome } from '../deps.ts';

type Zalo = DeliveryDeps['zalo'];

export const lost = { ok: false, outcome: 'unknown', why: 'timeout' } as const;
export const accepted = (messageId: string) =>
  ({ ok: true, messageId, sentAt: new Date(0), quotaType: 'reply' }) as const;
export const refusedByOa = (code: number) => refusal(classifyZaloError, code, '');
export const refusedByPhone = (code: number) => refusal(classifyZnsError, code, '');
export const refusedByMiniApp = (code: number) => refusal(classifyMiniAppError, code, '');

/** Delivery on a real database, with a clock to turn and a Zalo that answers what the test tells it and notes every call. */
export function openDeliveryDesk(database: { url: string; drop(): Promise<void> }) {
  const clients = connectDatabase(database.url, { max: 6 });
  const { db, sql } = clients;
  let now = new Date('2026-10-05T02:00:00Z');
  let ids = 0;
  const calls: [name: string, ...args: unknown[]][] = [];
  const observed: DeliveryOutcome[] = [];
  const desk = { channel: 'cs' as Channel, dong: 0, plan: null as Plan | null };

  let sends = 0;
  const script: Partial<Record<string, (...args: never[]) => unknown>> = {};
  const call =
    (name: string, otherwise: () => unknown) =>
    async (...args: unknown[]): Promise<never> => {
      calls.push([name, ...args]);
      const told = script[name];
      return (told ? await told(...(args as never[])) : otherwise()) as never;
    };
  const send = () => accepted(`zalo-${++sends}`);
  const zalo: Zalo = {
    sendText: call('sendText', send),
    sendAnonymous: call('sendAnonymous', send),
    sendTemplate: call('sendTemplate', send),
    react: call('react', () => ({ ok: true })),
    uploadImage: call('uploadImage', () => ({ ok: true, attachmentId: 'att-1' })),
    getConversation: call('getConversation', () => ({ ok: true, messages: [] })),
    lastInteraction: call('lastInteraction', () => ({ ok: true, at: null })),
  };
  const steps = () => [{ channel: desk.channel, verdict: 'chosen' as const, why: 'test' }];
  const deps: DeliveryDeps = {
    db,
    zalo,
    zns: { send: call('zns', send) },
    miniapp: { notify: call('notify', () => ({ ok: true })) },
    planner: {
      plan: async (_message, citizen): Promise<Plan> => {
        if (desk.plan) return desk.plan;
        const open = citizen.lastInteractionAt && now.getTime() - citizen.lastInteractionAt.getTime() < 48 * 3_600_000;
        if (citizen.blockedAt || !open) return { do: 'hold', why: 'window_closed', steps: steps() };
        if (citizen.unreachableUntil && citizen.unreachableUntil > now) {
          return { do: 'wait', until: citizen.unreachableUntil, why: 'unreachable', steps: steps() };
        }
        const { channel, dong } = desk;
        const template = { templateId: '418273', data: { ma: 'HN-7K4M2Q' } };
        return channel === 'miniapp' || channel === 'uid' || channel === 'zns'
          ? { do: 'send', channel, dong, template, steps: steps() }
          : { do: 'send', channel, dong, steps: steps() };
      },
      reserve: (tx, cost) => reserveCost(tx, { ...cost, now }, { paidDongPerDay: 1_000, paidPerPersonPerDay: 9 }),
      settle: (tx, id, outcome) => settleCost(tx, id, outcome, now),
    },
    budget: { take: async () => 0 },
    phoneOf: () => '84900000001',
    pictureOf: async () => Buffer.from('jpeg'),
    now: () => now,
    echoWaitMs: 5_000,
    claimTimeoutMs: 90_000,
    observe: (outcome) => observed.push(outcome),
  };

  return {
    db,
    sql,
    deps,
    desk,
    calls,
    observed,
    /** What the named call answers from now on. */
    tell: (name: string, answer: unknown) => {
      script[name] = typeof answer === 'function' ? (answer as () => unknown) : () => answer;
    },
    now: () => now,
    pass: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
    called: (name: string) => calls.filter(([called]) => called === name),
    citizen: async (over: Partial<typeof citizens.$inferInsert> = {}): Promise<number> => {
      const [row] = await db
        .insert(citizens)
        .values({ oaUserId: String(817_026 + ++ids), userIdByApp: String(ids), lastInteractionAt: now, ...over })
        .returning({ id: citizens.id });
      return row?.id ?? 0;
    },
    put: async (
      citizenId: number,
      text: string,
      over: { kind?: string; extras?: MessageExtras } = {},
    ): Promise<number> => {
      const idempotencyKey = `${citizenId}:${text}`;
      await db.transaction((tx) =>
        putMessage(tx, { citizenId, kind: over.kind ?? 'received', text, idempotencyKey, now, ...over }),
      );
      const [row] = await db.select().from(outboxMessages).where(eq(outboxMessages.idempotencyKey, idempotencyKey));
      return row?.id ?? 0;
    },
    message: async (id: number) => {
      const [row] = await db.select().from(outboxMessages).where(eq(outboxMessages.id, id));
      if (!row) throw new Error('no such message');
      return row;
    },
    person: async (id: number) => {
      const [row] = await db.select().from(citizens).where(eq(citizens.id, id));
      if (!row) throw new Error('no such citizen');
      return row;
    },
    /** Runs the job of a citizen. @returns how long it wants to wait, null when it is done. */
    deliver: async (citizenId: number): Promise<number | null> => {
      try {
        await deliverTo(citizenId, deps);
        return null;
      } catch (error) {
        if (error instanceof TryAgainIn) return error.ms;
        throw error;
      }
    },
    incidents: async () =>
      (
        await sql<
          { kind: string; key: string }[]
        >`select kind, key from incidents where resolved_at is null order by id`
      ).map(({ kind, key }) => `${kind}: ${key}`),
    pauses: async () =>
      await sql<{ scope: string; times: number; seconds: number }[]>`
        select scope, times, extract(epoch from until - ${now.toISOString()}::timestamptz)::int as seconds from channel_pauses order by scope`,
    costs: async (messageId: number) =>
      (await sql<{ state: string }[]>`select state from message_costs where message_id = ${messageId} order by id`).map(
        ({ state }) => state,
      ),
    close: async () => {
      await clients.close();
      await database.drop();
    },
  };
}

export type DeliveryDesk = ReturnType<typeof openDeliveryDesk>;
