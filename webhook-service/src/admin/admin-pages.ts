import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import type {} from '@fastify/helmet';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { Value } from 'typebox/value';
import type { Db, Sql } from '../../../db/client.ts';
import { errorCodeOf } from '../error-codes.ts';
import type { ConsentClient } from '../zalo/oauth-client.ts';
import { beginConsent, CALLBACK_PATH } from './consent-request.ts';
import { type Operator, operatorById, operatorByToken } from './find-operator.ts';
import { finishConsent } from './finish-consent.ts';
import { connectionPage, signInPage, toldPage } from './pages.ts';
import { readConnection } from './read-connection.ts';
import {
  type AdminSession,
  cookieOptions,
  isOwnForm,
  newSession,
  openSession,
  SESSION_COOKIE,
  sealSession,
} from './session.ts';
import { type AdminTrouble, consentTold, troubleTold } from './texts.ts';

export interface AdminPagesDeps {
  db: Db;
  sql: Sql;
  now: () => Date;
  publicUrl: string;
  dataKey: Buffer;
  zalo: { appId: string; oaId: string; oauthUrl: string; seedRefreshToken: string | null };
  oauth: ConsentClient;
  /** Bearer token of the intake desk, who may also come in here; null when everybody has one of their own. */
  staffToken: string | null;
  /** Counts a failed sign-in; false when this address has had too many. */
  mayTryAgain: (request: FastifyRequest) => Promise<boolean>;
}

/** Longer than any of Zalo's codes or of our tokens. */
const LONGEST_FIELD = 2_000;
const FORM_LIMIT = 8 * 1024;

/** `/admin`: how the connection with Zalo stands, and the consent it lives on (§2.1). For operations staff; works without script. */
export function registerAdminPages(app: FastifyInstance, deps: AdminPagesDeps): void {
  const { db, now, dataKey, publicUrl, zalo } = deps;
  const page = { schema: { hide: true }, helmet: { contentSecurityPolicy: contentSecurityPolicy(zalo.oauthUrl) } };
  const limited = { ...page, bodyLimit: FORM_LIMIT, config: { rateLimit: { max: 30, timeWindow: '1 minute' } } };

  // A scope of its own: cookies and forms exist here and nowhere else.
  app.register(async (admin) => {
    await admin.register(cookie);
    await admin.register(formbody, { bodyLimit: FORM_LIMIT });
    admin.setErrorHandler((error: { statusCode?: number }, request, reply) => {
      const tooMany = error.statusCode === 429;
      // The code alone: the address of the callback carries Zalo's code, a form the token.
      if (!tooMany) request.log.error({ code: errorCodeOf(error) }, 'admin page failed');
      return tell(reply, tooMany ? 'too_many_requests' : 'page_failed');
    });

    admin.get('/admin', page, async (request, reply) => {
      const signedIn = await whoIs(request);
      if (!signedIn) return send(reply, signInPage());
      const connection = await readConnection(db, zalo.oaId, now());
      return send(reply, connectionPage(connection, signedIn.session, signedIn.operator));
    });

    admin.post('/admin/sign-in', limited, async (request, reply) => {
      // A form on another site must not sign anybody in as somebody else.
      if (request.headers['sec-fetch-site'] === 'cross-site') return tell(reply, 'form_outdated');
      const token = field(request.body, 'token')?.trim() ?? '';
      const operator = token === '' ? null : await operatorByToken(deps, token);
      if (operator === null || operator === 'not_allowed') {
        if (!(await deps.mayTryAgain(request))) return tell(reply, 'too_many_requests');
        const told = troubleTold[operator === null ? 'token_wrong' : 'role_missing'];
        return send(reply, signInPage(told), told.status);
      }
      const session = sealSession(dataKey, newSession(operator.id, now()));
      return reply.setCookie(SESSION_COOKIE, session, cookieOptions(publicUrl)).redirect('/admin', 303);
    });

    admin.post('/admin/sign-out', limited, async (_request, reply) =>
      reply.clearCookie(SESSION_COOKIE, cookieOptions(publicUrl)).redirect('/admin', 303),
    );

    admin.post('/admin/zalo/consent', limited, async (request, reply) => {
      const signedIn = await whoIs(request);
      if (!signedIn) return reply.redirect('/admin', 303);
      if (!isOwnForm(signedIn.session, field(request.body, 'csrf'))) return tell(reply, 'form_outdated');
      const who = { startedBy: signedIn.operator.id, now: now() };
      const address = await beginConsent(db, who, { ...zalo, publicUrl, dataKey });
      return reply.header('cache-control', 'no-store').redirect(address, 303);
    });

    admin.get(CALLBACK_PATH, limited, async (request, reply) => {
      const signedIn = await whoIs(request);
      const answer = {
        code: field(request.query, 'code'),
        oaId: field(request.query, 'oa_id'),
        state: field(request.query, 'state'),
      };
      const consent = { ...deps, oaId: zalo.oaId, seedRefreshToken: zalo.seedRefreshToken };
      const by = { signedIn: signedIn?.operator.id ?? null, now: now() };
      const outcome = await finishConsent(consent, answer, by);
      request.log.info({ outcome }, 'zalo consent');
      const told = consentTold[outcome];
      const code = outcome === 'consented' ? null : outcome;
      return send(reply, toldPage(told, code), told.status);
    });
  });

  async function whoIs(request: FastifyRequest): Promise<{ session: AdminSession; operator: Operator } | null> {
    const session = openSession(dataKey, request.cookies[SESSION_COOKIE], now());
    const operator = session && (await operatorById(deps, session.operatorId));
    return session && operator ? { session, operator } : null;
  }
}

/** Nothing but our own stylesheet; forms to ourselves and, since Chromium also checks where a form is redirected to, to Zalo. */
function contentSecurityPolicy(oauthUrl: string) {
  return {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'"],
      formAction: ["'self'", new URL(oauthUrl).origin],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  };
}

const Fields = Type.Record(Type.String(), Type.Unknown());

/** One short, non-empty field of a form or of a query; null for anything else. */
function field(from: unknown, name: string): string | null {
  const value = Value.Check(Fields, from) ? from[name] : undefined;
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_FIELD ? value : null;
}

function tell(reply: FastifyReply, trouble: AdminTrouble) {
  const told = troubleTold[trouble];
  return send(reply, toldPage(told, trouble), told.status);
}

function send(reply: FastifyReply, content: string, status = 200) {
  return reply
    .code(status)
    .headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow', 'content-language': 'vi' })
    .type('text/html; charset=utf-8')
    .send(content);
}
