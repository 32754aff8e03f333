import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db } from '../../../db/client.ts';
import { AppError } from '../errors.ts';
import { MAX_MESSAGE_LENGTH } from '../notifications/message-length.ts';
import { Problem } from '../problem.ts';
import { reportByCode } from '../reports/duplicates/report-by-code.ts';
import type { StaffRole } from '../reports/lifecycle/roles.ts';
import type { Report } from '../reports/report.ts';
import { fillStandardText, type TextFacts } from '../reports/standard-texts/fill.ts';
import {
  purposeNames,
  reportPlaceholders,
  type TextPurpose,
  type TypedPlaceholder,
  textPurposes,
  typedPlaceholders,
} from '../reports/standard-texts/purposes.ts';
import { textFactsOf } from '../reports/standard-texts/report-text-facts.ts';
import {
  createText,
  listTexts,
  readText,
  type StandardText,
  textsFor,
  updateText,
} from '../reports/standard-texts/standard-texts.ts';
import { Id, Moment, nullable, nullOr, oneOf, Words } from './list-schemas.ts';

export interface StandardTextsApiDeps {
  db: Db;
  now: () => Date;
  /** Who asks, when they hold one of the roles. @throws AppError 401 or 403 */
  requireRole: (request: FastifyRequest, roles: readonly StaffRole[]) => { id: string; role: StaffRole };
  /** The report, when the member may see it. @throws AppError 404 */
  requireVisible: (request: FastifyRequest, report: Report | undefined) => Report;
  /**
   * The very message the citizen would receive, by the texts that are really sent. `facts.text` is the filled text, beside
   * it the facts of the report and what was typed.
   */
  previewMessage: (
    report: Report,
    purpose: TextPurpose,
    facts: TextFacts & { text: string },
  ) => string | Promise<string>;
}

const USERS: readonly StaffRole[] = ['intakeOfficer', 'dispatcher', 'handler', 'leader', 'cityOffice', 'operations'];
/** The texts are the whole city's, so no single unit changes them. */
const EDITORS: readonly StaffRole[] = ['cityOffice', 'operations'];

const Text = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  categoryCode: nullable(Type.String({ description: 'Lĩnh vực, nhóm lĩnh vực; không có: dùng cho mọi lĩnh vực' })),
  purpose: oneOf(textPurposes),
  body: Type.String(),
  active: Type.Boolean(),
  version: Type.Integer(),
  changedBy: Type.String(),
  changedAt: Moment,
});
const TextBody = Type.Object({
  name: Words(120),
  categoryCode: nullOr(Type.String({ maxLength: 10 })),
  purpose: oneOf(textPurposes),
  body: Words(2000),
});
const ChangeBody = Type.Object({ ...TextBody.properties, version: Type.Integer({ minimum: 1 }) });
const ActiveBody = Type.Object({ version: Type.Integer({ minimum: 1 }), active: Type.Boolean() });
const ListQuery = Type.Object({
  purpose: Type.Optional(oneOf(textPurposes)),
  category: Type.Optional(Type.String({ maxLength: 10 })),
  active: Type.Optional(Type.Boolean()),
});
const Items = Type.Object({ items: Type.Array(Text) });
const refused = { 401: Problem, 403: Problem };
const changed = { 200: Text, ...refused, 404: Problem, 409: Problem, 422: Problem };
const security = [{ staff: [] }];
const tags = ['staff'];

/** Standard texts: kept by the city office, offered for a report, and shown as the citizen will read them. */
export function registerStandardTextsApi(staff: FastifyInstance, deps: StandardTextsApiDeps): void {
  registerKeeping(staff, deps);
  registerForReport(staff, deps);
}

function registerKeeping(staff: FastifyInstance, deps: StandardTextsApiDeps): void {
  staff.get(
    '/api/staff/standard-texts',
    {
      schema: {
        ...{ tags, security, summary: 'Mẫu văn bản' },
        querystring: ListQuery,
        response: { 200: Type.Object({ ...Items.properties, ...Choices.properties }), ...refused },
      },
    },
    async (request) => {
      deps.requireRole(request, USERS);
      const { category: categoryCode, ...filter } = request.query as Static<typeof ListQuery>;
      return { items: (await listTexts(deps.db, { ...filter, categoryCode })).map(shown), ...choices };
    },
  );

  staff.post(
    '/api/staff/standard-texts',
    {
      schema: {
        ...{ tags, security, summary: 'Thêm mẫu văn bản' },
        body: TextBody,
        response: { 201: Text, ...refused, 422: Problem },
      },
    },
    async (request, reply) => {
      const { id } = deps.requireRole(request, EDITORS);
      const text = await createText(deps.db, request.body as Static<typeof TextBody>, id, deps.now());
      return reply.code(201).send(shown(text));
    },
  );

  staff.put(
    '/api/staff/standard-texts/:id',
    { schema: { ...{ tags, security, params: Id, summary: 'Sửa mẫu văn bản' }, body: ChangeBody, response: changed } },
    async (request) => {
      const { id: by } = deps.requireRole(request, EDITORS);
      const { version, ...input } = request.body as Static<typeof ChangeBody>;
      const { id } = request.params as Static<typeof Id>;
      return shown(await updateText(deps.db, id, { version, input }, by, deps.now()));
    },
  );

  staff.post(
    '/api/staff/standard-texts/:id/active',
    {
      schema: {
        ...{ tags, security, params: Id, summary: 'Ngừng dùng hoặc dùng lại mẫu văn bản' },
        body: ActiveBody,
        response: changed,
      },
    },
    async (request) => {
      const { id: by } = deps.requireRole(request, EDITORS);
      const { id } = request.params as Static<typeof Id>;
      return shown(await updateText(deps.db, id, request.body as Static<typeof ActiveBody>, by, deps.now()));
    },
  );
}

const Preview = Type.Object({
  text: Type.String({ description: 'Mẫu đã điền' }),
  missing: Type.Array(Type.String(), { description: 'Chỗ còn phải điền' }),
  message: Type.String({ description: 'Tin nhắn người dân sẽ nhận' }),
  length: Type.Integer(),
  tooLong: Type.Boolean(),
  ready: Type.Boolean({ description: 'Đã điền đủ. Riêng trả lời còn phải có minh chứng' }),
});
const typedFacts = Object.fromEntries(
  Object.entries(typedPlaceholders).map(([name, description]) => [
    name,
    Type.Optional(Type.String({ maxLength: 1000, pattern: '^[^\\u0000]*$', description })),
  ]),
) as Record<TypedPlaceholder, ReturnType<typeof Type.Optional<ReturnType<typeof Type.String>>>>;
const PreviewQuery = Type.Object({
  purpose: oneOf(textPurposes),
  textId: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
  text: Type.Optional(Words(2000)),
  ...typedFacts,
});

function registerForReport(staff: FastifyInstance, deps: StandardTextsApiDeps): void {
  const params = Type.Object({ code: Type.String({ maxLength: 40 }) });
  const PurposeQuery = Type.Object({ purpose: oneOf(textPurposes) });
  staff.get(
    '/api/staff/reports/:code/standard-texts',
    {
      schema: {
        ...{ tags, security, params, summary: 'Mẫu hợp với phản ánh: của lĩnh vực, của nhóm, rồi dùng chung' },
        querystring: PurposeQuery,
        response: { 200: Items, ...refused, 404: Problem },
      },
    },
    async (request) => {
      const report = await visibleReport(request, deps);
      const { purpose } = request.query as Static<typeof PurposeQuery>;
      return { items: (await textsFor(deps.db, report, purpose)).map(shown) };
    },
  );

  staff.get(
    '/api/staff/reports/:code/preview',
    {
      schema: {
        ...{ tags, security, params, summary: 'Xem trước tin nhắn người dân sẽ nhận' },
        querystring: PreviewQuery,
        response: { 200: Preview, ...refused, 404: Problem, 422: Problem },
      },
    },
    async (request): Promise<Static<typeof Preview>> => {
      const report = await visibleReport(request, deps);
      const { purpose, textId, text: typed, ...given } = request.query as Static<typeof PreviewQuery>;
      const body = textId === undefined ? typed : await bodyOf(deps, textId, purpose);
      if (!body) throw invalid('preview_text_missing', 'Hãy chọn mẫu hoặc viết nội dung để xem trước.');
      const facts = { ...given, ...textFactsOf(report, deps.now()) };
      const { text, missing } = fillStandardText(body, facts);
      const message = await deps.previewMessage(report, purpose, { ...facts, text });
      const length = [...message].length;
      const tooLong = length > MAX_MESSAGE_LENGTH;
      return { text, missing, message, length, tooLong, ready: missing.length === 0 && !tooLong };
    },
  );
}

async function bodyOf(deps: StandardTextsApiDeps, id: number, purpose: TextPurpose): Promise<string> {
  const text = await readText(deps.db, id);
  if (text.purpose !== purpose) {
    throw invalid('standard_text_other_purpose', `Mẫu này dùng để: ${purposeNames[text.purpose as TextPurpose]}.`);
  }
  return text.body;
}

async function visibleReport(request: FastifyRequest, deps: StandardTextsApiDeps): Promise<Report> {
  deps.requireRole(request, USERS);
  const { code } = request.params as { code: string };
  return deps.requireVisible(request, await reportByCode(deps.db, code));
}

function named<Code extends string>(names: Readonly<Record<Code, string>>): { code: string; name: string }[] {
  return Object.entries<string>(names).map(([code, name]) => ({ code, name }));
}

const Named = Type.Array(Type.Object({ code: Type.String(), name: Type.String() }));
const Choices = Type.Object({
  purposes: Named,
  placeholders: Type.Object({ fromReport: Named, typed: Named }),
});
const choices: Static<typeof Choices> = {
  purposes: named(purposeNames),
  placeholders: { fromReport: named(reportPlaceholders), typed: named(typedPlaceholders) },
};

function shown({ changedAt, purpose, ...text }: StandardText): Static<typeof Text> {
  return { ...text, purpose: purpose as TextPurpose, changedAt: changedAt.toISOString() };
}

function invalid(code: string, detail: string): AppError {
  return new AppError({ code, status: 422, detail });
}
