import { eq } from 'drizzle-orm';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type, { type Static, type TSchema } from 'typebox';
import type { Tx } from '../../../db/client.ts';
import { reports } from '../../../db/schema/index.ts';
import type { Citizen } from '../conversation/citizens.ts';
import { actOn, type Deed, followReport, unfollowReport } from '../conversation/moves/act.ts';
import { cannotText, isRefusal } from '../conversation/moves/cannot.ts';
import { ownReportOf, type Stake, stakeByCode } from '../conversation/moves/stakes.ts';
import { AppError } from '../errors.ts';
import { idempotencyKeyOf, once } from '../http/idempotency.ts';
import { Problem } from '../problem.ts';
import type { PerformDeps } from '../reports/perform/perform.ts';
import { choosePublication } from '../reports/publication/choose.ts';
import { followPublished } from '../reports/publication/follow.ts';
import { lockReports } from '../reports/report.ts';
import { parseReportCode } from '../reports/report-code.ts';
import { findStake, reportNotFound } from './find-stake.ts';
import { type ReadDeps, standingOf } from './read-report.ts';
import { Standing } from './report-schemas.ts';
import { about, Level, Reason, ReportCodeParam, refused } from './schemas.ts';
import { citizenOf } from './signed-in.ts';

export interface DeedDeps extends ReadDeps, PerformDeps {
  now: () => Date;
}

const ReplyBody = Type.Object({
  text: Type.String({ minLength: 1, maxLength: 2_000, pattern: '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$' }),
});
const PublishBody = Type.Object({ publish: Type.Boolean() });
const RatingBody = Type.Object({
  level: Level,
  reasons: Type.Optional(
    Type.Array(Reason, { maxItems: 5, uniqueItems: true, description: 'chỉ với mức chưa hài lòng' }),
  ),
});

/** What a citizen does to a report after sending it; the same deeds as in the chat, and the same refusals in their words. */
export function registerDeedsApi(app: FastifyInstance, deps: DeedDeps): void {
  const route = <Body extends TSchema>(
    path: string,
    summary: string,
    deed: (body: Static<Body>) => Deed,
    body?: Body,
  ) =>
    app.post(
      `/api/citizen/reports/:code/${path}`,
      { schema: schemaOf(summary, body), config: { rateLimit: { max: 60, timeWindow: '1 minute' } } },
      (request, reply) =>
        answer(request, reply, deps, (tx, citizen, code) =>
          doDeed(tx, { citizen, code, deps }, deed(request.body as Static<Body>)),
        ),
    );
  route(
    'reply',
    'Trả lời câu hỏi của đơn vị',
    ({ text }) => ({ type: 'reply', text: text.trim().normalize('NFC') }),
    ReplyBody,
  );
  route('confirm', 'Xác nhận việc đã xong', () => ({ type: 'confirm' }));
  route('reject', 'Báo việc chưa xong: phản ánh được mở lại', () => ({ type: 'reject' }));
  route(
    'rating',
    'Đánh giá kết quả, mỗi kết quả một lần',
    ({ level, reasons = [] }) => ({ type: 'rate', level, reasons }),
    RatingBody,
  );
  route('objection', 'Đề nghị xem lại việc từ chối, một lần', () => ({ type: 'object' }));
  route('withdraw', 'Rút phản ánh, khi đơn vị chưa bắt đầu xử lý', () => ({ type: 'withdraw' }));

  app.post(
    '/api/citizen/reports/:code/follow',
    {
      schema: schemaOf(
        'Phản ánh của mình: cùng theo dõi phản ánh được gợi ý là trùng. Phản ánh công khai của người khác: theo dõi',
      ),
      config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
    },
    (request, reply) => answer(request, reply, deps, (tx, citizen, code) => follow(tx, { citizen, code, deps })),
  );

  app.put(
    '/api/citizen/reports/:code/follow',
    {
      schema: schemaOf('Theo dõi một phản ánh được công khai: nhận tin khi có kết quả'),
      config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
    },
    (request, reply) => answer(request, reply, deps, (tx, citizen, code) => followAny(tx, { citizen, code, deps })),
  );

  app.post(
    '/api/citizen/reports/:code/publish',
    {
      schema: schemaOf('Đổi lựa chọn công khai phản ánh của mình', PublishBody),
      config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
    },
    (request, reply) =>
      answer(request, reply, deps, (tx, citizen, code) =>
        choose(tx, { citizen, code, deps }, (request.body as Static<typeof PublishBody>).publish),
      ),
  );

  app.delete(
    '/api/citizen/reports/:code/follow',
    {
      schema: {
        ...about,
        summary: 'Thôi theo dõi',
        params: ReportCodeParam,
        response: { 204: Type.Null(), ...refused },
      },
    },
    async (request, reply) => {
      const { id } = citizenOf(request);
      const { code } = request.params as Static<typeof ReportCodeParam>;
      await deps.db.transaction(async (tx) => unfollowReport(tx, id, (await findStake(tx, id, code)).report));
      return reply.code(204).send(null);
    },
  );
}

interface Asked {
  citizen: Citizen;
  code: string;
  deps: DeedDeps;
}

function schemaOf(summary: string, body?: TSchema) {
  return {
    ...about,
    summary,
    params: ReportCodeParam,
    headers: Type.Object({
      'idempotency-key': Type.Optional(Type.String({ description: 'gửi lại với cùng mã thì chỉ thực hiện một lần' })),
    }),
    ...(body && { body }),
    response: { 200: Standing, ...refused, 403: Problem, 409: Problem },
  };
}

/** Does the work once per key and in one transaction; a repeated request gets the same answer. */
async function answer(
  request: FastifyRequest,
  reply: { code(status: number): { send(body: unknown): unknown } },
  deps: DeedDeps,
  work: (tx: Tx, citizen: Citizen, code: string) => Promise<Static<typeof Standing>>,
): Promise<unknown> {
  const citizen = citizenOf(request);
  const { code } = request.params as Static<typeof ReportCodeParam>;
  const keyed = idempotencyKeyOf(request, { who: `citizen:${citizen.id}` });
  const { status, body } = await deps.db.transaction((tx) =>
    once(tx, keyed, deps.now(), async () => ({ status: 200, body: await work(tx, citizen, code) })),
  );
  return reply.code(status).send(body);
}

async function doDeed(tx: Tx, { citizen, code, deps }: Asked, deed: Deed): Promise<Static<typeof Standing>> {
  const stake = await findStake(tx, citizen.id, code);
  await inTheirWords(stake, citizen, () => actOn(tx, stake, deed, deps.now(), deps));
  return standingOf(tx, await findStake(tx, citizen.id, code), citizen);
}

async function follow(tx: Tx, asked: Asked): Promise<Static<typeof Standing>> {
  const { citizen, code, deps } = asked;
  const reading = parseReportCode(code);
  const stake = reading.ok ? await stakeByCode(tx, citizen.id, reading.code) : 'unknown';
  if (stake === 'unknown' || !reading.ok) throw reportNotFound();
  if (stake !== 'stranger' && ownReportOf(stake)) return doDeed(tx, asked, { type: 'join', mainCode: null });
  const [report] = await tx.select().from(reports).where(eq(reports.code, reading.code));
  if (!report) throw reportNotFound();
  await followReport(tx, citizen.id, report, deps.now());
  return standingOf(tx, await findStake(tx, citizen.id, code), citizen);
}

/** Anybody's, as long as the public may read it. */
async function followAny(tx: Tx, { citizen, code, deps }: Asked): Promise<Static<typeof Standing>> {
  const reading = parseReportCode(code);
  const [report] = reading.ok ? await tx.select().from(reports).where(eq(reports.code, reading.code)) : [];
  await followPublished(tx, citizen.id, report, deps.now());
  return standingOf(tx, await findStake(tx, citizen.id, code), citizen);
}

/** Of one's own report only, whatever became of it. */
async function choose(tx: Tx, { citizen, code, deps }: Asked, publish: boolean): Promise<Static<typeof Standing>> {
  const own = ownReportOf(await findStake(tx, citizen.id, code));
  const locked = own && (await lockReports(tx, [own.id])).get(own.id);
  if (!locked) throw reportNotFound();
  await choosePublication(tx, locked, publish, deps.now());
  return standingOf(tx, await findStake(tx, citizen.id, code), citizen);
}

/** The lifecycle explains itself to officials; a citizen is told in their own words, under the same code. */
async function inTheirWords<Result>(stake: Stake, { language }: Citizen, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const { code, status } = error;
    const own = code === 'rating_reason_missing' || code === 'rating_reason_needless';
    throw new AppError({ code, status, detail: own ? error.detail : cannotText(code, stake, language), cause: error });
  }
}
