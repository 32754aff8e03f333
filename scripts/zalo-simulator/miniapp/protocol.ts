/**
 * What the app's frame and the phone around it say to each other, by `postMessage` on one origin. Without a phone around it
 * (a test opens the app by itself) the host answers from the settings alone.
 */
import type { PermissionName, PhoneSettings } from './phone-settings.ts';

export const CHANNEL = 'zalo-mini-app';

export type Question =
  | { what: 'permission'; permissions: PermissionName[] }
  | { what: 'media'; media: 'photo' | 'file' | 'video'; camera: boolean; most: number }
  | { what: 'share'; title: string; text: string }
  | { what: 'qr' };

/** `answer.value`: photo ids for `media`, the text of the code for `qr`, number of chats for `share`. */
export type Reply = { answer: 'allow' | 'deny' | 'denyForever' | 'cancel' | 'silent'; value?: unknown };

export type FromHost =
  /** A page was loaded: what an earlier one asked is void. */
  | { type: 'started' }
  | ({ type: 'ask'; id: number } & Question)
  /** The app goes out of sight behind the OA's chat, with these words ready to be sent. */
  | { type: 'chat'; message: string }
  | { type: 'toast'; text: string }
  | { type: 'title'; text: string }
  | {
      type: 'header';
      hidden: boolean;
      statusBar: 'normal' | 'hidden' | 'transparent';
      color: string;
      textColor: string;
    }
  /** Something that leaves the app: a web page, a call. A simulator does not really go there. */
  | { type: 'leave'; how: 'web' | 'browser' | 'phone' | 'sms' | 'profile' | 'app' | 'gallery'; to: string }
  | { type: 'permissions' }
  | { type: 'minimize' }
  | { type: 'close' };

export type ToHost =
  | ({ type: 'answer'; id: number } & Reply)
  | { type: 'settings'; settings: PhoneSettings }
  /** Android's back button: a page back in the app, or out of it. */
  | { type: 'back' }
  | { type: 'paused' }
  | { type: 'resumed' }
  /** The web page the app opened was closed. */
  | { type: 'webviewClosed' }
  /** A deep link while the app is open (§7.6): path and parameters below the app's root. */
  | { type: 'open'; path: string };

export type Sent<T> = T & { channel: typeof CHANNEL };
