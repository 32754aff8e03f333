import { eq } from 'drizzle-orm';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Db } from '../../../../db/client.ts';
import { citizens } from '../../../../db/schema/index.ts';
import type { Language } from '../../deadlines/due-words.ts';
import { collectPersonalData } from '../../rights/export/collect.ts';
import { DOWNLOAD_PATH, noteDownloaded, requestOfLink } from '../../rights/export/download-link.ts';
import { personalDataPdf } from '../../rights/export/pdf.ts';
import { PRIVACY_PATH } from '../../rights/notice.ts';
import type { Page } from '../layout.ts';
import { exportDepsOf } from './export-deps.ts';
import { downloadPage, linkOverPage, privacyPage } from './privacy-page.ts';

export interface PrivacyRoutesDeps {
  db: Db;
  now: () => Date;
  dataKey: Buffer;
  publicUrl: string;
  /** Who is responsible, by name. */
  controller?: string | undefined;
}

/** How the public pages are sent and asked for. */
export interface PageTools {
  send: (request: FastifyRequest, reply: FastifyReply, content: Page, status?: number) => unknown;
  languageOf: (request: FastifyRequest) => Language;
  /** Options of a page, and of one that is slowed down for whoever tries many. */
  page: object;
  lookUp: object;
}

/** `/quyen-rieng-tu`, and the download behind a link of the chat: what cannot be guessed opens it for a day. */
export function registerPrivacyPages(pages: FastifyInstance, tools: PageTools, deps: PrivacyRoutesDeps): void {
  const { send, languageOf, page, lookUp } = tools;
  pages.get(PRIVACY_PATH, page, async (request, reply) => {
    reply.header('cache-control', 'no-cache');
    return send(request, reply, privacyPage(languageOf(request), deps.controller));
  });

  pages.get(`${DOWNLOAD_PATH}/:token`, lookUp, async (request, reply) => {
    const { token } = request.params as { token: string };
    const found = await requestOfLink(deps.db, token, deps.now());
    reply.header('referrer-policy', 'no-referrer');
    if (!found) return send(request, reply, linkOverPage(languageOf(request)), 404);
    return send(request, reply, downloadPage(languageOf(request), `${DOWNLOAD_PATH}/${token}`));
  });

  for (const type of ['pdf', 'json'] as const) {
    pages.get(`${DOWNLOAD_PATH}/:token/du-lieu.${type}`, lookUp, async (request, reply) => {
      const { token } = request.params as { token: string };
      const content = await contentFor(token, type, deps);
      if (content === null) return send(request, reply, linkOverPage(languageOf(request)), 404);
      return reply
        .type(type === 'json' ? 'application/json; charset=utf-8' : 'application/pdf')
        .header('cache-control', 'no-store')
        .header('x-robots-tag', 'noindex, nofollow')
        .header('x-content-type-options', 'nosniff')
        .header('content-disposition', `attachment; filename="du-lieu-cua-toi.${type}"`)
        .send(content);
    });
  }
}

async function contentFor(
  token: string,
  type: 'pdf' | 'json',
  deps: PrivacyRoutesDeps,
): Promise<string | Buffer | null> {
  const { db, now } = deps;
  const request = await requestOfLink(db, token, now());
  const [citizen] = request ? await db.select().from(citizens).where(eq(citizens.id, request.citizenId)) : [];
  if (!citizen || citizen.erasedAt) return null;
  const data = await collectPersonalData(db, citizen, exportDepsOf(deps));
  const content = type === 'json' ? JSON.stringify(data, null, 2) : await personalDataPdf(data, citizen.language);
  await db.transaction((tx) => noteDownloaded(tx, citizen.id, now()));
  return content;
}
