import type { SimSettings } from './control-api.ts';
import { isHttpUrl, isObject, type JsonObject } from './values.ts';

export type DeepPartial<T> = T extends object ? { [K in keyof T]?: DeepPartial<T[K]> } : T;

export function defaultSettings(webhookUrl: string): SimSettings {
  return {
    fault: null,
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
    const choices = CHOICES[key];
    if (choices ? !choices.includes(value) : typeof value !== typeof current) return key;
    if (key === 'url' && !isHttpUrl(value)) return key;
    if (typeof value === 'number' && (!Number.isFinite(value) || value < 0)) return key;
  }
  return undefined;
}

function apply(target: JsonObject, patch: JsonObject): void {
  for (const [key, value] of Object.entries(patch)) {
    const current = target[key];
    if (isObject(current) && isObject(value)) apply(current, value);
    else target[key] = value;
  }
}
