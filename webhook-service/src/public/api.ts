import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Db } from '../../../db/client.ts';
import { reportStates } from '../../../db/schema/index.ts';
import type { Language } from '../deadlines/due-words.ts';
import { AppError } from '../errors.ts';
import { Problem } from '../problem.ts';
import { parseReportCode } from '../reports/report-code.ts';
import { additions, type ReportView, reportView } from './report-view.ts';

const nullable = (description: string) => Type.Union([Type.String({ description }), Type.Null()]);

const Proof = Type.Object({
  id: Type.Integer(),
  address: Type.String(),
  thumbnail: nullable('null for documents'),
  width: Type.Integer(),
  height: Type.Integer(),
  bytes: Type.Integer(),
});

const ReportAnswer = Type.Object({
  code: Type.String({ description: 'HN- and eight symbols' }),
  state: Type.Union(reportStates.map((state) => Type.Literal(state))),
  stateLabel: Type.String(),
  category: nullable('name, once decided'),
  ward: nullable('phường, xã'),
  agency: nullable('who holds it; names of bodies stay Vietnamese'),
  agencyGloss: nullable('what that body is, when lang is not vi'),
  receivedAt: Type.String({ format: 'date-time' }),
  dueAt: nullable('RFC 3339'),
  dueKind: Type.Union(
    [...(['accept', 'answer', 'reply', 'confirm'] as const).map((kind) => Type.Literal(kind)), Type.Null()],
    { description: 'what is waited for: passing on, the answer, the sender’s reply, their word on the result' },
  ),
  clock: Type.Union([
    Type.Object({
      startedAt: Type.String({ format: 'date-time' }),
      minutes: Type.Integer({ description: 'time allowed, extensions included' }),
      extended: Type.Integer({ description: 'minutes of extensions' }),
      hours: Type.Union([Type.Literal('working'), Type.Literal('24x7')], { description: 'which hours count' }),
    }),
    Type.Null(),
  ]),
  overdue: Type.Boolean(),
  main: Type.Union([Type.Object({ code: Type.String(), stateLabel: Type.String() }), Type.Null()], {
    description: 'the report this one was merged into',
  }),
  answers: Type.Array(
    Type.Object({
      round: Type.Integer(),
      stands: Type.Boolean({ description: 'false once the report was reopened' }),
      agency: Type.String(),
      text: Type.String(),
      givenAt: Type.String({ format: 'date-time' }),
      noEvidence: nullable('why there is neither photo nor document'),
      photos: Type.Array(Proof),
      documents: Type.Array(Proof),
    }),
    { description: 'latest first; empty for categories whose answers only the sender reads' },
  ),
  answersHidden: Type.Boolean(),
  history: Type.Array(
    Type.Object({
      at: Type.String({ format: 'date-time' }),
      event: Type.String(),
      agency: nullable('agency named in the event'),
      from: nullable('agency that had it before'),
      dueAt: nullable('due time the event set or broke'),
      added: Type.Array(Type.Union(additions.map((kind) => Type.Literal(kind)))),
      reason: nullable('why a due time changed'),
      into: nullable('code of the report it was merged into'),
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
        querystring: Type.Object({
          lang: Type.Optional(Type.Union([Type.Literal('vi'), Type.Literal('en')], { description: 'default vi' })),
        }),
        response: { 200: ReportAnswer, 404: Problem, 422: Problem },
      },
      config: { rateLimit: { max: 30, timeWindow: '1 minute' } },
    },
    async (request) => {
      const { lang } = request.query as { lang?: Language };
      return lookUp(deps.db, (request.params as { code: string }).code, lang);
    },
  );
}

/** Reads a report by a code as typed. @throws AppError `report_code_invalid` (422) or `report_not_found` (404). */
async function lookUp(db: Db, typed: string, language?: Language): Promise<ReportView> {
  const reading = parseReportCode(typed);
  if (!reading.ok) {
    throw new AppError({
      code: 'report_code_invalid',
      status: 422,
      detail: 'Mã phản ánh chưa đúng, có thể sai hoặc đảo một ký tự. Mã có dạng HN- và tám ký tự.',
    });
  }
  const view = await reportView(db, reading.code, language);
  if (!view)
    throw new AppError({ code: 'report_not_found', status: 404, detail: 'Không tìm thấy phản ánh có mã này.' });
  return view;
}
