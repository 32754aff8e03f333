import { createServer } from 'node:http';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import type { DatabaseClients } from '../../../../db/client.ts';
import { logOptions } from '../../log.ts';
import { registerAssets } from '../../public/assets.ts';
import { createOauthClient } from '../../zalo/oauth-client.ts';
import { registerAdminPages } from '../admin-pages.ts';

export interface AdminApp {
  app: FastifyInstance;
  /** What the service has logged, as lines. */
  log: string[];
}

/** The admin pages as the service serves them: same logging, same security headers. */
export async function startAdminApp(options: {
  database: DatabaseClients;
  now: () => Date;
  port: number;
  publicUrl: string;
  dataKey: Buffer;
  staffToken: string | null;
  zalo: { appId: string; appSecret: string; oaId: string; oauthUrl: string; seedRefreshToken?: string | null };
  mayTryAgain?: () => boolean;
}): Promise<AdminApp> {
  const log: string[] = [];
  const { database, zalo, now, publicUrl, dataKey, staffToken } = options;
  const app = fastify({
    logger: { ...logOptions('trace'), stream: { write: (line: string) => void log.push(line) } },
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
  });
  await app.register(helmet);
  await app.register(rateLimit, { max: 1_000, timeWindow: '1 minute' });
  registerAssets(app);
  registerAdminPages(app, {
    ...database,
    ...{ now, publicUrl, dataKey, staffToken },
    zalo: { seedRefreshToken: null, ...zalo },
    oauth: createOauthClient({ ...zalo, timeoutMs: 2_000 }),
    mayTryAgain: async () => options.mayTryAgain?.() ?? true,
  });
  await app.listen({ host: '127.0.0.1', port: options.port });
  return { app, log };
}

/** A browser without script: keeps cookies, follows no redirect by itself. */
export function createVisitor(base: string) {
  let cookie = '';
  const ask = async (path: string, form?: Record<string, string>, headers: Record<string, string> = {}) => {
    const response = await fetch(new URL(path, base), {
      redirect: 'manual',
      headers: { ...(cookie && { cookie }), ...headers },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    const set = response.headers.get('set-cookie');
    if (set) cookie = set.split(';')[0] ?? '';
    const location = response.headers.get('location');
    return {
      status: response.status,
      text: await response.text(),
      location,
      setCookie: set,
      headers: response.headers,
    };
  };
  return {
    get: (path: string) => ask(path),
    post: ask,
    /** The mark of the forms on `/admin`. */
    csrf: async () => /name="csrf" value="([^"]+)"/.exec((await ask('/admin')).text)?.[1] ?? '',
    forget: () => {
      cookie = '';
    },
  };
}

/** An OA administrator presses "Cho phép" on Zalo's page. @returns the address Zalo sends them back to. */
export async function approve(consentUrl: string): Promise<URL> {
  const asked = new URL(consentUrl);
  const answer = await fetch(asked.origin + asked.pathname, {
    method: 'POST',
    redirect: 'manual',
    body: asked.searchParams,
  });
  return new URL(answer.headers.get('location') ?? '');
}

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
