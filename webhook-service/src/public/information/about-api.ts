import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { Problem } from '../../problem.ts';
import { DEFAULT_CONTROLLER } from '../../rights/consent-texts.ts';
import { KEPT, LanguageQuery, languageOf } from './schemas.ts';

export interface AboutDeps {
  /** The Official Account, and the Mini App once there is one. */
  zalo: { oaId: string; miniappId: string | null };
  /** Who is responsible for personal data, by name. */
  controller?: string | undefined;
}

const About = Type.Object({
  oaId: Type.String({ description: 'Official Account; dùng cho followOA() và openChat()' }),
  chatLink: Type.String({ description: 'mở khung chat với OA, cả ngoài Mini App' }),
  appLink: Type.Union([Type.String(), Type.Null()], { description: 'mở Mini App trong Zalo; null khi chưa có' }),
  controller: Type.String({ description: 'ai chịu trách nhiệm về dữ liệu cá nhân' }),
});

/** `/api/public/about`: who is behind this channel and how to reach it. */
export function registerAboutApi(app: FastifyInstance, { zalo, controller }: AboutDeps): void {
  app.get(
    '/api/public/about',
    {
      schema: {
        tags: ['public'],
        summary: 'Kênh này của ai, liên hệ thế nào',
        querystring: LanguageQuery,
        response: { 200: About, 400: Problem, 429: Problem },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', KEPT);
      return {
        oaId: zalo.oaId,
        // §7.6
        chatLink: `https://zalo.me/${zalo.oaId}`,
        appLink: zalo.miniappId && `https://zalo.me/s/${zalo.miniappId}/`,
        controller: controller ?? DEFAULT_CONTROLLER[languageOf(request.query)],
      };
    },
  );
}
