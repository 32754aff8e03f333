import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import { Problem } from '../../problem.ts';
import { consentTexts, DEFAULT_CONTROLLER, purposes } from '../../rights/consent-texts.ts';
import { privacyTexts } from '../privacy/privacy-texts.ts';
import { KEPT, LanguageQuery, languageOf } from './schemas.ts';

const Notice = Type.Object({
  title: Type.String(),
  lead: Type.String(),
  sections: Type.Array(
    Type.Object({
      title: Type.String(),
      items: Type.Array(Type.String(), { description: 'nhiều hơn một: danh sách; một: đoạn văn' }),
    }),
  ),
});

/** `/api/public/privacy-notice`: the words of `/quyen-rieng-tu`, for the Mini App to show as a page of its own. */
export function registerNoticeApi(app: FastifyInstance, deps: { controller?: string | undefined }): void {
  app.get(
    '/api/public/privacy-notice',
    {
      schema: {
        tags: ['public'],
        summary: 'Thông báo về dữ liệu cá nhân, như trên trang Quyền riêng tư',
        querystring: LanguageQuery,
        response: { 200: Notice, 400: Problem, 429: Problem },
      },
    },
    async (request, reply): Promise<Static<typeof Notice>> => {
      const language = languageOf(request.query);
      const texts = privacyTexts[language];
      const controller = deps.controller ?? DEFAULT_CONTROLLER[language];
      const purposeLine = (purpose: (typeof purposes)[number]) => {
        const { title, basis, wording } = consentTexts[purpose];
        return `${title[language]} (${texts.basis[basis]}): ${wording(controller)[language]}`;
      };
      reply.header('cache-control', KEPT);
      return {
        title: texts.title,
        lead: texts.lead(controller),
        sections: [
          { title: texts.whatTitle, items: [...texts.what] },
          { title: texts.whyTitle, items: purposes.map(purposeLine) },
          { title: texts.rightsTitle, items: [...texts.rights, texts.times] },
          { title: texts.erasureTitle, items: [texts.erasure] },
          { title: texts.othersTitle, items: [...texts.others] },
        ],
      };
    },
  );
}
