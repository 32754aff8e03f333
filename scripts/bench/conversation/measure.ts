import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import type { simulatorControl } from '../../zalo-simulator/control-client.ts';
import type { Child } from '../common/child.ts';
import { type Connection, openConnection } from '../common/connection.ts';
import { number, percentile, table } from '../common/figures.ts';
import type { Talk } from './talk.ts';

export interface Figures {
  /** Question → answer, ms, ascending. */
  questions: number[];
  /** Last part of a report → acknowledgement, ms, ascending; the quiet window taken off. */
  reports: number[];
  /** Webhook call → its 200, ms, ascending. */
  taken: number[];
  unanswered: number;
  cpu: string;
}

const ANSWERED_WITHIN_MS = 180_000;

/** Sends the talk at a fixed rate, waits for the first word to everybody, and reads from the phones when it came. */
export async function playTalk(options: {
  zalo: ReturnType<typeof simulatorControl>;
  talk: Talk;
  port: number;
  perSecond: number;
  quietMs: number;
  cpu: readonly Child[];
}): Promise<Figures> {
  const { zalo, talk, port, perSecond, quietMs, cpu } = options;
  const before = cpu.map((child) => child.cpuMs());
  const begun = Date.now();
  const sent = await send(talk, port, perSecond);
  const took = Date.now() - begun;
  const used = cpu.map(
    (child, index) => `${child.name} ${number(((child.cpuMs() - (before[index] ?? 0)) * 100) / took)} %`,
  );
  const waiting = new Map<string, number[]>();
  for (const { citizenId, at } of sent.asked) waiting.set(citizenId, [...(waiting.get(citizenId) ?? []), at]);
  const questions: number[] = [];
  const reports: number[] = [];
  let unanswered = 0;
  const deadline = Date.now() + ANSWERED_WITHIN_MS;
  for (const [citizenId, times] of waiting) {
    const answers = await firstAnswers(zalo, citizenId, times, deadline);
    unanswered += answers.filter((answer) => answer === null).length;
    questions.push(...answers.filter((answer) => answer !== null));
  }
  for (const { citizenId, at } of sent.finished) {
    const [answer = null] = await firstAnswers(zalo, citizenId, [at], deadline);
    if (answer === null) unanswered += 1;
    else reports.push(Math.max(0, answer - quietMs));
  }
  const ascending = (list: number[]) => list.sort((a, b) => a - b);
  return {
    questions: ascending(questions),
    reports: ascending(reports),
    taken: ascending(sent.taken),
    unanswered,
    cpu: used.join(', '),
  };
}

interface Sent {
  asked: { citizenId: string; at: number }[];
  finished: { citizenId: string; at: number }[];
  taken: number[];
}

async function send(talk: Talk, port: number, perSecond: number): Promise<Sent> {
  const sent: Sent = { asked: [], finished: [], taken: [] };
  // Opened when needed: a server tells a connection that stays silent to go away.
  const free: Connection[] = [];
  const begun = Date.now();
  await Promise.all(
    talk.pieces.map(async ({ citizenId, request, role }, index) => {
      const due = begun + (index * 1_000) / perSecond;
      await sleep(Math.max(0, due - Date.now()));
      const connection = free.pop() ?? (await openConnection(port));
      const status = await connection.send(request());
      free.push(connection);
      if (status !== 200) throw new Error(`an event was answered with ${status}`);
      sent.taken.push(Date.now() - due);
      if (role === 'question') sent.asked.push({ citizenId, at: due });
      if (role === 'last part') sent.finished.push({ citizenId, at: due });
    }),
  );
  for (const connection of free) connection.close();
  return sent;
}

/** How long after each moment the first message of the OA came that no earlier moment has claimed. */
async function firstAnswers(
  zalo: ReturnType<typeof simulatorControl>,
  citizenId: string,
  times: readonly number[],
  deadline: number,
): Promise<(number | null)[]> {
  for (;;) {
    const messages = (await zalo.messages(citizenId)).filter(({ from }) => from === 'app').map(({ at }) => at);
    const free = messages.sort((a, b) => a - b);
    const answers = times.map((time) => {
      const index = free.findIndex((at) => at >= time);
      const [at = null] = index < 0 ? [] : free.splice(index, 1);
      return at === null ? null : at - time;
    });
    if (!answers.includes(null) || Date.now() > deadline) return answers;
    await sleep(200);
  }
}

/** Waits until nothing is left to do; answers how long that took, ms, or null when it did not happen in three minutes. */
export async function drained(databaseUrl: string): Promise<number | null> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  const begun = Date.now();
  try {
    while (Date.now() - begun < 180_000) {
      const [open] = await sql<{ count: number }[]>`
        select (select count(*)::int from inbox_events where finished_at is null)
             + (select count(*)::int from jobs where finished_at is null and failed_at is null and run_at < now())
             + (select count(*)::int from outbox_messages where state in ('queued', 'sending', 'unsure')) as count`;
      if (open?.count === 0) return Date.now() - begun;
      await sleep(200);
    }
    return null;
  } finally {
    await sql.end();
  }
}

export function printed(options: {
  perSecond: number;
  figures: Figures;
  bare: Figures | undefined;
  emptyAfter: number | null;
}): string {
  const { perSecond, figures, bare, emptyAfter } = options;
  const row = (what: string, list: readonly number[]): string[] => [
    what,
    String(list.length),
    number(percentile(list, 0.5)),
    number(percentile(list, 0.99)),
    number(percentile(list, 1)),
    bare ? `×${number(percentile(list, 0.5) / percentile(bare.reports, 0.5), 1)}` : '–',
  ];
  return [
    `${perSecond} sự kiện/s`,
    table([
      ['ms', 'số lần', 'p50', 'p99', 'chậm nhất', 'so với bot trần (p50)'],
      row('hỏi tiến độ → trả lời', figures.questions),
      row('gửi xong → có mã (trừ cửa sổ gom tin)', figures.reports),
      ...(bare ? [row('bot trần: tin → trả lời', bare.reports)] : []),
      row('webhook → 200', figures.taken),
    ]),
    `CPU trong lúc gửi: ${figures.cpu}; chưa được trả lời: ${figures.unanswered}; hàng đợi trống sau ${emptyAfter === null ? 'hơn 180' : number(emptyAfter / 1_000, 1)} s\n`,
  ].join('\n');
}
