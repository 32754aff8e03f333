/**
 * What the phone (the fake host in the Mini App's web view) asks of the simulator, all as JSON under `/_sim/phone/:citizenId/`:
 *
 *   POST login        {}                            → PhoneLogin
 *   POST token        TokenRequest                  → as `openapi/access_token`: tokens, or `error` and `message`
 *   POST me           { accessToken, fields }       → as graph `/v2.0/me`
 *   GET  standing                                   → Standings   what this person has answered so far
 *   POST remember     { permission, standing }      → Standings   with its consequence: following, notices allowed
 *   POST forget       {}                            → Standings   every permission is asked anew
 *   POST code         { what, location? }           → { token }   single use, two minutes (§7.2)
 *   POST upload       UploadRequest                 → UploadAnswer
 *   GET  storage                                    → { map }     of `nativeStorage`
 *   POST storage      { map }                       → { map }
 *   POST log          BridgeCall                    → {}          one line of the wire log
 */
import type { PermissionName, UploadSettings } from './phone-settings.ts';

/** Where the host finds itself: written into its script tag by the shell. */
export interface ShellFacts {
  appId: string;
  zaloAppId: string;
  oaId: string;
  title: string;
  version: string;
  /** Whose phone it is unless the address says `?citizen=`. */
  citizenId: string;
  /** Origin of the service; the app reads it on this machine only. */
  serviceUrl: string;
  appConfig: unknown;
}

export interface PhoneLogin {
  /** App-scoped id (§9). */
  userId: string;
  userAuthorized: boolean;
  code: string;
  verifier: string;
  jsToken: string;
  jwt: string;
  deviceId: string;
}

export interface TokenRequest {
  grantType: string;
  code: string;
  verifier: string;
  refreshToken: string;
  lifeSeconds: number;
}

/** `never`: said no and "do not ask again" (-202). */
export type Standing = 'granted' | 'denied' | 'never';
export type Standings = Partial<Record<PermissionName, Standing>>;

export interface UploadRequest extends UploadSettings {
  url: string;
  photoIds: string[];
  maxItemSize: number;
}

/** `body`: the whole answer of the upload server, as it came. */
export type UploadAnswer = { body: string } | { failed: string };

export interface BridgeCall {
  action: string;
  params: unknown;
  /** Absent while native code keeps silent. */
  answer?: unknown;
  errorCode?: number;
  durationMs: number;
}
