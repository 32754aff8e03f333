import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Tx } from '../../../db/client.ts';
import { adminUnits, agencies } from '../../../db/schema/index.ts';
import { category } from '../../../db/seed/categories.ts';
import { AppError } from '../errors.ts';
import { refusalReasonCodes } from '../reports/lifecycle/refusal-reasons.ts';
import { registerAnswerApi } from './answer-api.ts';
import { type CommandDeps, commandRoute } from './give-command.ts';
import { Words } from './list-schemas.ts';
import { oneOf } from './schemas.ts';

const AgencyCode = Type.String({ maxLength: 40 });
const Reason = Words(1_000);

/** Everything staff do with a report, one route per command of the lifecycle. What is allowed when, its table says. */
export function registerCommandsApi(staff: FastifyInstance, deps: CommandDeps): void {
  commandRoute(staff, deps, {
    command: 'dispatch',
    summary: 'Chuyển phản ánh cho đơn vị xử lý',
    body: Type.Object({
      agencyCode: AgencyCode,
      categoryCode: Type.String({ maxLength: 10 }),
      wardCode: Type.Optional(Type.String({ maxLength: 5 })),
    }),
    silent: true,
    order: async (tx, { body, report }) => {
      const found = category(body.categoryCode);
      if (!found?.accepts) throw invalid('category_unknown', 'Lĩnh vực này không có hoặc không được tiếp nhận.');
      const agencyCode = await existingAgency(tx, body.agencyCode);
      const priorityClass = report.emergencyWords ? 'emergency' : found.priority;
      const classification = { categoryCode: found.code, priorityClass };
      return {
        command: { type: 'dispatch', agencyCode, classification },
        internal: { because: ['Cán bộ tiếp nhận quyết định.'] },
        ...(body.wardCode && { ward: { code: await existingWard(tx, body.wardCode), basis: 'staff' } }),
      };
    },
  });

  commandRoute(staff, deps, {
    command: 'accept',
    summary: 'Nhận xử lý',
    order: async () => ({ command: { type: 'accept' } }),
  });

  commandRoute(staff, deps, {
    command: 'handOver',
    summary: 'Chuyển cho đúng đơn vị; hạn vẫn chạy, lần thứ ba do cơ quan điều phối quyết định',
    body: Type.Object({ agencyCode: AgencyCode, reason: Reason }),
    order: async (tx, { body, role }) => {
      const agencyCode = await existingAgency(tx, body.agencyCode);
      // An agency says it is not theirs; whoever coordinates gives it to whose it is.
      const why = role === 'handler' || role === 'leader' ? 'not_mine' : 'returned';
      return { command: { type: 'handOver', agencyCode, reason: body.reason, why } };
    },
  });

  commandRoute(staff, deps, {
    command: 'askCitizen',
    summary: 'Hỏi người dân; hạn tạm dừng cho đến khi có trả lời hoặc hết thời gian chờ',
    body: Type.Object({ question: Words(1_000) }),
    order: async (_tx, { body }) => ({ command: { type: 'askCitizen', question: body.question } }),
  });

  commandRoute(staff, deps, {
    command: 'extend',
    summary: 'Gia hạn trong mức cho phép; người dân được báo hạn mới và lý do',
    body: Type.Object({
      hours: Type.Number({
        minimum: 0,
        maximum: 1_000,
        description: 'giờ theo cách tính của mức độ, thường là giờ làm việc',
      }),
      reason: Reason,
    }),
    order: async (_tx, { body }) => ({
      command: { type: 'extend', minutes: Math.round(body.hours * 60), reason: body.reason },
    }),
  });

  commandRoute(staff, deps, {
    command: 'escalate',
    summary: 'Báo cáo vượt thẩm quyền lên cấp trên, kèm đề xuất',
    body: Type.Object({ superiorAgency: AgencyCode, proposal: Words(4_000) }),
    order: async (tx, { body }) => ({
      command: {
        type: 'escalate',
        superiorAgency: await existingAgency(tx, body.superiorAgency),
        proposal: body.proposal,
      },
    }),
  });

  commandRoute(staff, deps, {
    command: 'refuse',
    summary: 'Từ chối tiếp nhận theo danh mục lý do; người dân được chỉ nơi gửi và đề nghị xem lại được một lần',
    body: Type.Object({
      reason: oneOf(refusalReasonCodes),
      where: Type.Optional(Words(500)),
    }),
    order: async (_tx, { body }) => {
      const where = body.where?.trim().normalize('NFC');
      return { command: { type: 'refuse', reason: body.reason }, ...(where && { where }) };
    },
  });

  commandRoute(staff, deps, {
    command: 'merge',
    summary: 'Gộp vào phản ánh chính; người gửi giữ mã riêng và nhận cùng kết quả',
    body: Type.Object({ into: Type.String({ maxLength: 40, description: 'mã phản ánh chính' }) }),
    others: ({ into }) => [into],
    order: async (_tx, { others: [main] }) => {
      if (!main)
        throw new AppError({ code: 'main_report_not_found', status: 404, detail: 'Không tìm thấy phản ánh chính.' });
      return { command: { type: 'merge' }, mergeIntoId: main.id };
    },
  });

  commandRoute(staff, deps, {
    command: 'split',
    summary: 'Tách khỏi phản ánh chính, lịch sử giữ nguyên',
    body: Type.Object({ reason: Reason }),
    order: async (_tx, { body }) => ({ command: { type: 'split', reason: body.reason } }),
  });

  commandRoute(staff, deps, {
    command: 'recheck',
    summary: 'Văn phòng UBND thành phố trả lại kết quả để kiểm tra',
    body: Type.Object({ reason: Reason }),
    order: async (_tx, { body }) => ({ command: { type: 'recheck', reason: body.reason } }),
  });

  registerAnswerApi(staff, deps);
}

async function existingAgency(tx: Tx, code: string): Promise<string> {
  const [found] = await tx.select({ code: agencies.code }).from(agencies).where(eq(agencies.code, code));
  if (!found) throw invalid('agency_unknown', 'Không có đơn vị này.');
  return found.code;
}

async function existingWard(tx: Tx, code: string): Promise<string> {
  const [found] = await tx.select({ code: adminUnits.code }).from(adminUnits).where(eq(adminUnits.code, code));
  if (!found) throw invalid('ward_unknown', 'Không có phường, xã này.');
  return found.code;
}

function invalid(code: string, detail: string): AppError {
  return new AppError({ code, status: 422, detail });
}
