/**
 * What the simulator's page (and our tests) may ask of it besides the Zalo contract. Everything is JSON under `/_sim`;
 * the Zalo contract itself (OAuth, OA OpenAPI, graph, media) lives at its documented paths on the same origin.
 *
 *   GET  /_sim/state                          → SimState
 *   GET  /_sim/stream                         → text/event-stream of SimPush
 *   GET  /_sim/citizens/:id/messages          → { messages: ChatMessage[] }
 *   GET  /_sim/wire?after=<seq>               → { entries: WireEntry[] }
 *   POST /_sim/citizens                       { name }                       → Citizen
 *   POST /_sim/citizens/:id/act               CitizenAct                     → { messages: ChatMessage[] }
 *   POST /_sim/console/:citizenId/act         ConsoleAct                     → { message: ChatMessage }
 *   POST /_sim/photos                         raw image/jpeg or image/png    → { photoId }
 *   POST /_sim/clock                          { advanceMs } | { reset: true }→ SimState
 *   POST /_sim/settings                       DeepPartial<SimSettings>       → SimState
 *   POST /_sim/webhook/send                   { body, headers? }             → { status }   signed as Zalo would sign it
 *   POST /_sim/webhook/redeliver              { seq }                        → { status }   one wire entry again, num_retry + 1
 *   POST /_sim/webhook/resubscribe            {}                             → SimState
 *   POST /_sim/first-token                    {}                             → { refresh_token }  API Explorer, §2.2
 *   POST /_sim/reset                          {}                             → SimState
 *   POST /_sim/webhook/check                  {}                             → { status }   the console's check button, §1.5
 *   POST /_sim/citizens/:id/graph-token       GraphTokenRequest              → GraphTokens  what the Mini App would hold, §7
 *   POST /_sim/anonymous                      { text, anonymousId?, conversationId? } → { anonymousId, conversationId, messageId }
 *   POST /_sim/templates                      { templates: UidTemplate[] }   → { templates } templates of §3.9
 *   POST /_sim/revoke                         {}                             → SimState      the OA cancels the grant (§1.7)
 *   GET  /_sim/geometry                       → GeoJSON of the ward outlines, or 404 when none were given
 *
 * Faults of a control call are answered with HTTP 4xx and `{ error: string }`.
 */

export interface Citizen {
  /** OA-scoped id: digits beyond 2^53 (§9). */
  id: string;
  /** App-scoped id, `user_id_by_app`. */
  idByApp: string;
  name: string;
  followed: boolean;
  blocked: boolean;
  /** Epoch ms of the last interaction in the sense of §3.5, null when there was none. */
  lastInteractionAt: number | null;
  lastMessageAt: number | null;
  /** OA messages this citizen has not seen yet. */
  unread: number;
}

export type MessageKind =
  | 'text'
  | 'image'
  | 'gif'
  | 'location'
  | 'sticker'
  | 'file'
  | 'audio'
  | 'video'
  | 'link'
  | 'event';

export interface ChatMessage {
  id: string;
  citizenId: string;
  /** `citizen`, an `official` typing in the OA console, the `app` through the OpenAPI, or the platform (`system`: follow, block …). */
  from: 'citizen' | 'official' | 'app' | 'system';
  kind: MessageKind;
  text?: string;
  imageUrl?: string;
  thumbnailUrl?: string;
  file?: { name: string; size: number; url: string };
  location?: { latitude: number; longitude: number };
  buttons?: { title: string; type: string; payload: unknown }[];
  quoteId?: string;
  adminId?: string;
  /** Simulated epoch ms. */
  at: number;
  receivedAt?: number;
  seenAt?: number;
}

export type CitizenAct =
  | { act: 'text'; text: string; quoteId?: string }
  /** `photoId` from POST /_sim/photos; several photos become several events (§1.7). */
  | { act: 'photos'; photoIds: string[]; caption?: string }
  | { act: 'location'; latitude: number; longitude: number }
  | { act: 'press'; messageId: string; buttonIndex: number }
  | { act: 'sticker' }
  | { act: 'audio' }
  | { act: 'video' }
  | { act: 'file'; name: string }
  | { act: 'follow' }
  | { act: 'unfollow' }
  | { act: 'chatnow' }
  | { act: 'block' }
  | { act: 'unblock' }
  | { act: 'seen' }
  | { act: 'react'; messageId: string; icon: string }
  | { act: 'gif'; photoId: string }
  | { act: 'link'; url: string; description?: string }
  /** Answers a `request_user_info` message (§3.2); arrives as `user_submit_info`. */
  | { act: 'submitInfo'; name: string; phone: string; address?: string; ward?: string; city?: string }
  /** Data-subject request, `user_withdraw` (§1.7). */
  | { act: 'withdraw' }
  /** Zalo bans the account, or it is idle for more than 45 days: sends answer -227 (§3.5). */
  | { act: 'ban' }
  | { act: 'unban' };

export type ConsoleAct =
  | { act: 'text'; text: string; quoteId?: string; adminId?: string }
  | { act: 'image'; photoId: string; text?: string; adminId?: string };

export interface WireEntry {
  seq: number;
  /** Simulated epoch ms. */
  at: number;
  /** `webhook`: Zalo → service; `api`: service → Zalo (any of the hosts); `media`: a photo was fetched. */
  direction: 'webhook' | 'api' | 'media';
  /** e.g. `user_send_text` or `POST /v3.0/oa/message/cs`. Tokens and secrets are never in here. */
  title: string;
  status: number | 'timeout' | 'refused' | 'reset';
  durationMs: number;
  /** Zalo's own error number, when the answer carried one other than 0. */
  errorCode?: number;
  /** One sentence in Vietnamese that says why it was refused and what the document's section is. */
  explanation?: string;
  /** Redacted request and answer, pretty JSON, at most 4 000 characters each. */
  request?: string;
  response?: string;
  numRetry?: number;
  citizenId?: string;
}

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
}

export interface GraphTokenRequest {
  /** `scope.userInfo` given by the citizen: without it `/me` answers the id only (§6.3). */
  userInfo?: boolean;
  /** Also mint a phone code; the number is the citizen's own unless one is given. */
  phone?: boolean | string;
  /** Also mint a location code for this place. */
  location?: { latitude: number; longitude: number };
}

export interface GraphTokens {
  accessToken: string;
  /** App-scoped id that `/me` will answer. */
  id: string;
  phoneCode?: string;
  locationCode?: string;
}

/** A ZBS template the OA may send by UID (§3.9). */
export interface UidTemplate {
  id: string;
  approved: boolean;
  /** false: `-249` (created before 10 Dec 2025, OTP, …). */
  byUid: boolean;
  parameters: string[];
}

export interface SimState {
  /** Simulated now, epoch ms. */
  now: number;
  offsetMs: number;
  appId: string;
  oa: { id: string; name: string };
  /** When the simulator was started with one: links to `zalo.me/s/<id>` open it (§7.6). */
  miniAppId?: string;
  citizens: Citizen[];
  settings: SimSettings;
  /** Webhook deliveries waiting (delayed or to be retried). */
  pendingDeliveries: number;
  hasGeometry: boolean;
}

export type SimPush =
  | { type: 'state'; state: SimState }
  | { type: 'message'; message: ChatMessage }
  | { type: 'wire'; entry: WireEntry };
