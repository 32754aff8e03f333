/**
 * What the phone under the Mini App is and how its owner answers: chosen on the page, or by a test in `?sim=<json>`. Kept by
 * the browser (`sessionStorage['sim.phone']`), because two people at two browsers hold two phones.
 */
export interface PhoneSettings {
  os: 'android' | 'ios';
  /** `old` lacks most of what the Mini App uses (-1404, §11.6); digits are taken as they stand. */
  zaloVersion: string;
  theme: 'light' | 'dark';
  language: 'vi' | 'en';
  /** Percent of the usual type. */
  typeSize: number;
  /** Where the phone is; what a location code stands for. */
  location: { latitude: number; longitude: number };
  permissions: Record<PermissionName, PermissionAnswer>;
  /** APIs that Zalo has approved for this Mini App; any other that needs it is refused with -1403. */
  approved: string[];
  /** How long native code takes to answer. */
  latencyMs: number;
  network: { online: boolean; latencyMs: number; kilobytesPerSecond: number };
  upload: UploadSettings;
  /** Life of the user's access token; an hour as on Zalo (§7.1). */
  tokenLifeSeconds: number;
}

export interface UploadSettings {
  /** One request for all chosen items, or one for each: Zalo does not say which (§6.3). */
  requests: 'all' | 'each';
  /** What becomes of an answer that is not 200: an error (-2004), or its body as if all were well. */
  refusal: 'error' | 'raw';
  /** `down`: cannot be reached. `garbage`: the answer that arrives is no JSON. */
  server: 'up' | 'down' | 'garbage';
}

/** What a person is asked for; `userInfo`, `location` and `phone` are the scopes of `authorize`. */
export type PermissionName =
  | 'userInfo'
  | 'location'
  | 'phone'
  | 'notification'
  | 'follow'
  | 'interact'
  | 'media'
  | 'share'
  | 'qr';

/**
 * `ask`: the person at the page, or yes where nobody is asked. `deny`: the number changes from no to no (§11.6); with a number
 * it is that one, and -202 is remembered as "do not ask again". `silent`: native code never answers.
 */
export type PermissionAnswer = (typeof ANSWERS)[number];
export const ANSWERS = [
  'ask',
  'allow',
  'deny',
  'deny:-201',
  'deny:-202',
  'deny:-2002',
  'deny:-1401',
  'cancel',
  'silent',
] as const;

/** What has to be approved (§6.3): by the declarations of the SDK, and by what its documentation adds. */
export const NEED_APPROVAL = [
  'getPhoneNumber',
  'getLocation',
  'openMediaPicker',
  'keepScreen',
  'vibrate',
  'downloadFile',
  'saveVideoToGallery',
  'requestCameraPermission',
  'nativeStorage',
  'getNetworkType',
  'scanQRCode',
];

export const defaultPhone: PhoneSettings = {
  os: 'android',
  zaloVersion: 'current',
  theme: 'light',
  language: 'vi',
  typeSize: 100,
  // Chùa Láng, in the ward of Láng.
  location: { latitude: 21.0226, longitude: 105.8009 },
  permissions: {
    userInfo: 'ask',
    location: 'ask',
    phone: 'ask',
    notification: 'ask',
    follow: 'ask',
    interact: 'ask',
    media: 'ask',
    share: 'ask',
    qr: 'ask',
  },
  approved: NEED_APPROVAL,
  latencyMs: 20,
  network: { online: true, latencyMs: 0, kilobytesPerSecond: 0 },
  upload: { requests: 'all', refusal: 'error', server: 'up' },
  tokenLifeSeconds: 3600,
};

/** What is known of `settings` with what fits of `patch`; anything else in it is left out. */
export function withPatch<T extends object>(settings: T, patch: unknown): T {
  if (!isRecord(patch)) return settings;
  const next: Record<string, unknown> = { ...(settings as Record<string, unknown>) };
  for (const [key, value] of Object.entries(patch)) {
    const now = next[key];
    if (now === undefined || value === undefined) continue;
    if (isRecord(now)) next[key] = withPatch(now, value);
    else if (typeof value === typeof now && Array.isArray(value) === Array.isArray(now)) next[key] = value;
  }
  return next as T;
}

/** Zalo's version as it stands in the user agent: the current ones know everything, the old ones neither `authorize` nor codes. */
export function zaloVersionOf({ os, zaloVersion }: Pick<PhoneSettings, 'os' | 'zaloVersion'>): string {
  if (zaloVersion === 'current') return os === 'ios' ? '680' : '25081840';
  if (zaloVersion === 'old') return os === 'ios' ? '520' : '12100700';
  return zaloVersion;
}

/** Whether this Zalo is older than `authorize` needs (§6.3): Android 724, iOS 573; counted as the SDK counts. */
export function isOldZalo(settings: Pick<PhoneSettings, 'os' | 'zaloVersion'>): boolean {
  const version = Number(zaloVersionOf(settings));
  if (settings.os === 'ios') return version < 573;
  return version < 24_112_000 && version % 10_000 < 724;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
