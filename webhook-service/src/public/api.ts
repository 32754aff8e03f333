import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Db } from '../../../db/client.ts';
import { reportStates } from '../../../db/schema/index.ts';
import { AppError } from '../errors.ts';
import { Problem } from '../problem.ts';
import { parseReportCode } from '../reports/report-code.ts';
import { type ReportView, reportView } from './report-view.ts';

const nullable = (description: string) => Type.Union([Type.String({ description }), Type.Null()]);

const ReportAnswer = Type.Object({
  code: Type.String({ description: 'HN- and eight symbols' }),
  state: Type.Union(reportStates.map((state) => Type.Literal(state))),
  stateLabel: Type.String(),
  category: nullable('Vietnamese name, once decided'),
  ward: nullable('phường, xã'),
  agency: nullable('who holds it'),
  receivedAt: Type.String({ format: 'date-time' }),
  dueAt: nullable('RFC 3339'),
  dueKind: Type.Union([Type.Literal('accept'), Type.Literal('answer'), Type.Null()]),
  overdue: Type.Boolean(),
  history: Type.Array(
    Type.Object({
      at: Type.String({ format: 'date-time' }),
      event: Type.String(),
      agency: nullable('agency named in the event'),
    }),
  ),
});

/** `/api/public/*`: what anyone may read. Guessing codes is slowed down by the rate limit (a guess hits 1 in 900). */
export function registerPublicApi(app: FastifyInstance, deps: { db: Db }): void {
  app.get(
    '/api/public/reports/:code',
    {
      schema: {
        tags: ['public'],
        summary: 'Tra cứu tiến độ một phản ánh theo mã',
        params: Type.Object({ code: Type.String({ maxLength: 40 }) }),
        response: { 200: ReportAnswer, 404: Problem, 422: Problem },
      },
      config: { rateLimit: { max: 30, timeWindow: '1 minute' } },
    },
    async (request) => lookUp(deps.db, (request.params as { code: string }).code),
  );
}

/** Reads a report by a code as typed. @throws AppError `report_code_invalid` (422) or `report_not_found` (404). */
export async function lookUp(db: Db, typed: string): Promise<ReportView> {
  const reading = parseReportCode(typed);
  if (!reading.ok) {
    throw new AppError({
      code: 'report_code_invalid',
      status: 422,
      detail: 'Mã phản ánh chưa đúng, có thể sai hoặc đảo một ký tự. Mã có dạng HN- và tám ký tự.',
    });
  }
  const view = await reportView(db, reading.code);
  if (!view)
    throw new AppError({ code: 'report_not_found', status: 404, detail: 'Không tìm thấy phản ánh có mã này.' });
  return view;
}
