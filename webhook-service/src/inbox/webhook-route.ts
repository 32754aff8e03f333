import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';
import { parseOaEvent } from '../zalo/events.ts';
import { signedTimestamp, verifyOaSignature } from '../zalo/signature.ts';
import type { StoredEvent } from './event-store.ts';

export type WebhookOutcome = 'stored' | 'ignored' | 'bad_signature' | 'bad_body' | 'unavailable';

/** Zalo's events are a few hundred bytes; 256 kB is far above any and far below harm. */
const BODY_LIMIT = 256 * 1024;

/**
 * `POST /webhooks/zalo/oa`: verify the raw bytes, store once, answer 200 (DESIGN rule 4, zalo-platform §1.2–1.5).
 * 200 for everything properly signed, also for what has no effect (console check, unknown events, other OAs), because Zalo
 * unsubscribes an app whose endpoint refuses; 401 for a wrong signature; 503 when the event could not be stored.
 */
export function registerWebhook(
  app: FastifyInstance,
  deps: {
    zalo: Pick<Config['zalo'], 'appId' | 'oaId' | 'oaSecret'>;
    store: (event: StoredEvent) => Promise<void>;
    observe: (outcome: WebhookOutcome) => void;
  },
): void {
  const { zalo, store, observe } = deps;
  app.register(async (scope) => {
    // A logger per request costs as much as reading the event, and its lines would name a request nobody else names.
    scope.setChildLoggerFactory((logger) => logger);
    scope.removeAllContentTypeParsers();
    // Whatever the declared type: the signature is over the bytes. Zalo's own is named so that it is found without parsing it.
    const asBytes = { parseAs: 'buffer' as const, bodyLimit: BODY_LIMIT };
    scope.addContentTypeParser(['application/json', '*'], asBytes, (_request, body, done) => done(null, body));

    // Some consoles probe the address before they accept it (§1.5).
    scope.route({
      method: ['GET', 'HEAD'],
      url: '/webhooks/zalo/oa',
      schema: { hide: true },
      handler: async () => 'ok',
    });

    scope.post('/webhooks/zalo/oa', { schema: { hide: true }, bodyLimit: BODY_LIMIT }, async (request) => {
      const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const text = rawBody.toString('utf8');
      const json = parseJson(text);
      const signed = verifyOaSignature({
        rawBody,
        timestamp: signedTimestamp(json),
        header: request.headers['x-zevent-signature'],
        appId: zalo.appId,
        oaSecret: zalo.oaSecret,
      });
      if (!signed) {
        observe('bad_signature');
        request.log.warn({ bytes: rawBody.length }, 'webhook refused: wrong signature');
        throw new AppError({
          code: 'webhook_signature_invalid',
          status: 401,
          detail: 'Chữ ký của sự kiện không đúng.',
        });
      }
      const server = request.headers['x-zevent-server'];
      const parsed = parseOaEvent(json, zalo.oaId, typeof server === 'string' ? server : undefined);
      // What has no effect is not kept either: it may name people in places where an erasure would not find them (tags, groups).
      if (parsed.kind === 'ignored' || parsed.event.type === 'other') {
        observe('ignored');
        return '';
      }
      try {
        await store({
          dedupeKey: parsed.dedupeKey,
          eventName: parsed.name,
          zaloUserId: parsed.userId,
          eventAt: parsed.eventTime.getTime(),
          body: text,
        });
      } catch (error) {
        observe('unavailable');
        throw new AppError({
          code: 'inbox_unavailable',
          status: 503,
          detail: 'Chưa lưu được sự kiện, xin gửi lại sau.',
          cause: error,
        });
      }
      observe('stored');
      return '';
    });
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Malformed input carries no timestamp, so its signature cannot be right: it is refused as such.
    return undefined;
  }
}
