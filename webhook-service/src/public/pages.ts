import type {} from '@fastify/helmet';
import { eq } from 'drizzle-orm';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Db } from '../../../db/client.ts';
import { reports } from '../../../db/schema/index.ts';
import type { Language } from '../deadlines/due-words.ts';
import { errorCodeOf, isOutage } from '../error-codes.ts';
import type { MediaStore } from '../media/store.ts';
import { parseReportCode } from '../reports/report-code.ts';
import { answeredReport, answersArePublic, proofOf } from './answers-view.ts';
import { registerAssets } from './assets.ts';
import { homePage } from './home-page.ts';
import { layout, type Page, type PageAssets, withLanguage } from './layout.ts';
import { type PrivacyRoutesDeps, registerPrivacyPages } from './privacy/privacy-routes.ts';
import { sendProof } from './proof.ts';
import { reportView } from './report-view.ts';
import { statusPage } from './status-page.ts';
import { lookUpPage, troublePage } from './trouble-page.ts';

export interface PublicPagesDeps {
  db: Db;
  /** Where the proof of answers lies; without it the pages show none. */
  media?: MediaStore;
  /** Default: the clock of the machine. */
  now?: () => Date;
  /** The Official Account's id, for the link into its chat; without it the pages describe the way in words. */
  zaloOaId?: string;
  /** What the download of one's own data needs; without it there are no privacy pages. */
  privacy?: Pick<PrivacyRoutesDeps, 'controller' | 'dataKey' | 'publicUrl'>;
}

/** Nothing but our own stylesheet, fonts and images; forms only to ourselves. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    fontSrc: ["'self'"],
    imgSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
};
const page = { schema: { hide: true }, helmet: { contentSecurityPolicy } };
// As at /api/public: a code is a name to dictate, not a password, so trying many of them is slowed down.
const lookUp = { ...page, config: { rateLimit: { max: 30, timeWindow: '1 minute' } } };
// A page asks for several pictures at once.
const picture = { ...page, config: { rateLimit: { max: 240, timeWindow: '1 minute' } } };

/** `/` and `/tra-cuu/:code`: the pages anyone may read, written by the server and complete without script. */
export async function registerPublicPages(app: FastifyInstance, deps: PublicPagesDeps): Promise<void> {
  const assets = registerAssets(app);
  const now = deps.now ?? (() => new Date());
  const zaloLink = deps.zaloOaId ? `https://zalo.me/${deps.zaloOaId}` : null;

  // A scope of its own: people get a page, also when something goes wrong, and programs keep their problem documents.
  await app.register(async (pages) => {
    pages.setErrorHandler((error: { statusCode?: number }, request, reply) => {
      const status = statusOf(error);
      if (status >= 500) request.log.error({ code: errorCodeOf(error) }, 'page failed');
      const trouble = status === 429 ? 'too_many' : status < 500 ? 'code_wrong' : 'failed';
      return send(request, reply, assets, troublePage(languageOf(request), trouble), status);
    });

    pages.get('/', page, async (request, reply) => {
      // Revalidated each time: a page kept by a browser would name a stylesheet that is gone.
      reply.header('cache-control', 'no-cache');
      return send(request, reply, assets, homePage(languageOf(request), { zaloLink }));
    });

    pages.get('/tra-cuu', lookUp, async (request, reply) => {
      const { ma } = request.query as { ma?: unknown };
      const language = languageOf(request);
      if (ma === undefined) return send(request, reply, assets, lookUpPage(language));
      const typed = typeof ma === 'string' ? ma : '';
      const reading = parseReportCode(typed);
      if (!reading.ok) return send(request, reply, assets, troublePage(language, 'code_wrong', typed), 422);
      return toReport(reply, reading.code, language);
    });

    pages.get('/tra-cuu/:code', lookUp, async (request, reply) => {
      const { code: typed } = request.params as { code: string };
      const language = languageOf(request);
      const reading = parseReportCode(typed);
      if (!reading.ok) return send(request, reply, assets, troublePage(language, 'code_wrong', typed), 422);
      if (reading.code !== typed) return toReport(reply, reading.code, language);
      const view = await reportView(deps.db, reading.code, language);
      if (!view) return send(request, reply, assets, troublePage(language, 'code_unknown', typed), 404);
      return send(request, reply, assets, statusPage(view, language, now()));
    });

    for (const size of ['', '/thumbnail'] as const) {
      pages.get(`/tra-cuu/:code/minh-chung/:id${size}`, picture, async (request, reply) => {
        const piece = await publicProof(deps.db, request.params as { code: string; id: string });
        const options = deps.media && { media: deps.media, small: size !== '', kept: 'private' as const };
        if (piece && options && (await sendProof(reply, piece, options))) return reply;
        return send(request, reply, assets, troublePage(languageOf(request), 'page_unknown'), 404);
      });
    }

    if (deps.privacy) {
      const sendPage = (request: FastifyRequest, reply: FastifyReply, content: Page, status?: number) =>
        send(request, reply, assets, content, status);
      const tools = { send: sendPage, languageOf, page, lookUp };
      registerPrivacyPages(pages, tools, { db: deps.db, now, ...deps.privacy });
    }

    // A mistyped address: people get a page, programs the problem document everyone else gives.
    pages.get('/*', lookUp, async (request, reply) => {
      if (!request.headers.accept?.includes('text/html')) return reply.callNotFound();
      return send(request, reply, assets, troublePage(languageOf(request), 'page_unknown'), 404);
    });
  });
}

/** A piece of proof anyone with the code may see; null for any other. */
async function publicProof(db: Db, { code: typed, id }: { code: string; id: string }) {
  const reading = parseReportCode(typed);
  if (!reading.ok || !/^\d{1,15}$/.test(id)) return null;
  const [report] = await db.select().from(reports).where(eq(reports.code, reading.code));
  if (!report) return null;
  const answered = await answeredReport(db, report);
  return answersArePublic(answered) ? proofOf(db, answered.id, Number(id)) : null;
}

function toReport(reply: FastifyReply, code: string, language: Language) {
  return reply.header('cache-control', 'no-store').redirect(withLanguage(`/tra-cuu/${code}`, language), 302);
}

function send(request: FastifyRequest, reply: FastifyReply, assets: PageAssets, content: Page, status = 200) {
  const language = languageOf(request);
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  if (!content.indexed) reply.header('x-robots-tag', 'noindex, nofollow');
  return reply
    .code(status)
    .header('content-language', language)
    .type('text/html; charset=utf-8')
    .send(layout({ language, addressIn: (wanted) => addressIn(request.url, wanted), assets }, content));
}

/** English for whoever asks for it; anything else is Vietnamese, never an error. */
function languageOf(request: FastifyRequest): Language {
  return (request.query as { lang?: unknown } | undefined)?.lang === 'en' ? 'en' : 'vi';
}

/** The same page in the other language, with whatever was typed. */
function addressIn(url: string, language: Language): string {
  const { pathname, searchParams } = new URL(url, 'http://page.invalid');
  searchParams.delete('lang');
  return withLanguage(searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname, language);
}

function statusOf(error: { statusCode?: number }): number {
  if (isOutage(error)) return 503;
  return error.statusCode ?? 500;
}
