import { and, eq, gte, isNull, sum } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { incidents, webhookGaps } from '../../../../db/schema/index.ts';
import { raiseIncident, settleIncident } from '../../incidents/incidents.ts';
import { lastWebhookAt } from './watermark.ts';

type Gap = typeof webhookGaps.$inferSelect;

/** One open incident however long the outage and however many gaps it is repaired in. */
const KEY = { kind: 'webhook_gap', key: 'oa' };

/** What a person can do about it; Zalo ends deliveries by itself after two hours of failures (§1.4). */
const ADVICE: Readonly<Record<Gap['cause'], string>> = {
  silence:
    'Không có sự kiện nào từ Zalo. Kiểm tra máy chủ có nhận được yêu cầu từ ngoài không, rồi mở trang quản lý ứng dụng ' +
    'Zalo, mục Webhook, và bật lại các sự kiện: Zalo tự ngừng gửi sau khoảng hai giờ gửi không được.',
  missing:
    'Một số sự kiện không đến nơi và đã được đọc lại từ hội thoại. Nếu còn lặp lại, kiểm tra máy chủ có trả lời Zalo trong ' +
    'hai giây và mọi loại tin nhắn đã được bật trong mục Webhook của ứng dụng Zalo.',
};

/** Raises the incident when messages are certainly missing; the numbers are those known so far. */
export async function raiseGap(
  tx: Tx,
  gap: Pick<Gap, 'cause' | 'fromAt'>,
  { people, messages, now }: { people: number; messages: number; now: Date },
): Promise<void> {
  await raiseIncident(tx, { ...KEY, data: dataOf(gap, { people, messages }), now });
}

/** The numbers of everything repaired since the incident was opened; opens one when the gap was only a suspicion so far. */
export async function countGap(tx: Tx, gap: Gap, now: Date): Promise<void> {
  const [open] = await tx
    .select()
    .from(incidents)
    .where(and(eq(incidents.kind, KEY.kind), eq(incidents.key, KEY.key), isNull(incidents.resolvedAt)));
  if (!open) return raiseGap(tx, gap, { people: gap.people, messages: gap.messages, now });
  const [all] = await tx
    .select({ people: sum(webhookGaps.people), messages: sum(webhookGaps.messages) })
    .from(webhookGaps)
    .where(gte(webhookGaps.foundAt, open.firstAt));
  const counts = { people: Number(all?.people ?? 0), messages: Number(all?.messages ?? 0) };
  await tx
    .update(incidents)
    .set({ data: dataOf(gap, counts), lastAt: now })
    .where(eq(incidents.id, open.id));
}

/** Ends the incident once events have come by themselves since it was last seen. @returns whether it did. */
export async function settleWhenFlowing(tx: Tx, now: Date): Promise<boolean> {
  const [open] = await tx
    .select({ lastAt: incidents.lastAt })
    .from(incidents)
    .where(and(eq(incidents.kind, KEY.kind), eq(incidents.key, KEY.key), isNull(incidents.resolvedAt)));
  if (!open) return false;
  const last = await lastWebhookAt(tx);
  return last !== null && last > open.lastAt && settleIncident(tx, { ...KEY, now });
}

function dataOf(gap: Pick<Gap, 'cause' | 'fromAt'>, counts: { people: number; messages: number }) {
  return { cause: gap.cause, since: gap.fromAt.toISOString(), ...counts, advice: ADVICE[gap.cause] };
}
