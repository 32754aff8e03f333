import { and, count, eq, inArray } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db, Tx } from '../../../db/client.ts';
import { citizens, reports } from '../../../db/schema/index.ts';
import type { Citizen } from '../conversation/citizens.ts';
import { hasChat } from '../people/oa-user-id.ts';
import { Problem } from '../problem.ts';
import { openStates } from '../reports/lifecycle/states.ts';
import { keepName, nameOpener } from '../rights/name.ts';
import { about, Language, Moment, refused } from './schemas.ts';
import { citizenOf, signInRequired } from './signed-in.ts';

export interface ProfileDeps {
  db: Db;
  dataKey: Buffer;
}

const Profile = Type.Object({
  language: Language,
  chatLinked: Type.Boolean({ description: 'đã biết khung chat của người này với OA' }),
  followsOa: Type.Boolean(),
  notifyAllowed: Type.Boolean({ description: 'cho phép thông báo của Mini App' }),
  name: Type.Union([Type.String(), Type.Null()], { description: 'tên tự ghi, chỉ cán bộ xử lý thấy' }),
  phoneKept: Type.Boolean(),
  isSensitive: Type.Boolean({ description: 'Zalo đánh dấu tài khoản cần được bảo vệ riêng, như của trẻ em' }),
  memberSince: Moment,
  openReports: Type.Integer({ description: 'phản ánh đã gửi mà cơ quan chưa trả lời, hoặc đang hỏi lại' }),
});
const Change = Type.Object(
  {
    language: Type.Optional(Language),
    // Null first: what is no text is then left alone. The empty text is the same, for forms send the one for the other.
    name: Type.Optional(
      Type.Union([Type.Null(), Type.String({ maxLength: 400 })], { description: '1 đến 80 ký tự; null: xóa tên' }),
    ),
  },
  { additionalProperties: false, description: 'bỏ trống: giữ nguyên' },
);

/** What the service knows of whoever has the Mini App open, and what they may set themselves. */
export function registerProfileApi(app: FastifyInstance, deps: ProfileDeps): void {
  const url = '/api/citizen/me';
  const nameOf = nameOpener(deps.dataKey);

  app.get(
    url,
    {
      schema: {
        ...about,
        summary: 'Hồ sơ của tôi: ngôn ngữ, tên, khung chat, phản ánh đang mở',
        response: { 200: Profile, ...refused },
      },
    },
    async (request) => profileOf(deps.db, citizenOf(request), nameOf),
  );

  app.patch(
    url,
    {
      schema: {
        ...about,
        summary: 'Đổi ngôn ngữ, ghi hoặc xóa tên (ghi tên cần đồng ý cho liên hệ trước)',
        body: Change,
        response: { 200: Profile, ...refused, 409: Problem },
      },
      config: { rateLimit: { max: 30, timeWindow: '1 minute' } },
    },
    async (request) => {
      const { id } = citizenOf(request);
      const change = request.body as Static<typeof Change>;
      const changed = await deps.db.transaction((tx) => changeProfile(tx, id, change, deps.dataKey));
      return profileOf(deps.db, changed, nameOf);
    },
  );
}

async function changeProfile(
  tx: Tx,
  citizenId: number,
  { language, name }: Static<typeof Change>,
  dataKey: Buffer,
): Promise<Citizen> {
  const ofMine = () => tx.select().from(citizens).where(eq(citizens.id, citizenId)).for('update');
  const [before] = await ofMine();
  // Erased since the session was looked at: there is nobody to write anything of.
  if (!before || before.erasedAt) throw signInRequired();
  if (language) await tx.update(citizens).set({ language }).where(eq(citizens.id, citizenId));
  if (name !== undefined) await keepName(tx, citizenId, name, dataKey);
  const [after = before] = await ofMine();
  return after;
}

async function profileOf(
  db: Db,
  citizen: Citizen,
  nameOf: ReturnType<typeof nameOpener>,
): Promise<Static<typeof Profile>> {
  const { id, language, followed, notifyAllowed, phoneEnc, isSensitive, createdAt } = citizen;
  const [open] = await db
    .select({ count: count() })
    .from(reports)
    .where(and(eq(reports.citizenId, id), inArray(reports.state, [...openStates])));
  return {
    ...{ language, notifyAllowed, isSensitive },
    chatLinked: hasChat(citizen),
    followsOa: followed,
    name: nameOf(citizen),
    phoneKept: phoneEnc !== null,
    memberSince: createdAt.toISOString(),
    openReports: open?.count ?? 0,
  };
}
