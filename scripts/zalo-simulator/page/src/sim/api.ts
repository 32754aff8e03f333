import type {
  ChatMessage,
  Citizen,
  CitizenAct,
  ConsoleAct,
  SimSettings,
  SimState,
  WireEntry,
  ZbsAct,
} from '../../../control-api.ts';
import type { Standings } from '../../../miniapp/phone-api.ts';

/** The control API, one function per call. Every function rejects with an `Error` whose message can be shown. */

/** Groups of settings may be given in part. */
export type SettingsChange = {
  [Key in keyof SimSettings]?: SimSettings[Key] extends readonly unknown[]
    ? SimSettings[Key]
    : SimSettings[Key] extends object
      ? Partial<SimSettings[Key]>
      : SimSettings[Key];
};

export const fetchState = () => ask<SimState>('GET', '/_sim/state');
export const fetchWire = (after: number) => ask<{ entries: WireEntry[] }>('GET', `/_sim/wire?after=${after}`);
export const fetchMessages = (citizenId: string) =>
  ask<{ messages: ChatMessage[] }>('GET', `/_sim/citizens/${citizenId}/messages`);
export const fetchGeometry = () => ask<GeoJSON.FeatureCollection>('GET', '/_sim/geometry');

export const addCitizen = (name: string) => ask<Citizen>('POST', '/_sim/citizens', { name });
export const citizenAct = (citizenId: string, act: CitizenAct) =>
  ask<{ messages: ChatMessage[] }>('POST', `/_sim/citizens/${citizenId}/act`, act);
export const consoleAct = (citizenId: string, act: ConsoleAct) =>
  ask<{ messages: ChatMessage[] }>('POST', `/_sim/console/${citizenId}/act`, act);
export const zbsAct = (act: ZbsAct) => ask<SimState>('POST', '/_sim/zbs', act);
/** The OA cancels the grant; silently, the tokens are dead and nobody says so. */
export const revokeGrant = (silent: boolean) => ask<SimState>('POST', '/_sim/revoke', { silent });
export const writeAnonymously = (text: string) => ask<object>('POST', '/_sim/anonymous', { text });
export const uploadFile = (name: string, file: Blob) =>
  ask<{ fileId: string }>('POST', `/_sim/files?name=${encodeURIComponent(name)}`, file);
export const uploadPhoto = (photo: Blob) => ask<{ photoId: string }>('POST', '/_sim/photos', photo);

/** What this person has answered to the Mini App's questions. */
export const fetchStandings = (citizenId: string) => ask<Standings>('GET', `/_sim/phone/${citizenId}/standing`);
export const forgetStandings = (citizenId: string) => ask<Standings>('POST', `/_sim/phone/${citizenId}/forget`, {});

export const advanceClock = (advanceMs: number) => ask<SimState>('POST', '/_sim/clock', { advanceMs });
export const resetClock = () => ask<SimState>('POST', '/_sim/clock', { reset: true });
export const changeSettings = (change: SettingsChange) => ask<SimState>('POST', '/_sim/settings', change);

/** The "check" button of Zalo's developer console (§1.5). */
export const checkWebhook = () => ask<{ status: WireEntry['status'] }>('POST', '/_sim/webhook/check', {});
export const redeliver = (seq: number) =>
  ask<{ status: WireEntry['status'] }>('POST', '/_sim/webhook/redeliver', { seq });
export const resubscribe = () => ask<SimState>('POST', '/_sim/webhook/resubscribe', {});
export const resetAll = () => ask<SimState>('POST', '/_sim/reset', {});

async function ask<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
  const photo = body instanceof Blob;
  const response = await fetch(path, {
    method,
    headers:
      body === undefined
        ? {}
        : { 'content-type': photo ? body.type || 'application/octet-stream' : 'application/json' },
    body: body === undefined ? null : photo ? body : JSON.stringify(body),
  }).catch(() => {
    throw new Error('Không gọi được bộ giả lập. Kiểm tra xem nó còn chạy không.');
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new Error(reasonIn(answer) ?? `Bộ giả lập trả lời HTTP ${response.status}.`);
  return answer as T;
}

function reasonIn(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return undefined;
  return typeof answer.error === 'string' ? answer.error : undefined;
}
