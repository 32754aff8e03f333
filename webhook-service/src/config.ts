import { existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { loadTemplates } from './notifications/planner/read-templates.ts';
import { type ChannelTemplates, noTemplates } from './notifications/planner/templates.ts';

/** Everything the two roles are told from outside. Every variable has its sentence in `.env.example`. */
export interface Config {
  databaseUrl: string;
  redisUrl: string;
  /** Prefix of every Redis key, so that two installations (or two tests) can share a server. */
  redisPrefix: string;
  port: number;
  host: string;
  /** The worker's probes and figures; 0 takes any free port. */
  workerPort: number;
  /** Whose X-Forwarded-For is believed: addresses or nets, as fastify's `trustProxy` takes them. */
  trustProxy: string[];
  /** Where citizens reach this service, without a slash at the end; goes into links in messages. */
  publicUrl: string;
  zalo: {
    appId: string;
    appSecret: string;
    oaId: string;
    oaSecret: string;
    /** First refresh token; later ones live sealed in the database. */
    seedRefreshToken: string | null;
    oauthUrl: string;
    openapiUrl: string;
    graphUrl: string;
    /** ZNS/ZBS template messages by phone (§4). */
    businessUrl: string;
    /** Mini App Open API: notifications (§7.4). */
    miniappOpenapiUrl: string;
    /** Null until there is a Mini App: then nothing is sent through it, and its webhook refuses. */
    miniappId: string | null;
    miniappApiKey: string | null;
    mediaHosts: string[];
    /** Web origins the Mini App runs on inside Zalo: only they may call the citizen's API from a web view. */
    miniappOrigins: string[];
    /** Calls of the OA OpenAPI a minute, all replicas together (§3.11). */
    callsPerMinute: number;
  };
  /** Templates of Zalo's, of the file `ZALO_TEMPLATES`; none by default. */
  templates: ChannelTemplates;
  /** Đồng a day for messages that cost something; 0: none is sent. */
  paidDongPerDay: number;
  /** Paid messages to one person a day. */
  paidPerPersonPerDay: number;
  /** Free replies Zalo grants within 48 hours (§3.4: sources differ); the last is kept for the answer. 0: no limit. */
  freeRepliesPerWindow: number;
  /** How long an official's words in the console wait for photos and files that belong to them, ms. */
  consoleGatherMs: number;
  /** How often the conversations are compared with the inbox, ms, and how old a message must be to count as missed. */
  gapCheckMs: number;
  gapAfterMs: number;
  dataKey: Buffer;
  /** Who is responsible for personal data, as people are told; undefined until the operator has a name. */
  dataController: string | undefined;
  mediaDir: string;
  wardBoundaries: string | null;
  staffApiToken: string | null;
  /** Quiet window of the chat, ms: a burst of messages ends when nothing came for this long. */
  chatQuietMs: number;
  /** How often the worker looks for work that was never queued or never finished, ms. */
  sweepIntervalMs: number;
  /** A row that has been in a queue for this long without an end is queued again, ms. */
  staleAfterMs: number;
  /** How long a message with a lost answer waits for its echo before the conversation is asked, ms. */
  echoWaitMs: number;
  /**
   * After this long a message somebody is sending is taken to be nobody's, ms. Longer than the slowest send: two calls, and
   * twice the wait for another process that refreshes the token.
   */
  outboxClaimTimeoutMs: number;
  /** Time-out of one call to Zalo, ms. */
  zaloTimeoutMs: number;
  logLevel: string;
}

type Env = Record<string, string | undefined>;

/** Thrown with every fault at once, so that a bad configuration is mended in one go. */
export class ConfigError extends Error {
  readonly faults: string[];
  constructor(faults: string[]) {
    super(`Cấu hình chưa đúng (${faults.length} lỗi):\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

/** Reads and checks the environment. @throws ConfigError naming every wrong variable. */
export function readConfig(env: Env): Config {
  const faults: string[] = [];
  const read = reader(env, faults);
  const port = read.integer('PORT', 3000, 0, 65_535);
  const config: Config = {
    databaseUrl: read.url('DATABASE_URL', null, ['postgres:', 'postgresql:']),
    redisUrl: read.url('REDIS_URL', null, ['redis:', 'rediss:']),
    redisPrefix: read.text('REDIS_PREFIX', '{phan-anh}'),
    port,
    host: read.text('HOST', '127.0.0.1'),
    workerPort: read.integer('WORKER_PORT', 0, 0, 65_535),
    trustProxy: read.list('TRUST_PROXY', ['127.0.0.1', '::1']),
    publicUrl: read.url('PUBLIC_URL', `http://127.0.0.1:${port}`, ['http:', 'https:']).replace(/\/+$/, ''),
    zalo: {
      appId: read.digits('ZALO_APP_ID'),
      appSecret: read.text('ZALO_APP_SECRET'),
      oaId: read.digits('ZALO_OA_ID'),
      oaSecret: read.text('ZALO_OA_SECRET'),
      seedRefreshToken: env.ZALO_OA_REFRESH_TOKEN || null,
      oauthUrl: read.base('ZALO_OAUTH_URL', 'https://oauth.zaloapp.com'),
      openapiUrl: read.base('ZALO_OPENAPI_URL', 'https://openapi.zalo.me'),
      graphUrl: read.base('ZALO_GRAPH_URL', 'https://graph.zalo.me'),
      businessUrl: read.base('ZALO_BUSINESS_URL', 'https://business.openapi.zalo.me'),
      miniappOpenapiUrl: read.base('ZALO_MINIAPP_OPENAPI_URL', 'https://openapi.mini.zalo.me'),
      miniappId: read.optionalDigits('ZALO_MINIAPP_ID'),
      miniappApiKey: env.ZALO_MINIAPP_API_KEY?.trim() || null,
      miniappOrigins: read.origins('MINIAPP_ORIGINS', ['https://h5.zdn.vn', 'zbrowser://h5.zdn.vn']),
      mediaHosts: read.list('ZALO_MEDIA_HOSTS', ['*.zdn.vn', '*.zadn.vn']),
      callsPerMinute: read.integer('ZALO_CALLS_PER_MINUTE', 4_000, 1, 1_000_000),
    },
    templates: read.templates('ZALO_TEMPLATES'),
    paidDongPerDay: read.integer('PAID_DONG_PER_DAY', 0, 0, 1_000_000_000),
    paidPerPersonPerDay: read.integer('PAID_PER_PERSON_PER_DAY', 3, 0, 100),
    freeRepliesPerWindow: read.integer('FREE_REPLIES_PER_WINDOW', 8, 0, 1_000),
    consoleGatherMs: read.integer('CONSOLE_GATHER_MS', 120_000, 0, 3_600_000),
    gapCheckMs: read.integer('GAP_CHECK_MS', 120_000, 100, 3_600_000),
    gapAfterMs: read.integer('GAP_AFTER_MS', 90_000, 0, 86_400_000),
    dataKey: read.key('DATA_KEY'),
    dataController: env.DATA_CONTROLLER_NAME?.trim().normalize('NFC') || undefined,
    mediaDir: resolve(read.text('MEDIA_DIR', '.data/media')),
    wardBoundaries: read.file('WARD_BOUNDARIES'),
    staffApiToken: read.secret('STAFF_API_TOKEN', 24),
    chatQuietMs: read.integer('CHAT_QUIET_MS', 8_000, 0, 600_000),
    sweepIntervalMs: read.integer('SWEEP_INTERVAL_MS', 5_000, 100, 600_000),
    staleAfterMs: read.integer('STALE_AFTER_MS', 60_000, 500, 3_600_000),
    echoWaitMs: read.integer('ECHO_WAIT_MS', 5_000, 50, 600_000),
    outboxClaimTimeoutMs: read.integer('OUTBOX_CLAIM_TIMEOUT_MS', 90_000, 1_000, 3_600_000),
    zaloTimeoutMs: read.integer('ZALO_TIMEOUT_MS', 10_000, 100, 60_000),
    logLevel: read.oneOf('LOG_LEVEL', 'info', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
  };
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}

/** Reads the process environment; a bad configuration prints every fault in one message and ends the process with 1. */
export function configOrExit(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\nXem .env.example để biết ý nghĩa từng biến.\n`);
    process.exit(1);
  }
}

function reader(env: Env, faults: string[]) {
  const text = (name: string, fallback?: string): string => {
    const value = env[name]?.trim();
    if (value) return value;
    if (fallback === undefined) faults.push(`${name}: thiếu, biến này bắt buộc`);
    return fallback ?? '';
  };
  const url = (name: string, fallback: string | null, schemes: string[]): string => {
    const value = text(name, fallback ?? undefined);
    if (value && !(URL.canParse(value) && schemes.includes(new URL(value).protocol))) {
      faults.push(`${name}: phải là một địa chỉ ${schemes.map((scheme) => `${scheme}//`).join(' hoặc ')}`);
    }
    return value;
  };
  const file = (name: string): string | null => {
    const value = env[name]?.trim();
    if (!value) return null;
    const path = isAbsolute(value) ? value : resolve(value);
    if (existsSync(path)) return path;
    faults.push(`${name}: không tìm thấy tệp`);
    return null;
  };
  return {
    text,
    url,
    file,
    templates: (name: string): ChannelTemplates => {
      const path = file(name);
      if (!path) return noTemplates;
      const read = loadTemplates(path);
      faults.push(...read.faults.map((fault) => `${name}: ${fault}`));
      return read.templates;
    },
    base: (name: string, fallback: string) => url(name, fallback, ['http:', 'https:']).replace(/\/+$/, ''),
    digits: (name: string): string => {
      const value = text(name);
      if (value && !/^\d+$/.test(value)) faults.push(`${name}: phải là dãy chữ số`);
      return value;
    },
    optionalDigits: (name: string): string | null => {
      const value = env[name]?.trim() || null;
      if (value && !/^\d+$/.test(value)) faults.push(`${name}: phải là dãy chữ số`);
      return value;
    },
    list: (name: string, fallback: string[]): string[] => {
      const value = env[name]?.trim();
      return value ? value.split(/[\s,]+/).filter(Boolean) : fallback;
    },
    origins: (name: string, fallback: string[]): string[] => {
      const list = (env[name] ?? '').split(/[\s,]+/).filter(Boolean);
      const wrong = list.filter((origin) => !/^[a-z][a-z0-9+.-]*:\/\/[^/\s*?#]+$/.test(origin));
      if (wrong.length > 0) faults.push(`${name}: mỗi nơi viết như https://tên-máy, không có đường dẫn và không có *`);
      return list.length > 0 ? list : fallback;
    },
    integer: (name: string, fallback: number, min: number, max: number): number => {
      const value = env[name]?.trim();
      if (!value) return fallback;
      const number = Number(value);
      if (!Number.isInteger(number) || number < min || number > max) {
        faults.push(`${name}: phải là số nguyên từ ${min} đến ${max}`);
        // One fault is enough: what is built on this value shall not be reported, too.
        return fallback;
      }
      return number;
    },
    key: (name: string): Buffer => {
      const bytes = Buffer.from(text(name), 'base64');
      if (env[name]?.trim() && bytes.length !== 32) faults.push(`${name}: phải là 32 byte viết bằng base64`);
      return bytes;
    },
    secret: (name: string, minLength: number): string | null => {
      const value = env[name]?.trim() || null;
      if (value && value.length < minLength) faults.push(`${name}: phải dài ít nhất ${minLength} ký tự`);
      return value;
    },
    oneOf: (name: string, fallback: string, allowed: string[]): string => {
      const value = text(name, fallback);
      if (!allowed.includes(value)) faults.push(`${name}: phải là một trong ${allowed.join(', ')}`);
      return value;
    },
  };
}
