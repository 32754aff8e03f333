/**
 * What the rest of the service sees of Zalo's OA webhook events. All ids are strings: numeric ones exceed 2^53 (§0.3).
 * All text is NFC without NUL; all addresses are http(s).
 */

/** What became of a webhook body. An ignored one is answered 200 and not stored (§1.5, §1.7). */
export type ParsedEvent = IgnoredBody | ParsedOaEvent;

export interface IgnoredBody {
  kind: 'ignored';
  why: /** The console's "check" button (§1.5). */
    | 'console-check'
    /** A name Zalo does not document; receivers must ignore it (§1.7). */
    | 'unknown-event'
    /** About another OA, or naming none. */
    | 'foreign-oa'
    /** No event at all, or one without the ids or the time nothing can be done without. */
    | 'not-an-event';
}

export interface ParsedOaEvent {
  kind: 'event';
  /** `event_name`. */
  name: string;
  /** The same for every redelivery of one event, different for two events (§1.4). At most a few hundred characters. */
  dedupeKey: string;
  /** OA-scoped id of the person it is about. Null for anonymous ids, phone numbers and events about no one person (§9). */
  userId: string | null;
  /** App-scoped id of the same person; may be missing at any time (§9 rule 5). */
  userIdByApp: string | null;
  /** When it happened at Zalo; a redelivery keeps the first time. */
  eventTime: Date;
  event: OaEvent;
}

export type OaEvent =
  | UserMessage
  | OaEcho
  | Receipt
  | UserAct
  | AnonymousMessage
  | PermissionRevoked
  | TemplateChanged
  | OtherEvent;

/** What a person sent to the OA. */
export type UserMessage =
  | UserText
  | UserImage
  | UserLocation
  | UserLink
  | UserAudio
  | UserVideo
  | UserSticker
  | UserFile
  | UserBusinessCard
  | UserUnreadable;

interface UserMessageBase {
  messageId: string;
  /** Id of the message the person replied to, theirs or the OA's (§1.10). */
  quotedMessageId: string | null;
}

/** Typed, or the payload of a pressed `oa.query.*` button: nothing tells the two apart (§1.7). */
interface UserText extends UserMessageBase {
  type: 'user_text';
  text: string;
}

export interface Picture {
  url: string;
  thumbnailUrl: string | null;
}

/** `user_send_image`, and `user_send_gif` which is handled alike (§1.7). */
export interface UserImage extends UserMessageBase {
  type: 'user_image';
  caption: string;
  /** Never empty. Zalo sends one; several chosen at once come as several events. */
  pictures: [Picture, ...Picture[]];
  animated: boolean;
}

interface UserLocation extends UserMessageBase {
  type: 'user_location';
  latitude: number;
  longitude: number;
  text: string;
}

interface UserLink extends UserMessageBase {
  type: 'user_link';
  url: string;
  description: string;
  text: string;
}

interface UserAudio extends UserMessageBase {
  type: 'user_audio';
  url: string;
}

interface UserVideo extends UserMessageBase {
  type: 'user_video';
  url: string;
  thumbnailUrl: string | null;
  description: string;
}

interface UserSticker extends UserMessageBase {
  type: 'user_sticker';
}

export interface SentFile {
  url: string;
  name: string;
  sizeBytes: number | null;
  extension: string;
}

interface UserFile extends UserMessageBase {
  type: 'user_file';
  file: SentFile;
  text: string;
}

/** The card's phone number belongs to a third person who was not asked, so it is not taken over. */
interface UserBusinessCard extends UserMessageBase {
  type: 'user_business_card';
}

/** A person's message whose content has no shape we know. It exists, so the person can be answered. */
interface UserUnreadable extends UserMessageBase {
  type: 'user_unreadable';
  text: string;
}

export type EchoKind = 'text' | 'image' | 'gif' | 'list' | 'file' | 'sticker' | 'template';

/** Echo of every message from the OA to a person, whoever sent it (§1.9). */
interface OaEcho {
  type: 'oa_echo';
  kind: EchoKind;
  messageId: string;
  quotedMessageId: string | null;
  text: string;
  pictures: Picture[];
  files: SentFile[];
  /** The official who typed it in the OA console; null when an app sent it, this one or another (§1.9). */
  adminId: string | null;
}

/** What became of an OA message. Receipts may come in any order (§1.4). */
type Receipt =
  | { type: 'received'; messageId: string }
  | { type: 'seen'; messageIds: [string, ...string[]] }
  | { type: 'reaction'; by: 'user' | 'oa'; messageId: string; icon: string }
  /** Template by phone: the recipient is a phone number, so there is no user id (§1.11). */
  | { type: 'zns_received'; messageId: string; trackingId: string | null; deliveredAt: Date };

/** What a person did with the OA besides writing. */
type UserAct =
  | { type: 'follow'; source: string }
  | { type: 'unfollow'; source: string }
  /** First tap on "Nhắn tin": the OA may write first (§1.7). */
  | { type: 'chatnow' }
  /** A voice call between them and the OA (§1.7). */
  | { type: 'call'; by: 'user' | 'oa' }
  /** Name, phone and address typed into a form of the OA; nothing of it is read (§1.7). */
  | { type: 'user_info' }
  /** A data subject's request: erase what belongs to this person (§1.7). `userId` or `userIdByApp` may be missing, not both. */
  | { type: 'user_withdraw' };

/** From someone without a Zalo identity; can only be answered with both ids (§3.8). */
export interface AnonymousMessage {
  type: 'anonymous_message';
  kind: 'text' | 'image' | 'file' | 'sticker';
  messageId: string;
  anonymousId: string;
  conversationId: string | null;
  text: string;
}

/** The app lost its grant on the OA: every token is dead (§1.7). */
interface PermissionRevoked {
  type: 'permission_revoked';
}

/** A template by phone or by UID became usable, or stopped being so (§1.11, §4.3). */
export interface TemplateChanged {
  type: 'template_changed';
  templateId: string;
  /** Approved, enabled or of good quality again; false for disabled, rejected or LOW. */
  works: boolean;
  /** Zalo's own word: `LOW`, `DISABLE` … */
  word: string;
}

/** In Zalo's catalogue, of no use here. */
interface OtherEvent {
  type: 'other';
  name: string;
}
