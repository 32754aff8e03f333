import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import { AppError } from '../errors.ts';
import { reportByCode } from '../reports/duplicates/report-by-code.ts';
import { Reporter } from './detail-schemas.ts';
import { memberOf, requireVisible } from './guard.ts';
import { Words } from './list-schemas.ts';
import { type ReporterDeps, revealingRole, revealReporter } from './read-reporter.ts';
import { about, ReportCodeParam, refused } from './schemas.ts';

const Body = Type.Object({ reason: Words(500) });

/** Looking behind a hidden name, when somebody may be in danger or a law asks for it: with a reason, on the record. */
export function registerReporterApi(staff: FastifyInstance, deps: ReporterDeps): void {
  staff.post(
    '/api/staff/reports/:code/reveal-reporter',
    {
      schema: {
        ...about,
        summary: 'Xem người phản ánh đã ẩn tên; ghi lại ai xem và lý do',
        description: 'Dành cho cán bộ tiếp nhận, điều phối viên, cán bộ vận hành. Dòng ghi nằm trong lịch sử nội bộ.',
        params: ReportCodeParam,
        body: Body,
        response: { 200: Reporter, ...refused },
      },
      config: { rateLimit: { max: 30, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const { code } = request.params as Static<typeof ReportCodeParam>;
      const report = requireVisible(request, await reportByCode(deps.db, code));
      const member = memberOf(request);
      const role = revealingRole(member, report);
      if (!role) throw notForThisRole();
      const reason = (request.body as Static<typeof Body>).reason.trim().normalize('NFC');
      if (reason === '') throw reasonNeeded();
      const shown = await revealReporter(report, { id: member.id, role, reason }, deps);
      return reply.header('cache-control', 'no-store').send(shown);
    },
  );
}

function notForThisRole(): AppError {
  const detail = 'Chỉ cán bộ tiếp nhận, điều phối viên hoặc cán bộ vận hành được xem người phản ánh đã ẩn tên.';
  return new AppError({ code: 'not_for_this_role', status: 403, detail });
}

function reasonNeeded(): AppError {
  const detail = 'Xin ghi lý do cần biết người phản ánh là ai.';
  return new AppError({ code: 'reason_needed', status: 422, detail });
}
