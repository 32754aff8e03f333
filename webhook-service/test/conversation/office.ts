import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { evidence, reports } from '../../../db/schema/index.ts';
import type { ReportCommand } from '../../src/reports/lifecycle/commands.ts';
import type { Actor } from '../../src/reports/lifecycle/roles.ts';
import { type Order, perform } from '../../src/reports/perform/perform.ts';
import { createSetting } from '../../src/reports/perform/setting.ts';
import { lockReports, type Report } from '../../src/reports/report.ts';
import type { City } from '../city.ts';

const leader: Actor = { kind: 'staff', role: 'leader', id: '42' };
const dispatcher: Actor = { kind: 'staff', role: 'dispatcher', id: '7' };

/** What officials do to a report, through the lifecycle and its gate, so that the citizen is told by the service itself. */
export interface Office {
  report(code: string): Promise<Report>;
  does(code: string, command: ReportCommand): Promise<Report>;
  accepts(code: string): Promise<Report>;
  asks(code: string, question: string): Promise<Report>;
  /** Accepts it when nobody has, and answers with a photo. */
  answers(code: string): Promise<Report>;
  refuses(code: string): Promise<Report>;
  merges(code: string, into: string): Promise<Report>;
}

export function officeOf(city: City): Office {
  const { db } = city.database;
  const find = async (code: string): Promise<Report> => {
    const [report] = await db.select().from(reports).where(eq(reports.code, code));
    if (!report) throw new Error(`no report ${code}`);
    return report;
  };
  const give = async (code: string, order: Order): Promise<Report> => {
    const { id } = await find(code);
    return db.transaction(async (tx) => {
      const report = (await lockReports(tx, [id])).get(id);
      if (!report) throw new Error(`no report ${code}`);
      const deps = { setting: createSetting(() => new Date()), publicUrl: city.url };
      return perform(tx, report, order, new Date(), deps);
    });
  };
  const does = (code: string, command: ReportCommand) => give(code, { command, actor: leader });
  return {
    report: find,
    does,
    accepts: (code) => does(code, { type: 'accept' }),
    asks: async (code, question) => {
      if ((await find(code)).state === 'dispatched') await does(code, { type: 'accept' });
      return does(code, { type: 'askCitizen', question });
    },
    answers: async (code) => {
      const report = await find(code);
      if (report.state === 'dispatched') await does(code, { type: 'accept' });
      const sha256 = randomBytes(32).toString('hex');
      const [piece] = await db
        .insert(evidence)
        .values({
          ...{
            reportId: report.id,
            kind: 'photo',
            storageKey: `after-${sha256.slice(0, 20)}`,
            mediaType: 'image/jpeg',
          },
          ...{ width: 640, height: 480, bytes: 90_000, sha256, uploadedBy: '42', uploadedAt: new Date() },
        })
        .returning();
      const proof = { id: piece?.id ?? 0, kind: 'photo' as const, sha256, fingerprint: null };
      return does(code, { type: 'answer', answer: { text: answerText(report), evidence: [proof] } });
    },
    refuses: (code) => give(code, { command: { type: 'refuse', reason: 'civil_dispute' }, actor: dispatcher }),
    merges: async (code, into) =>
      give(code, { command: { type: 'merge' }, actor: dispatcher, mergeIntoId: (await find(into)).id }),
  };
}

/** Who, what and when; each in other words than the last, or it would be a copy. */
function answerText({ id, round }: Report): string {
  const day = new Intl.DateTimeFormat('vi', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'Asia/Ho_Chi_Minh',
  });
  const at = day.format(new Date());
  if (round > 1)
    return `Chiều ${at}, đội quản lý đường bộ quay lại đào bỏ lớp cũ dài ${round * 3} m, thảm nhựa mới và cùng tổ dân phố số ${id + round} nghiệm thu tại chỗ.`;
  return `Sáng ${at}, tổ hạ tầng phường đã vá ổ gà trước số ${10 + id} ngõ ${id * 7} bằng ${id} m² bê tông nhựa, mặt đường bằng phẳng trở lại.`;
}
