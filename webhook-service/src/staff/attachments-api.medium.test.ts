import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attachments, drafts, inboxEvents, jobs } from '../../../db/schema/index.ts';
import { beginSession } from '../citizen/sessions.ts';
import { createDiskStore } from '../media/disk-store.ts';
import { enqueue } from '../queues/enqueue.ts';
import type { Report } from '../reports/report.ts';
import { type Desk, type Headers, startDesk } from './testing/running-desk.ts';

const AMR = Buffer.from('#!AMR\n....');
const PDF = Buffer.from('%PDF-1.7\n<script>alert(1)</script>');

let desk: Desk;
let handler: Headers;
let elsewhere: Headers;
let report: Report;
beforeAll(async () => {
  desk = await startDesk();
  handler = await desk.member(['handler']);
  elsewhere = await desk.member(['handler'], { agencies: ['ubnd-00004'] });
  report = await desk.report({}, 'in_progress');
});
afterAll(() => desk?.stop());

let sent = 0;
async function attach(values: Partial<typeof attachments.$inferInsert>, bytes?: Buffer): Promise<number> {
  const { db } = desk;
  const times = { openedAt: desk.now(), lastEventAt: desk.now(), quietUntil: desk.now() };
  const content = { texts: [], photos: 0, asked: [] };
  const [draft] = await db
    .insert(drafts)
    .values({ citizenId: report.citizenId, state: 'reported', content, ...times })
    .returning();
  const event = { dedupeKey: `sent-${++sent}`, eventName: 'user_send_file', eventAt: desk.now(), body: '{}' };
  const [row] = await db.insert(inboxEvents).values(event).returning();
  const [made] = await db
    .insert(attachments)
    .values({
      ...{ inboxEventId: row?.id ?? 0, position: 0, draftId: draft?.id ?? 0, reportId: report.id },
      ...{
        kind: 'file' as const,
        sourceUrl: 'https://file-dl.zdn.vn/x',
        sentAt: new Date(desk.now().getTime() + sent),
      },
      ...values,
    })
    .returning();
  if (bytes && values.storageKey) await createDiskStore(desk.mediaDir).put(values.storageKey, bytes);
  return made?.id ?? 0;
}

const pdf = { state: 'stored', name: 'Đơn (1).PDF.exe', storageKey: 'attachment-9001.pdf', bytes: PDF.length } as const;
const listed = async (headers = handler) => desk.get(`/api/staff/reports/${report.code}/attachments`, headers);
const fetched = (id: number, headers = handler, code = report.code) =>
  desk.app.inject({ method: 'GET', url: `/api/staff/reports/${code}/attachments/${id}`, headers });

/** A citizen with the Mini App open. */
async function miniAppOf(citizenId: number) {
  const { token } = await beginSession(desk.db, citizenId, desk.now());
  const headers = { authorization: `Bearer ${token}` };
  return (path: string) => desk.app.inject({ method: 'GET', url: `/api/citizen${path}`, headers });
}

describe('what citizens send besides photos', () => {
  test('is listed with the report, and what is missing says why', async () => {
    const voice = await attach(
      { kind: 'voice', state: 'stored', storageKey: 'attachment-9000.amr', mediaType: 'audio/amr', bytes: AMR.length },
      AMR,
    );
    const refused = await attach({ state: 'refused', refusal: 'macros', name: 'bảng.xlsm' });
    const stuck = await attach({ kind: 'video' });
    const onItsWay = await attach({ kind: 'video' });
    await desk.db.transaction(async (tx) => {
      for (const id of [stuck, onItsWay])
        await enqueue(tx, 'media.keep', { attachmentId: id }, { key: `attachment-${id}`, runAt: desk.now() });
    });
    const key = eq(jobs.key, `media.keep:attachment-${stuck}`);
    await desk.db.update(jobs).set({ failedAt: desk.now() }).where(and(key));
    const { body } = await listed();
    const url = `/api/staff/reports/${report.code}/attachments/${voice}`;
    expect(body.items).toMatchObject([
      { id: voice, kind: 'voice', state: 'stored', problem: null, mediaType: 'audio/amr', bytes: AMR.length, url },
      { id: refused, name: 'bảng.xlsm', state: 'refused', problem: 'Không nhận văn bản có chứa macro.', url: null },
      { id: stuck, state: 'failed', problem: 'Chưa tải được tệp từ Zalo sau nhiều lần thử.' },
      { id: onItsWay, state: 'pending', problem: null },
    ]);
    const detail = await desk.get(`/api/staff/reports/${report.code}`, handler);
    expect(detail.body.attachments).toEqual(body.items);
  });

  test('plays when it is sound, and is only ever saved when it is paper', async () => {
    const voice = await attach(
      { kind: 'voice', state: 'stored', storageKey: 'attachment-9002.amr', mediaType: 'audio/amr', bytes: AMR.length },
      AMR,
    );
    const heard = await fetched(voice);
    expect(heard.rawPayload.equals(AMR)).toBe(true);
    expect(heard.headers).toMatchObject({
      'content-type': 'audio/amr',
      'content-disposition': `inline; filename="tin-thoai-${voice}.amr"`,
    });
    const paper = await attach({ ...pdf, mediaType: 'application/pdf' }, PDF);
    const { headers, rawPayload } = await fetched(paper);
    expect(rawPayload.equals(PDF)).toBe(true);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="tep-${paper}.pdf"; filename*=UTF-8''%C4%90%C6%A1n%20%281%29.PDF.exe.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, max-age=3600',
    });
  });

  test('is there for nobody who may not see the report, nor under another report', async () => {
    const paper = await attach({ ...pdf, mediaType: 'application/pdf' }, PDF);
    expect((await listed(elsewhere)).status).toBe(404);
    expect((await fetched(paper, elsewhere)).statusCode).toBe(404);
    const other = await desk.report({}, 'in_progress');
    expect((await fetched(paper, handler, other.code)).json().code).toBe('attachment_not_found');
    expect((await fetched(await attach({ kind: 'voice' }))).statusCode).toBe(404);
    expect(
      (await desk.app.inject({ method: 'GET', url: `/api/staff/reports/${report.code}/attachments` })).statusCode,
    ).toBe(401);
  });

  test('comes back to its sender, and to no other citizen', async () => {
    const paper = await attach({ ...pdf, mediaType: 'application/pdf' }, PDF);
    const asSender = await miniAppOf(report.citizenId);
    const answer = await asSender(`/attachments/${paper}`);
    expect([answer.statusCode, answer.headers['content-disposition']]).toEqual([
      200,
      expect.stringMatching(/^attachment/),
    ]);
    const { mine } = (await asSender(`/reports/${report.code}`)).json();
    expect(mine.attachments).toContainEqual(
      expect.objectContaining({ id: paper, state: 'stored', url: `/api/citizen/attachments/${paper}` }),
    );
    const asStranger = await miniAppOf((await desk.report()).citizenId);
    expect((await asStranger(`/attachments/${paper}`)).statusCode).toBe(404);
  });
});
