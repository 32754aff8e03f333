import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Db } from '../../../../db/client.ts';
import type { PriorityClass } from '../../../../db/seed/priority-policy.ts';
import type { Language } from '../../deadlines/due-words.ts';
import type { ClassPolicy } from '../../deadlines/policy-schema.ts';
import { createPolicyStore } from '../../deadlines/policy-store.ts';
import { Problem } from '../../problem.ts';
import { answerTimeWords } from '../discover/answer-time-words.ts';
import { KEPT, LanguageQuery, languageOf } from './schemas.ts';

type Answered = Exclude<PriorityClass, 'none'>;

/** What kind of matter a class is, as a citizen would name it. */
const classNames: Readonly<Record<Answered, Readonly<Record<Language, string>>>> = {
  emergency: { vi: 'Khẩn cấp: đang nguy hiểm cho người', en: 'Emergency: people are in danger' },
  urgent: { vi: 'Khẩn: dễ gây tai nạn hoặc mất điện, mất nước', en: 'Urgent: accidents may follow, no power or water' },
  normal: {
    vi: 'Thông thường: rác, đèn đường, cây xanh, tiếng ồn',
    en: 'Ordinary: waste, street lights, trees, noise',
  },
  complex: { vi: 'Phức tạp: cần khảo sát, cần kinh phí', en: 'Complex: needs a survey or a budget' },
};
const classes = Object.keys(classNames) as Answered[];

const Promises = Type.Object({
  items: Type.Array(
    Type.Object({
      class: Type.Unsafe<Answered>(Type.Enum([...classes])),
      name: Type.String(),
      accept: Type.String({ description: 'từ lúc gửi đến lúc có đơn vị xử lý' }),
      answer: Type.String({ description: 'từ lúc có đơn vị xử lý đến lúc có câu trả lời' }),
      again: Type.String({ description: 'trả lời lại khi bạn báo việc chưa xong' }),
    }),
  ),
  confirmDays: Type.Integer({ description: 'số ngày để bạn cho biết việc đã xong hay chưa' }),
});

/** `/api/public/promises`: how long things may take, by the policy in force today. */
export function registerPromisesApi(app: FastifyInstance, { db, now }: { db: Db; now: () => Date }): void {
  const policies = createPolicyStore(now);
  app.get(
    '/api/public/promises',
    {
      schema: {
        tags: ['public'],
        summary: 'Bao lâu thì phản ánh có đơn vị xử lý và có câu trả lời',
        querystring: LanguageQuery,
        response: { 200: Promises, 400: Problem, 429: Problem },
      },
    },
    async (request, reply) => {
      const language = languageOf(request.query);
      const policy = await policies.current(db);
      reply.header('cache-control', KEPT);
      return {
        items: classes.flatMap((name) => lineOf(name, policy.classes[name], language) ?? []),
        confirmDays: policy.confirmDays,
      };
    },
  );
}

/** Null for a class to which no answer is promised. */
function lineOf(name: Answered, figures: ClassPolicy, language: Language) {
  const { acceptHours, answerHours, reopenHours } = figures;
  const accept = answerTimeWords({ ...figures, answerHours: acceptHours }, language);
  const answer = answerTimeWords(figures, language);
  const again = answerTimeWords({ ...figures, answerHours: reopenHours ?? answerHours }, language);
  return accept && answer && again ? { class: name, name: classNames[name][language], accept, answer, again } : null;
}
