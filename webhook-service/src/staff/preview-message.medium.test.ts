import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outboxMessages } from '../../../db/schema/index.ts';
import type { ReportState } from '../reports/lifecycle/states.ts';
import type { TextPurpose } from '../reports/standard-texts/purposes.ts';
import { type Desk, type Headers, LANG, startDesk } from './testing/running-desk.ts';

let desk: Desk;
let handler: Headers;
let dispatcher: Headers;
beforeAll(async () => {
  desk = await startDesk();
  handler = await desk.member(['handler']);
  dispatcher = await desk.member(['dispatcher'], { agencies: null });
});
afterAll(() => desk?.stop());

async function preview(code: string, purpose: TextPurpose, given: Record<string, string>, headers = handler) {
  const query = new URLSearchParams({ purpose, ...given });
  return (await desk.get(`/api/staff/reports/${code}/preview?${query}`, headers)).body;
}

describe('the preview of a message', () => {
  test.each<[TextPurpose, ReportState, path: string, body: Record<string, unknown>, kind: string]>([
    ['askCitizen', 'in_progress', 'ask', { question: 'Xin cho biết ổ gà ở làn nào?' }, 'citizen_asked'],
    ['refuse', 'received', 'refuse', { reason: 'unclear', where: 'Công an phường Láng.' }, 'refused'],
  ])('%s is word for word what is sent then', async (purpose, state, path, body, kind) => {
    const report = await desk.report({ questionsAsked: 1, agencyCode: state === 'received' ? null : LANG }, state);
    const headers = state === 'received' ? dispatcher : handler;
    const text = String(body.question ?? body.where);
    const shown = await preview(report.code, purpose, { text }, headers);
    const given = await desk.post(`/api/staff/reports/${report.code}/${path}`, body, headers);
    expect([given.status, given.body.detail]).toEqual([200, undefined]);
    const [sent] = await desk.db
      .select()
      .from(outboxMessages)
      .where(and(eq(outboxMessages.reportId, report.id), eq(outboxMessages.kind, kind)));
    expect(shown.message).toBe(sent?.text);
  });

  test.each<[TextPurpose, Record<string, string>, RegExp]>([
    ['answer', { text: 'Đã vá xong.' }, /Đã vá xong\..*\/tra-cuu\/HN-/s],
    ['extend', { text: 'Chờ vật tư' }, /chưa xong vì chờ vật tư/],
    ['handOver', { text: 'Do thành phố quản lý', otherAgency: 'Sở Xây dựng' }, /Sở Xây dựng/],
    ['escalate', { text: 'Đề nghị cấp kinh phí', superior: 'UBND thành phố' }, /UBND thành phố/],
    ['refuse', { text: 'Gửi tại đây.', reason: 'spam' }, /quảng cáo.*Gửi tại đây/s],
    ['accept', { text: 'Đơn vị nhận xử lý.' }, /^$/],
  ])('%s tells the citizen what the command will', async (purpose, given, message) => {
    const report = await desk.report({}, 'in_progress');
    const shown = await preview(report.code, purpose, given);
    expect(shown.message).toMatch(message);
    if (shown.message) expect(shown.message).toContain(report.code);
  });
});
