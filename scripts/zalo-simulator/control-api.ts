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
 *   POST /_sim/console/:citizenId/act         ConsoleAct                     → { message, messages } the first, and all of them
 *   POST /_sim/photos                         raw image/jpeg or image/png    → { photoId }
 *   POST /_sim/files?name=ket-qua.pdf         raw pdf, doc, docx, csv, amr or mp4 → { fileId }
 *   POST /_sim/clock                          { advanceMs } | { reset: true }→ SimState
 *   POST /_sim/settings                       DeepPartial<SimSettings>       → SimState
 *   POST /_sim/webhook/send                   { body, headers? }             → { status }   signed as Zalo would sign it
 *   POST /_sim/webhook/redeliver              { seq }                        → { status }   one wire entry again, num_retry + 1
 *   POST /_sim/webhook/resubscribe            {}                             → SimState
 *   POST /_sim/first-token                    {}                             → { refresh_token }  API Explorer, §2.2
 *   POST /_sim/reset                          {}                             → SimState
 *   POST /_sim/webhook/check                  {}                             → { status }   the console's check button, §1.5
 *   POST /_sim/citizens/:id/graph-token       GraphTokenRequest              → GraphTokens  what the Mini App would hold, §7
 *   POST /_sim/anonymous                      AnonymousAct                   → { anonymousId, conversationId, messageId }
 *   POST /_sim/templates                      { templates: TemplateInput[] } → { templates } templates of §3.9 and §4
 *   POST /_sim/zbs                            ZbsAct                         → SimState      what Zalo does to templates and quota (§1.11)
 *   POST /_sim/revoke                         { silent?: true }              → SimState      the OA cancels the grant (§1.7); silent: tokens die untold
 *   …    /_sim/phone/:id/…                   the Mini App's phone: `miniapp/phone-api.ts`
 *   GET  /_sim/geometry                       → GeoJSON of the ward outlines, or 404 when none were given
 *
 * Faults of a control call are answered with HTTP 4xx and `{ error: string }`.
 */

import type { SimSettings } from './control-settings.ts';
import type { TemplateQuality, TemplateStatus, ZbsTemplate } from './control-templates.ts';

export type { FaultHost, SimSettings } from './control-settings.ts';
export type * from './control-templates.ts';

export interface Citizen {
  /** OA-scoped id: digits beyond 2^53 (§9). */
  id: string;
  /** App-scoped id, `user_id_by_app`. */
  idByApp: string;
  name: string;
  /** `84…`; where templates by phone arrive. */
  phone: string;
  followed: boolean;
  blocked: boolean;
  banned: boolean;
  /** Accepted `requestSendNotification()` of the Mini App (§7.4). */
  notifyAllowed: boolean;
  /** What of templates by phone this person refuses: everything -119, this kind -139, this OA -141. */
  znsRefusal: ZnsRefusal | null;
  /** Administrator of app and OA: may be sent `mode: "development"` (§4.1). */
  oaAdmin: boolean;
  tags: string[];
  /** Epoch ms of the last interaction in the sense of §3.5, null when there was none. */
  lastInteractionAt: number | null;
  lastMessageAt: number | null;
  /** OA messages this citizen has not seen yet. */
  unread: number;
}

export type ZnsRefusal = 'account' | 'type' | 'oa';

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
  | 'card'
  | 'call'
  | 'event';

/** Where an OA message appears: the OA's own chat, the template chat by phone, or the "Zalo Mini App" notices (§4, §7.4). */
export type MessageChannel = 'oa' | 'zns' | 'miniapp';

export interface ChatMessage {
  id: string;
  citizenId: string;
  /** `citizen`, an `official` typing in the OA console, the `app` through the OpenAPI, or the platform (`system`: follow, block …). */
  from: 'citizen' | 'official' | 'app' | 'system';
  kind: MessageKind;
  /** Absent in the OA's chat. Other channels are shown on the phone only: the console and the OA's APIs do not know them. */
  channel?: Exclude<MessageChannel, 'oa'>;
  title?: string;
  text?: string;
  imageUrl?: string;
  thumbnailUrl?: string;
  file?: { name: string; size: number; url: string };
  location?: { latitude: number; longitude: number };
  buttons?: { title: string; type: string; payload: unknown }[];
  quoteId?: string;
  adminId?: string;
  /** Only of templates: which one, and by phone the sender's `tracking_id` (§4.1). */
  templateId?: string;
  trackingId?: string;
  card?: { name: string; phone: string };
  call?: { by: 'citizen' | 'oa'; seconds: number; answered: boolean };
  /** The citizen's own reaction (§3.8). */
  citizenReaction?: string;
  /** Icons the OA put on it. */
  oaReactions?: string[];
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
  /** `fileId` from POST /_sim/files; without one a second of silence, an empty film, an empty page. */
  | { act: 'audio'; fileId?: string }
  | { act: 'video'; fileId?: string }
  | { act: 'file'; name: string; fileId?: string }
  /** A contact card: the citizen's own unless another is given (§1.8). */
  | { act: 'businessCard'; name?: string; phone?: string }
  /** A voice call (§1.7): an answered one and one to the OA are interactions (§3.5). `seconds` 0 = not answered. */
  | { act: 'call'; by?: 'citizen' | 'oa'; seconds?: number }
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
  | { act: 'unban' }
  /** Accepts or takes back Mini App notifications (§7.4). */
  | { act: 'notifyAllowed'; on: boolean }
  /** Withdraws consent in the Mini App: `user.revoke.consent` on its webhook (§7.5). */
  | { act: 'revokeConsent' }
  | { act: 'znsRefuse'; what: ZnsRefusal | null }
  | { act: 'oaAdmin'; on: boolean };

/** An official in the OA chat tool. `adminId` is one of `SimState.officials` or any other; the first of them by default. */
export type ConsoleAct = { quoteId?: string; adminId?: string } & (
  | { act: 'text'; text: string }
  | { act: 'image'; photoId: string; text?: string }
  /** Several pictures chosen at once: one echo each, the words with the first. */
  | { act: 'images'; photoIds: string[]; text?: string }
  /** `fileId` from POST /_sim/files; without one a page that says nothing. */
  | { act: 'file'; name: string; fileId?: string }
  /** Tags by hand (§5); no message. */
  | { act: 'tag'; name: string; on: boolean }
  | { act: 'react'; messageId: string; icon: string }
);

export type AnonymousAct = { anonymousId?: string; conversationId?: string } & (
  | { text: string }
  | { photoId: string }
  | { file: string }
  | { sticker: true }
);

/** What the platform does to templates and quota, with the events of §1.11. */
export type ZbsAct =
  | { act: 'quality'; templateId: string; quality: TemplateQuality }
  | { act: 'status'; templateId: string; status: TemplateStatus; reason?: string }
  | { act: 'dailyQuota'; dailyQuota: number };

export interface Official {
  adminId: string;
  name: string;
}

export interface WireEntry {
  seq: number;
  /** Simulated epoch ms. */
  at: number;
  /** `webhook`: Zalo → service; `api`: service → Zalo (any of the hosts); `media`: a photo was fetched; `bridge`: Mini App → Zalo. */
  direction: 'webhook' | 'api' | 'media' | 'bridge';
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

export interface SimState {
  /** Simulated now, epoch ms. */
  now: number;
  offsetMs: number;
  appId: string;
  oa: { id: string; name: string };
  /** When the simulator was started with one: links to `zalo.me/s/<id>` open it (§7.6). */
  miniAppId?: string;
  citizens: Citizen[];
  officials: Official[];
  /** Tags of the OA (§5). */
  tags: string[];
  templates: ZbsTemplate[];
  /** false after the OA took its grant back: no events, dead tokens. */
  granted: boolean;
  settings: SimSettings;
  /** Webhook deliveries waiting (delayed or to be retried). */
  pendingDeliveries: number;
  hasGeometry: boolean;
  /** The phone can open the Mini App: the simulator was given its id and its build. */
  hasMiniApp: boolean;
}

export type SimPush =
  | { type: 'state'; state: SimState }
  | { type: 'message'; message: ChatMessage }
  | { type: 'wire'; entry: WireEntry };
