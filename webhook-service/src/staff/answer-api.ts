import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Tx } from '../../../db/client.ts';
import { Problem } from '../problem.ts';
import { reportByCode } from '../reports/duplicates/report-by-code.ts';
import { evidenceForAnswer } from '../reports/evidence/evidence-for-answer.ts';
import { loadGateFacts } from '../reports/gate/gate-facts.ts';
import {
  type AnswerDraft,
  gateRefusalDetail,
  judgeAnswer,
  type NoEvidenceReason,
  noEvidenceReasons,
} from '../reports/gate/judge-answer.ts';
import { type CommandDeps, commandRoute } from './give-command.ts';
import { actorFor, requireVisible } from './guard.ts';
import { Words } from './list-schemas.ts';
import { about, oneOf, ReportCodeParam, refused } from './schemas.ts';

const AnswerBody = Type.Object({
  text: Words(6_000),
  evidenceIds: Type.Array(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }), {
    maxItems: 12,
    description: 'minh chứng đã tải lên',
  }),
  noEvidence: Type.Optional(
    Type.Object({ reason: oneOf(Object.keys(noEvidenceReasons) as NoEvidenceReason[]), note: Words(1_000) }),
  ),
});

const Finding = Type.Object({
  rule: Type.String({ description: 'mã quy tắc, không đổi' }),
  cause: oneOf(['general', 'no_proof', 'not_attached']),
  text: Type.String({ description: 'còn thiếu điều gì và bổ sung thế nào' }),
});

/** A problem (RFC 9457) with one more member: all that is missing, at once. */
const AnswerProblem = Type.Object({
  ...Problem.properties,
  missing: Type.Optional(Type.Array(Finding, { description: 'khi code là answer_incomplete' })),
});

const Verdict = Type.Object({
  ok: Type.Boolean(),
  policyVersion: Type.String(),
  detail: Type.String({ description: 'tóm tắt bằng lời' }),
  findings: Type.Array(Type.Object({ ...Finding.properties, ok: Type.Boolean() })),
  missing: Type.Array(Finding),
});

/** Giving an answer, which passes the evidence gate or is told everything it lacks; and asking the gate beforehand. */
export function registerAnswerApi(staff: FastifyInstance, deps: CommandDeps): void {
  commandRoute(staff, deps, {
    command: 'answer',
    summary: 'Trả lời người dân kèm minh chứng; câu trả lời thiếu bị từ chối và nói rõ thiếu gì',
    body: AnswerBody,
    keyRequired: true,
    answers: { 422: AnswerProblem },
    order: async (tx, { body, report }) => ({
      command: { type: 'answer', answer: await draftOf(tx, report.id, body) },
    }),
  });

  staff.post(
    '/api/staff/reports/:code/answer/check',
    {
      schema: {
        ...about,
        summary: 'Kiểm tra thử một câu trả lời, chưa gửi: đủ điều kiện chưa, còn thiếu gì',
        params: ReportCodeParam,
        body: AnswerBody,
        response: { 200: Verdict, ...refused },
      },
    },
    async (request) => {
      const { code } = request.params as Static<typeof ReportCodeParam>;
      const report = requireVisible(request, await reportByCode(deps.db, code));
      actorFor(request, 'answer', report);
      const body = request.body as Static<typeof AnswerBody>;
      const [draft, facts] = await deps.db.transaction(async (tx) => [
        await draftOf(tx, report.id, body),
        await loadGateFacts(tx, report, { now: deps.now() }),
      ]);
      const verdict = judgeAnswer(draft, facts);
      return { ...verdict, detail: gateRefusalDetail(verdict) };
    },
  );
}

async function draftOf(tx: Tx, reportId: number, body: Static<typeof AnswerBody>): Promise<AnswerDraft> {
  const pieces = await evidenceForAnswer(tx, reportId, body.evidenceIds);
  return {
    text: body.text,
    evidence: pieces.map(({ id, kind, sha256, fingerprint }) => ({ id, kind, sha256, fingerprint })),
    ...(body.noEvidence && { noEvidence: body.noEvidence }),
  };
}
