import type { TemplateQuality } from './control-templates.ts';

export type FaultHost = 'oa' | 'oauth' | 'business' | 'miniapp';

/** How the simulated Zalo behaves; every field can be changed while it runs. */
export interface SimSettings {
  /** OA messages: how the next calls on openapi.zalo.me misbehave. `null` = well. */
  fault:
    | null
    | 'slow' // answers after `slowMs`
    | 'http500' // nothing done, HTTP 500
    | 'http500-after' // message accepted and echoed, answer is HTTP 500
    | 'timeout-after' // message accepted and echoed, no answer until the client gives up
    | 'reset' // connection cut before anything is done
    | 'reset-after' // message accepted and echoed, connection cut
    | 'error-32'
    | 'error-216'
    | 'error-224';
  /** Which host the fault strikes; `oauth` ones are only `http500`, `reset`, `slow` and the `-after` kinds. */
  faultHost: FaultHost;
  /** How many calls the fault lasts; 0 = until switched off. */
  faultCalls: number;
  slowMs: number;
  /** §3.2: buttons on v3 CS are not on a current page. */
  csButtons: 'accept' | 'reject';
  freeTier: boolean;
  /** When the `oa_send_*` echo leaves, relative to the HTTP answer. `none` withholds it. */
  echo: 'before' | 'after' | 'none';
  echoDelayMs: number;
  /** Emit user_received_message / user_seen_message by itself after a send. */
  autoReceive: boolean;
  autoSee: boolean;
  webhook: {
    url: string;
    subscribed: boolean;
    /** `none` plays an outage: events vanish, nothing is retried, the subscription stays (§1.4 does not promise more). */
    deliver: 'all' | 'none';
    /** Share of events that vanish like that, 0 … 1. */
    dropRate: number;
    /** §1.4: retry only when the connection could not be opened, or on any non-200 and time-out. */
    retryOn: 'connection' | 'any-failure';
    /** Each event is delivered this many times (1 = once). */
    copies: number;
    /** Random delay before delivery, ms; with it events overtake each other. */
    delayMinMs: number;
    delayMaxMs: number;
    /** Multiplies the 30 s … 1 h ladder (0.001 makes a test quick). */
    retryScale: number;
    badSignature: boolean;
    numericTimestamp: boolean;
    omitUserIdByApp: boolean;
    /** §11.7: other legal spellings of the same JSON, for receivers that hash anything but the raw bytes. */
    rawStyle?: 'compact' | 'spaced' | 'escaped' | 'shuffled';
    /** §1.9: some echoes of API messages seem to carry an empty `admin_id`. */
    emptyAdminId?: boolean;
  };
  rateLimitPerMinute: number;
  subQuota: number;
  purchaseQuota: number;
  /** §11.2: `-209` / `-212` / `-223`; an inactive app also stops at the consent page (`-14002`). */
  appStatus?: 'active' | 'inactive' | 'product-not-registered' | 'oa-not-authorised';
  /** §7.1: whether `graph /me` insists on a right `appsecret_proof`. */
  enforceAppSecretProof?: boolean;
  /** §11.4: the caller's address is abroad, name and picture are refused. */
  callerOutsideVietnam?: boolean;
  /** Templates by phone, §4 and §11.3. */
  zns: {
    /** Zalo Cloud Account: `none` → -136 (by UID -320), `empty` → -137 (by UID -321). */
    zca: 'funded' | 'empty' | 'none';
    /** Wallet of `mode: "development"`: empty → -126. */
    developmentWallet: 'funded' | 'empty';
    /** Messages a day (§4.3); used up → -144. */
    dailyQuota: number;
    /** What `GET /quality` says of the last 48 h and 7 days. */
    quality: TemplateQuality;
  };
  /** Mini App Open API and webhook, §7.4, §7.5, §11.5. */
  miniapp: {
    webhookUrl: string;
    /** Retries are not documented (§7.5): `none` is one attempt, `ladder` repeats like the OA's webhook. */
    webhookRetry: 'none' | 'ladder';
    /** Notification templates of the management page. */
    templateIds: string[];
    /** Notifications a day of the whole app → -109, and of one person → -103. */
    dailyQuota: number;
    perPersonDaily: number;
    /** Switches of the Open API key: -113, -112. */
    ipAllowed: boolean;
    scopeGranted: boolean;
  };
}
