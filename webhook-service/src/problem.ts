import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { errorCodeOf } from './error-codes.ts';
import { AppError } from './errors.ts';

/** RFC 9457 problem details; `code` is stable, `detail` is for people. */
export const Problem = Type.Object(
  { type: Type.String(), title: Type.String(), status: Type.Integer(), code: Type.String(), detail: Type.String() },
  { $id: 'Problem' },
);

const byStatus: Record<number, { code: string; detail: string }> = {
  400: { code: 'request_invalid', detail: 'Yêu cầu chưa đúng mẫu.' },
  404: { code: 'not_found', detail: 'Không tìm thấy địa chỉ này.' },
  413: { code: 'body_too_large', detail: 'Nội dung gửi lên quá lớn.' },
  415: { code: 'media_type_unsupported', detail: 'Kiểu nội dung này chưa được hỗ trợ.' },
  429: { code: 'too_many_requests', detail: 'Bạn gửi quá nhiều yêu cầu, xin thử lại sau ít phút.' },
};
const ours = {
  code: 'internal_error',
  detail: 'Hệ thống gặp lỗi, dữ liệu đã gửi không bị mất. Xin thử lại sau ít phút.',
};

/** One error handler for every face: what is ours is hidden from the caller and logged without data (DESIGN rule 8). */
export function registerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | AppError, request, reply) => {
    if (error instanceof AppError) {
      if (error.status >= 500)
        request.log.error({ code: error.code, cause: errorCodeOf(error.cause) }, 'request failed');
      return send(reply, error);
    }
    const status = error.statusCode ?? 500;
    const known = status < 500 ? (byStatus[status] ?? byStatus[400]) : undefined;
    if (!known) request.log.error({ code: errorCodeOf(error) }, 'request failed');
    return send(reply, { status: known ? status : 500, ...(known ?? ours) });
  });
  app.setNotFoundHandler((_request: FastifyRequest, reply) =>
    send(reply, { status: 404, code: 'not_found', detail: byStatus[404]?.detail ?? '' }),
  );
}

function send(reply: FastifyReply, problem: Pick<AppError, 'status' | 'code' | 'detail'> & Partial<AppError>) {
  const { status, code, detail, extensions } = problem;
  return reply
    .code(status)
    .type('application/problem+json')
    .send(JSON.stringify({ ...extensions, type: `urn:phan-anh:${code}`, title: code, status, code, detail }));
}
