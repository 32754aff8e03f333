import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db, Tx } from '../../../db/client.ts';
import { AppError } from '../errors.ts';
import { idempotencyKeyOf, once } from '../http/idempotency.ts';
import { Problem } from '../problem.ts';
import { actingRole } from '../reports/access/member.ts';
import { reportByCode } from '../reports/duplicates/report-by-code.ts';
import { type Actor, roleNames } from '../reports/lifecycle/roles.ts';
import { decidePublication } from '../reports/publication/decide-publication.ts';
import { obstacleCodes, obstacles, obstaclesOf } from '../reports/publication/may-publish.ts';
import { publicPlaceWords, publicPoint, publicTextOf } from '../reports/publication/public-side.ts';
import { publicationFacts } from '../reports/publication/read-facts.ts';
import type { Report } from '../reports/report.ts';
import { memberOf, requireVisible } from './guard.ts';
import { etagOf, lockByCodes, requireVersion } from './reports-by-code.ts';
import { about, NullableMoment, NullableText, nullable, oneOf, ReportCodeParam, refused } from './schemas.ts';

/** Who may decide: those who give reports out, and those who handle this one. */
const ROLES = ['dispatcher', 'leader', 'handler'] as const;

const Publication = Type.Object({
  published: Type.Boolean(),
  publishedAt: NullableMoment,
  text: Type.Union([Type.String(), Type.Null()], { description: 'lời công chúng đang đọc' }),
  maskedText: Type.String({ description: 'lời do máy che, để so và sửa' }),
  mended: Type.Boolean({ description: 'lời đang hiện do cán bộ sửa' }),
  place: NullableText,
  point: nullable(Type.Object({ latitude: Type.Number(), longitude: Type.Number(), rounded: Type.Boolean() })),
  photosPublishedAt: NullableMoment,
  hidden: Type.Boolean({ description: 'cán bộ đã quyết định không công khai' }),
  obstacles: Type.Array(Type.Object({ code: oneOf(obstacleCodes), why: Type.String() }), {
    description: 'vì sao chưa công khai; rỗng khi công khai được',
  }),
  version: Type.Integer(),
});

/** Not only white space; no NUL, which PostgreSQL takes none of. */
const written = (maxLength: number) => Type.String({ maxLength, pattern: '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$' });

const Body = Type.Object(
  {
    hidden: Type.Optional(Type.Boolean({ description: 'thôi công khai, kể cả lời và ảnh' })),
    photos: Type.Optional(Type.Boolean({ description: 'ảnh của người gửi: đã xem, cho công khai hoặc không' })),
    text: Type.Optional(
      Type.Union([written(5_000), Type.Null()], {
        description: 'lời công khai thay cho lời máy che; null: về lời máy che',
      }),
    ),
    reason: written(1_000),
  },
  { additionalProperties: false },
);

const Headers = Type.Object({
  'idempotency-key': Type.Optional(Type.String({ description: 'gửi lại với cùng mã thì chỉ thực hiện một lần' })),
  'if-match': Type.Optional(Type.String({ description: 'ETag đã thấy; 412 khi phản ánh đã đổi từ đó' })),
});

/** What the public sees of a report, and the decision of a person about it (domain-hanoi §2.5: faces, plates, children). */
export function registerPublicationApi(staff: FastifyInstance, deps: { db: Db; now: () => Date }): void {
  const url = '/api/staff/reports/:code/publication';
  staff.get(
    url,
    {
      schema: {
        ...about,
        summary: 'Công chúng thấy gì ở phản ánh này, và vì sao chưa thấy',
        params: ReportCodeParam,
        response: { 200: Publication, ...refused },
      },
    },
    async (request, reply) => {
      const { code } = request.params as Static<typeof ReportCodeParam>;
      const report = requireVisible(request, await reportByCode(deps.db, code));
      return reply.header('etag', etagOf(report.version)).send(await shown(deps.db, report));
    },
  );

  staff.post(
    url,
    {
      schema: {
        ...about,
        summary: 'Quyết định việc công khai: ảnh, lời thay thế, hoặc thôi công khai; ghi vào lịch sử nội bộ',
        params: ReportCodeParam,
        headers: Headers,
        body: Body,
        response: { 200: Publication, ...refused, 409: Problem, 412: Problem },
      },
    },
    async (request, reply) => {
      const keyed = idempotencyKeyOf(request, { who: `staff:${memberOf(request).id}` });
      const { status, body } = await deps.db.transaction((tx) =>
        once(tx, keyed, deps.now(), async () => {
          const after = await decide(tx, request, deps.now());
          // Kept for repeated requests, so it carries nobody's words.
          return { status: 200, body: { code: after.code } };
        }),
      );
      const { code } = body as { code: string };
      const report = requireVisible(request, await reportByCode(deps.db, code));
      return reply
        .code(status)
        .header('etag', etagOf(report.version))
        .send(await shown(deps.db, report));
    },
  );
}

async function decide(tx: Tx, request: FastifyRequest, now: Date): Promise<Report> {
  const { code } = request.params as Static<typeof ReportCodeParam>;
  const { hidden = false, photos, text, reason } = request.body as Static<typeof Body>;
  const [found] = await lockByCodes(tx, [code]);
  const report = requireVisible(request, found);
  const actor = deciderOf(request, report);
  requireVersion(request.headers['if-match'], report);
  const words = typeof text === 'string' ? text.trim().normalize('NFC') : text;
  return decidePublication(tx, report, { hidden, photos, text: words, reason: reason.trim() }, { actor, now });
}

/** @throws AppError 403 `not_for_this_role` */
function deciderOf(request: FastifyRequest, report: Report): Actor {
  const member = memberOf(request);
  // Operations see every report and act on none, but for taking something from the public, or letting it there.
  const role = actingRole(member, ROLES, report) ?? member.roles.find((held) => held === 'operations');
  if (role) return { kind: 'staff', role, id: member.id };
  const names = [...ROLES, 'operations' as const].map((allowed) => roleNames[allowed]).join(', ');
  throw new AppError({ code: 'not_for_this_role', status: 403, detail: `Thao tác này dành cho: ${names}.` });
}

async function shown(tx: Tx, report: Report): Promise<Static<typeof Publication>> {
  const facts = await publicationFacts(tx, report);
  const { publishedAt, publicText, photosPublishedAt, version } = report;
  return {
    published: publishedAt !== null,
    publishedAt: publishedAt?.toISOString() ?? null,
    text: publicText,
    maskedText: publicTextOf(report),
    mended: facts.decision?.mended === true && !facts.decision.outdated,
    place: publicPlaceWords(report),
    point: publicPoint(report),
    photosPublishedAt: photosPublishedAt?.toISOString() ?? null,
    hidden: facts.decision?.hidden ?? false,
    obstacles: obstaclesOf(facts).map((code) => ({ code, why: obstacles[code].why.vi })),
    version,
  };
}
