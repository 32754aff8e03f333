import { desc, eq } from 'drizzle-orm';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db, Tx } from '../../../db/client.ts';
import { citizens, privacyRequests } from '../../../db/schema/index.ts';
import { dueWords } from '../deadlines/due-words.ts';
import { AppError } from '../errors.ts';
import { idempotencyKeyOf } from '../http/idempotency.ts';
import { putMessage } from '../notifications/outbox.ts';
import { Problem } from '../problem.ts';
import { exportDepsOf } from '../public/privacy/export-deps.ts';
import type { ClockSetting } from '../reports/perform/clocks-after.ts';
import { consentTexts, DEFAULT_CONTROLLER, type Purpose, purposes } from '../rights/consent-texts.ts';
import { type ConsentRow, consentsOf, giveConsent, withdrawConsent } from '../rights/consents.ts';
import { collectPersonalData } from '../rights/export/collect.ts';
import { noteDownloaded } from '../rights/export/download-link.ts';
import { personalDataPdf } from '../rights/export/pdf.ts';
import { openRequest, type PrivacyRequest } from '../rights/open-request.ts';
import { forgetPhone, keepPhone } from '../rights/phone.ts';
import { rightsTextsIn } from '../rights/rights-texts.ts';
import type { GraphClient } from '../zalo/graph-client.ts';
import { about, Moment, NullableText, nullable, oneOf, refused } from './schemas.ts';
import { citizenOf } from './signed-in.ts';

export interface PrivacyApiDeps {
  db: Db;
  now: () => Date;
  graph: GraphClient;
  dataKey: Buffer;
  publicUrl: string;
  /** Who is responsible for personal data, as people are shown. */
  controller?: string | undefined;
  setting: (tx: Tx) => Promise<ClockSetting>;
}

const kinds = ['erase', 'export', 'correct', 'restrict', 'object', 'withdraw_consent'] as const;
const states = ['received', 'answered', 'done', 'refused'] as const;

const Consent = Type.Object({
  purpose: oneOf(purposes),
  title: Type.String(),
  basis: Type.Unsafe<'duty' | 'consent'>({
    ...oneOf(['duty', 'consent']),
    description: 'duty: nhiệm vụ của cơ quan nhà nước; consent: chỉ khi bạn đồng ý',
  }),
  version: Type.String(),
  wording: Type.String({ description: 'Hiện nguyên văn; không đánh dấu sẵn' }),
  given: Type.Union([Type.Boolean(), Type.Null()], { description: 'null: chưa trả lời, nghĩa là chưa đồng ý' }),
  at: nullable(Moment),
});
const Consents = Type.Object({ items: Type.Array(Consent), phoneKept: Type.Boolean() });
const ConsentBody = Type.Object({
  purpose: oneOf(purposes),
  version: Type.String({ maxLength: 40 }),
  given: Type.Boolean(),
});
const PhoneBody = Type.Object({
  accessToken: Type.String({ minLength: 1, maxLength: 2_000, description: 'từ getAccessToken()' }),
  code: Type.String({ minLength: 1, maxLength: 2_000, description: '`token` của getPhoneNumber(); dùng được một lần' }),
});
const RequestItem = Type.Object({
  id: Type.Integer(),
  kind: oneOf(kinds),
  state: oneOf(states),
  note: NullableText,
  receivedAt: Moment,
  answerDueAt: Moment,
  doneDueAt: Moment,
  doneAt: nullable(Moment),
  refusal: Type.Union([Type.Object({ reason: Type.String(), where: Type.String() }), Type.Null()]),
});
const RequestBody = Type.Object({
  kind: oneOf(kinds),
  note: Type.Optional(Type.String({ minLength: 1, maxLength: 2_000, pattern: '^[^\\u0000]*$' })),
});
const KeyHeader = Type.Object({
  'idempotency-key': Type.Optional(Type.String({ description: 'bắt buộc; gửi lại với cùng mã thì chỉ một yêu cầu' })),
});
const Nothing = { 204: Type.Null(), ...refused };
const exporting = { rateLimit: { max: 6, timeWindow: '1 minute' } };

/** Rights of the data subject in the Mini App: consents, phone, notifications, requests, export (domain-hanoi §2.5). */
export function registerPrivacyApi(app: FastifyInstance, deps: PrivacyApiDeps): void {
  registerConsents(app, deps);
  registerContact(app, deps);
  registerRequests(app, deps);
  registerExport(app, deps);
}

function registerConsents(app: FastifyInstance, { db, now, controller }: PrivacyApiDeps): void {
  const url = '/api/citizen/consents';
  app.get(
    url,
    { schema: { ...about, summary: 'Các đồng ý của tôi, kèm nguyên văn', response: { 200: Consents, ...refused } } },
    async (request) => shownConsents(db, citizenOf(request), controller),
  );
  app.put(
    url,
    {
      schema: {
        ...about,
        summary: 'Đồng ý hoặc rút lại đồng ý cho một mục đích',
        body: ConsentBody,
        response: { 200: Consents, ...refused, 409: Problem },
      },
    },
    async (request) => {
      const { id: citizenId, language } = citizenOf(request);
      const { purpose, version, given } = request.body as Static<typeof ConsentBody>;
      // Whoever agrees agrees to what they were shown.
      if (given && version !== consentTexts[purpose].version) throw textChanged();
      const act = { citizenId, purpose, language, source: 'miniapp' as const, at: now(), controller };
      return db.transaction(async (tx) => {
        const [citizen] = await tx.select().from(citizens).where(eq(citizens.id, citizenId)).for('no key update');
        if (citizen && !citizen.erasedAt) await (given ? giveConsent(tx, act) : withdrawConsent(tx, act));
        return shownConsents(tx, citizenOf(request), controller);
      });
    },
  );
}

function registerContact(app: FastifyInstance, deps: PrivacyApiDeps): void {
  const { db } = deps;
  app.post(
    '/api/citizen/phone',
    {
      schema: {
        ...about,
        summary: 'Cho số điện thoại (cần đồng ý cho liên hệ trước)',
        body: PhoneBody,
        response: { ...Nothing, 409: Problem, 503: Problem },
      },
      config: { rateLimit: { max: 10, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      await keepPhone(citizenOf(request), request.body as Static<typeof PhoneBody>, deps);
      return reply.code(204).send(null);
    },
  );
  app.delete(
    '/api/citizen/phone',
    { schema: { ...about, summary: 'Xóa số điện thoại', response: Nothing } },
    async (request, reply) => {
      await forgetPhone(db, citizenOf(request).id);
      return reply.code(204).send(null);
    },
  );
  const Allowed = Type.Object({ allowed: Type.Boolean({ description: 'kết quả của requestSendNotification()' }) });
  app.post(
    '/api/citizen/notifications',
    {
      schema: { ...about, summary: 'Cho phép hoặc thôi nhận thông báo của Mini App', body: Allowed, response: Nothing },
    },
    async (request, reply) => {
      const { allowed: notifyAllowed } = request.body as Static<typeof Allowed>;
      await db
        .update(citizens)
        .set({ notifyAllowed })
        .where(eq(citizens.id, citizenOf(request).id));
      return reply.code(204).send(null);
    },
  );
}

function registerRequests(app: FastifyInstance, deps: PrivacyApiDeps): void {
  const { db, now } = deps;
  const url = '/api/citizen/privacy-requests';
  app.get(
    url,
    {
      schema: {
        ...about,
        summary: 'Các yêu cầu của tôi về dữ liệu, mới nhất trước',
        response: { 200: Type.Object({ items: Type.Array(RequestItem) }), ...refused },
      },
    },
    async (request) => {
      const rows = await db
        .select()
        .from(privacyRequests)
        .where(eq(privacyRequests.citizenId, citizenOf(request).id))
        .orderBy(desc(privacyRequests.id))
        .limit(100);
      return { items: rows.map(shownRequest) };
    },
  );
  app.post(
    url,
    {
      schema: {
        ...about,
        summary: 'Gửi yêu cầu: xóa, tải, sửa, hạn chế, phản đối, rút lại đồng ý',
        headers: KeyHeader,
        body: RequestBody,
        response: { 201: RequestItem, ...refused },
      },
      config: { rateLimit: { max: 10, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const citizen = citizenOf(request);
      // Its own key makes the request one; what it answers must not be kept beside it after an erasure.
      const keyed = idempotencyKeyOf(request, { who: `citizen:${citizen.id}`, required: true });
      const { kind, note } = request.body as Static<typeof RequestBody>;
      if (!note && (kind === 'correct' || kind === 'restrict' || kind === 'object')) throw noteNeeded();
      const made = await db.transaction(async (tx) => {
        const at = now();
        const office = (await deps.setting(tx)).calendars.of(null);
        const asked = {
          key: keyed?.key ?? '',
          citizenId: citizen.id,
          kind,
          source: 'miniapp' as const,
          note: note ?? null,
        };
        const opened = await openRequest(tx, { ...asked, receivedAt: at }, { office, now: at });
        if (opened.isNew && note) await tellTaken(tx, opened.request, citizen.language, at);
        return opened.request;
      });
      return reply.code(201).send(shownRequest(made));
    },
  );
}

function registerExport(app: FastifyInstance, deps: PrivacyApiDeps): void {
  const file = { 200: Type.Unsafe<unknown>({ type: 'string', format: 'binary' }), ...refused };
  for (const type of ['json', 'pdf'] as const) {
    app.get(
      `/api/citizen/export.${type}`,
      {
        schema: { ...about, summary: `Tải dữ liệu của tôi (${type.toUpperCase()})`, response: file },
        config: exporting,
      },
      async (request: FastifyRequest, reply: FastifyReply) => {
        const citizen = citizenOf(request);
        const data = await collectPersonalData(deps.db, citizen, exportDepsOf(deps));
        const content = type === 'json' ? JSON.stringify(data, null, 2) : await personalDataPdf(data, citizen.language);
        await deps.db.transaction((tx) => noteDownloaded(tx, citizen.id, deps.now()));
        return reply
          .type(type === 'json' ? 'application/json; charset=utf-8' : 'application/pdf')
          .header('cache-control', 'no-store')
          .header('x-content-type-options', 'nosniff')
          .header('content-disposition', `attachment; filename="du-lieu-cua-toi.${type}"`)
          .serializer((payload: string | Buffer) => payload as string)
          .send(content);
      },
    );
  }
}

async function shownConsents(
  tx: Tx,
  { id, language }: { id: number; language: 'vi' | 'en' },
  controller = DEFAULT_CONTROLLER[language],
): Promise<Static<typeof Consents>> {
  const known = await consentsOf(tx, id);
  const [citizen] = await tx.select({ phoneEnc: citizens.phoneEnc }).from(citizens).where(eq(citizens.id, id));
  const shown = (purpose: Purpose, row: ConsentRow | null) => {
    const { version, basis, title, wording } = consentTexts[purpose];
    return {
      ...{ purpose, basis, version, title: title[language] },
      wording: wording(controller)[language],
      // A consent to other words is none to these.
      given: row && (row.given ? row.version === version || null : false),
      at: row?.at.toISOString() ?? null,
    };
  };
  return { items: purposes.map((purpose) => shown(purpose, known[purpose])), phoneKept: Boolean(citizen?.phoneEnc) };
}

function shownRequest(request: PrivacyRequest): Static<typeof RequestItem> {
  const { id, kind, state, note, receivedAt, answerDueAt, doneDueAt, doneAt, outcome } = request;
  const refusal =
    state === 'refused' && outcome ? { reason: String(outcome.reason), where: String(outcome.where) } : null;
  return {
    ...{ id, kind, state, note, refusal },
    receivedAt: receivedAt.toISOString(),
    answerDueAt: answerDueAt.toISOString(),
    doneDueAt: doneDueAt.toISOString(),
    doneAt: doneAt?.toISOString() ?? null,
  };
}

async function tellTaken(tx: Tx, request: PrivacyRequest, language: 'vi' | 'en', now: Date): Promise<void> {
  const text = rightsTextsIn(language).taken({
    kind: request.kind,
    answerDue: dueWords(request.answerDueAt, language),
  });
  const idempotencyKey = `privacy_taken:${request.id}`;
  await putMessage(tx, { citizenId: request.citizenId, kind: 'rights', text, idempotencyKey, now });
}

function textChanged(): AppError {
  const detail = 'Nội dung đồng ý vừa thay đổi. Xin đọc bản mới rồi chọn lại.';
  return new AppError({ code: 'consent_text_changed', status: 409, detail });
}

function noteNeeded(): AppError {
  const detail = 'Xin viết rõ cần sửa, hạn chế hoặc phản đối điều gì.';
  return new AppError({ code: 'privacy_note_needed', status: 422, detail });
}
