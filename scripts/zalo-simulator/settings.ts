import type { SimSettings } from './control-api.ts';
import { isFilled, isHttpUrl, isObject, type JsonObject } from './values.ts';

export type DeepPartial<T> = T extends object ? { [K in keyof T]?: DeepPartial<T[K]> } : T;

/** Where the service listens; the Mini App's address is the OA's with another last part unless it is given. */
export interface Receivers {
  webhookUrl: string;
  miniappWebhookUrl: string;
}

export function receiversOf(webhookUrl: string, miniappWebhookUrl?: string): Receivers {
  return { webhookUrl, miniappWebhookUrl: miniappWebhookUrl ?? new URL('miniapp', webhookUrl).href };
}

/** The documentation's own sample id (§7.4). */
const NOTIFICATION_TEMPLATE = '00126fd75392bacce383';

export function defaultSettings({ webhookUrl, miniappWebhookUrl }: Receivers): SimSettings {
  return {
    fault: null,
    faultHost: 'oa',
    faultCalls: 0,
    slowMs: 3000,
    csButtons: 'accept',
    freeTier: false,
    echo: 'after',
    echoDelayMs: 0,
    autoReceive: true,
    autoSee: false,
    webhook: {
      url: webhookUrl,
      subscribed: true,
      deliver: 'all',
      dropRate: 0,
      retryOn: 'any-failure',
      copies: 1,
      delayMinMs: 0,
      delayMaxMs: 0,
      retryScale: 1,
      badSignature: false,
      numericTimestamp: false,
      omitUserIdByApp: false,
      rawStyle: 'compact',
      emptyAdminId: false,
    },
    // §3.11: 4000 a minute per app; §3.5: the Growth package brings 500 messages a month.
    rateLimitPerMinute: 4000,
    subQuota: 500,
    purchaseQuota: 1000,
    appStatus: 'active',
    enforceAppSecretProof: true,
    callerOutsideVietnam: false,
    // §4.3: the first step of the ladder.
    zns: { zca: 'funded', developmentWallet: 'funded', dailyQuota: 500, quality: 'HIGH' },
    miniapp: {
      webhookUrl: miniappWebhookUrl,
      webhookRetry: 'none',
      templateIds: [NOTIFICATION_TEMPLATE],
      dailyQuota: 1000,
      // No frequency is published (§12.17); generous enough for a test, small enough to be met.
      perPersonDaily: 20,
      ipAllowed: true,
      scopeGranted: true,
    },
  };
}

const CHOICES: Record<string, readonly unknown[]> = {
  fault: [
    null,
    'slow',
    'http500',
    'http500-after',
    'timeout-after',
    'reset',
    'reset-after',
    'error-32',
    'error-216',
    'error-224',
  ],
  faultHost: ['oa', 'oauth', 'business', 'miniapp'],
  deliver: ['all', 'none'],
  zca: ['funded', 'empty', 'none'],
  developmentWallet: ['funded', 'empty'],
  quality: ['HIGH', 'MEDIUM', 'LOW', 'UNDEFINED'],
  webhookRetry: ['none', 'ladder'],
  csButtons: ['accept', 'reject'],
  echo: ['before', 'after', 'none'],
  retryOn: ['connection', 'any-failure'],
  appStatus: ['active', 'inactive', 'product-not-registered', 'oa-not-authorised'],
  rawStyle: ['compact', 'spaced', 'escaped', 'shuffled'],
};

/** Merges a partial into the settings in place; answers the name of the first field that does not fit, if any. */
export function mergeSettings(settings: SimSettings, patch: unknown): string | undefined {
  if (!isObject(patch)) return 'settings';
  const wrong = firstMisfit(settings as unknown as JsonObject, patch);
  if (wrong) return wrong;
  apply(settings as unknown as JsonObject, patch);
  return undefined;
}

function firstMisfit(target: JsonObject, patch: JsonObject): string | undefined {
  for (const [key, value] of Object.entries(patch)) {
    const current = target[key];
    if (!(key in target)) return key;
    if (isObject(current)) {
      const inner = isObject(value) ? firstMisfit(current, value) : key;
      if (inner) return inner;
      continue;
    }
    if (!fits(key, current, value)) return key;
  }
  return undefined;
}

function fits(key: string, current: unknown, value: unknown): boolean {
  const choices = CHOICES[key];
  if (choices) return choices.includes(value);
  if (Array.isArray(current)) return Array.isArray(value) && value.every(isFilled);
  if (ADDRESSES.includes(key)) return isHttpUrl(value);
  if (key === 'dropRate') return typeof value === 'number' && value >= 0 && value <= 1;
  if (typeof value === 'number') return typeof current === 'number' && Number.isFinite(value) && value >= 0;
  return typeof value === typeof current;
}

const ADDRESSES = ['url', 'webhookUrl'];

function apply(target: JsonObject, patch: JsonObject): void {
  for (const [key, value] of Object.entries(patch)) {
    const current = target[key];
    if (isObject(current) && isObject(value)) apply(current, value);
    else target[key] = value;
  }
}
