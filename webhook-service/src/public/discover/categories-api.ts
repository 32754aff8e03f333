import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db, Tx } from '../../../../db/client.ts';
import { categories, categoryGroups } from '../../../../db/seed/categories.ts';
import { categoryHint } from '../../../../db/seed/category-hints.ts';
import type { Language } from '../../deadlines/due-words.ts';
import { type DuePolicy, figuresFor } from '../../deadlines/policy.ts';
import { Problem } from '../../problem.ts';
import { refusalReasonCodes, refusalReasons } from '../../reports/lifecycle/refusal-reasons.ts';
import type { ClockSetting } from '../../reports/perform/clocks-after.ts';
import { answerTimeWords } from './answer-time-words.ts';
import { sendCacheable } from './cacheable.ts';
import { about, Lang, NullableText } from './schemas.ts';
import { capital, whereInstead } from './where-instead.ts';

export interface CategoriesApiDeps {
  db: Db;
  setting: (tx: Tx) => Promise<ClockSetting>;
}

const CategoryItem = Type.Object({
  code: Type.String(),
  name: Type.String(),
  hint: Type.String({ description: 'nên viết, chụp gì' }),
  example: Type.String({ description: 'một phản ánh mẫu' }),
  accepts: Type.Boolean({ description: 'sai: kênh này không giải quyết, xem whereInstead' }),
  whereInstead: NullableText,
  emergencyNumbers: Type.Array(Type.String(), { description: 'gọi trước khi gửi' }),
  published: Type.Boolean({ description: 'có thể được công khai nếu người gửi đồng ý' }),
  answerTime: Type.Union([Type.String(), Type.Null()], {
    description: 'thời gian trả lời, tính từ khi đơn vị nhận việc; null: không có',
  }),
});
const Groups = Type.Object({
  groups: Type.Array(
    Type.Object({
      code: Type.String(),
      name: Type.String(),
      hint: Type.String(),
      example: Type.String(),
      categories: Type.Array(CategoryItem),
    }),
  ),
});
const Refusals = Type.Object({
  items: Type.Array(
    Type.Object({
      code: Type.String(),
      reason: Type.String({ description: 'vì sao không giải quyết ở đây' }),
      where: Type.String({ description: 'gửi tới đâu' }),
    }),
  ),
});

const Query = Type.Object({ lang: Lang });
const HOUR = 3_600;

/** `/api/public/categories` and `/api/public/refusals`: what to report here, what to write, and where to turn with the rest. */
export function registerCategoriesApi(app: FastifyInstance, { db, setting }: CategoriesApiDeps): void {
  const refused = { 304: Type.Null(), 400: Problem, 429: Problem };
  app.get(
    '/api/public/categories',
    {
      schema: {
        ...about,
        summary: 'Các lĩnh vực theo nhóm: nên viết gì, bao lâu có trả lời, việc không thuộc kênh này thì gửi đâu',
        querystring: Query,
        response: { 200: Groups, ...refused },
      },
    },
    async (request, reply) => {
      const { lang = 'vi' } = request.query as { lang?: Language };
      const { policy } = await setting(db);
      return sendCacheable(request, reply, { groups: groupsIn(lang, policy) }, { seconds: HOUR });
    },
  );

  app.get(
    '/api/public/refusals',
    {
      schema: {
        ...about,
        summary: 'Việc không giải quyết ở kênh này: lý do và nơi có thể gửi',
        querystring: Query,
        response: { 200: Refusals, ...refused },
      },
    },
    async (request, reply) => {
      const { lang = 'vi' } = request.query as { lang?: Language };
      return sendCacheable(request, reply, { items: refusalsIn(lang) }, { seconds: HOUR });
    },
  );
}

function groupsIn(language: Language, policy: DuePolicy): Static<typeof Groups>['groups'] {
  const name = (named: { nameVi: string; nameEn: string }) => (language === 'en' ? named.nameEn : named.nameVi);
  const words = (code: string) => categoryHint(code, language) ?? { hint: '', example: '' };
  return categoryGroups.map((group) => ({
    ...words(group.code),
    code: group.code,
    name: name(group),
    categories: categories
      .filter((category) => category.group === group.code)
      .map((category) => ({
        ...words(category.code),
        code: category.code,
        name: name(category),
        accepts: category.accepts,
        whereInstead: whereInstead(category.code, language),
        emergencyNumbers: category.emergencyNumbers,
        published: category.publicByDefault,
        answerTime: answerTimeWords(figuresFor(policy, category.priority, category.code), language),
      })),
  }));
}

function refusalsIn(language: Language): Static<typeof Refusals>['items'] {
  return refusalReasonCodes.map((code) => {
    const { vi, en, whereVi, whereEn } = refusalReasons[code];
    return {
      code,
      reason: capital(language === 'en' ? en : vi),
      where: capital(language === 'en' ? whereEn : whereVi),
    };
  });
}
