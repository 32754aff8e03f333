import type { FastifyInstance } from 'fastify';
import type { Db } from '../../../db/client.ts';
import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';
import { takeWithdraw } from '../rights/withdraw.ts';
import { verifyMiniappSignature } from '../zalo/miniapp-signature.ts';
import type { WebhookOutcome } from './webhook-route.ts';

const BODY_LIMIT = 64 * 1024;
/** No time limit is documented (§7.5); the OA's is two seconds, and who waits longer than that should be told to try again. */
const DEADLINE_MS = 1_500;

export interface MiniappWebhookDeps {
  zalo: Pick<Config['zalo'], 'miniappId' | 'miniappApiKey'>;
  db: Db;
  now: () => Date;
  observe: (outcome: WebhookOutcome) => void;
}

/**
 * `POST /webhooks/zalo/miniapp` (§7.5). `user.revoke.consent` becomes a request to erase, committed before the 200 and once
 * for every event; everything else that is properly signed is 200 without effect. 401 for a wrong signature, 503 when it
 * could not be stored or there is no Open API key to check it by. Redis is not asked.
 */
export function registerMiniappWebhook(app: FastifyInstance, deps: MiniappWebhookDeps): void {
  const { zalo, observe } = deps;
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    const asBytes = { parseAs: 'buffer' as const, bodyLimit: BODY_LIMIT };
    scope.addContentTypeParser(['application/json', '*'], asBytes, (_request, body, done) => done(null, body));
    const url = '/webhooks/zalo/miniapp';
    // Some consoles probe the address before they accept it (§1.5).
    scope.route({ method: ['GET', 'HEAD'], url, schema: { hide: true }, handler: async () => 'ok' });

    scope.post(url, { schema: { hide: true }, bodyLimit: BODY_LIMIT }, async (request) => {
      if (zalo.miniappApiKey === null) throw notConfigured();
      const body = parsed(request.body);
      const header = request.headers['x-zevent-signature'];
      if (!verifyMiniappSignature({ body, header, apiKey: zalo.miniappApiKey })) {
        observe('bad_signature');
        request.log.warn('mini app webhook refused: wrong signature');
        throw new AppError({
          code: 'webhook_signature_invalid',
          status: 401,
          detail: 'Chữ ký của sự kiện không đúng.',
        });
      }
      const revoked = revocationOf(body, zalo.miniappId);
      if (!revoked) {
        observe('ignored');
        return '';
      }
      await within(DEADLINE_MS, store(revoked, deps)).catch((error: unknown) => {
        observe('unavailable');
        throw unavailable(error);
      });
      observe('stored');
      return '';
    });
  });
}

interface Revocation {
  userId: string;
  at: Date;
}

/** Who withdraws, and when; null for any other event, another app, or a body that names nobody. */
function revocationOf(body: unknown, miniappId: string | null): Revocation | null {
  const { event, appId, userId, timestamp } = body as Record<string, unknown>;
  if (event !== 'user.revoke.consent' || (miniappId !== null && String(appId) !== miniappId)) return null;
  const at = new Date(Number(timestamp));
  const id = typeof userId === 'string' || typeof userId === 'number' ? String(userId) : '';
  return /^\d{1,25}$/.test(id) && !Number.isNaN(at.getTime()) ? { userId: id, at } : null;
}

async function store({ userId, at }: Revocation, { db, now }: MiniappWebhookDeps): Promise<void> {
  const key = `user.revoke.consent|${userId}|${at.getTime()}`;
  const withdrawal = { oaUserId: null, userIdByApp: userId, source: 'miniapp_revoke' as const, at, key };
  await db.transaction((tx) => takeWithdraw(tx, withdrawal, now()));
}

function parsed(body: unknown): unknown {
  try {
    return Buffer.isBuffer(body) ? JSON.parse(body.toString('utf8')) : undefined;
  } catch {
    return undefined;
  }
}

/** What is late may still be stored; the event comes again and finds itself known. */
async function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => {});
  }
}

function notConfigured(): AppError {
  return new AppError({
    code: 'miniapp_webhook_not_configured',
    status: 503,
    detail: 'Chưa cấu hình ZALO_MINIAPP_API_KEY nên chưa kiểm tra được chữ ký.',
  });
}

function unavailable(cause: unknown): AppError {
  const detail = 'Chưa lưu được sự kiện, xin gửi lại sau.';
  return new AppError({ code: 'inbox_unavailable', status: 503, detail, cause });
}
