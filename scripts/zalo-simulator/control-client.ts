import type {
  AnonymousAct,
  ChatMessage,
  Citizen,
  CitizenAct,
  ConsoleAct,
  GraphTokenRequest,
  GraphTokens,
  SimSettings,
  SimState,
  TemplateInput,
  TemplateQuality,
  TemplateStatus,
  WireEntry,
  ZbsAct,
  ZbsTemplate,
} from './control-api.ts';
import type { DeepPartial } from './settings.ts';

type Status = { status: WireEntry['status'] };
type ByOfficial = { quoteId?: string; adminId?: string };

/** The control API as functions, for tests and scripts; throws with the simulator's own sentence when a call is refused. */
export function simulatorControl(url: string) {
  async function ask<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
    const raw = body instanceof Uint8Array;
    const response = await fetch(`${url}/_sim${path}`, {
      method,
      ...(body === undefined ? {} : { body: raw ? new Uint8Array(body) : JSON.stringify(body) }),
      headers: { 'Content-Type': raw ? 'application/octet-stream' : 'application/json' },
    });
    const answer = (await response.json()) as T & { error?: string };
    if (!response.ok) throw new Error(answer.error ?? `HTTP ${response.status}`);
    return answer;
  }

  const act = async (citizenId: string, what: CitizenAct) =>
    (await ask<{ messages: ChatMessage[] }>('POST', `/citizens/${citizenId}/act`, what)).messages;
  const atConsole = (citizenId: string, what: ConsoleAct) =>
    ask<{ message: ChatMessage; messages: ChatMessage[] }>('POST', `/console/${citizenId}/act`, what);
  const settings = (patch: DeepPartial<SimSettings>) => ask<SimState>('POST', '/settings', patch);
  const templates = (list: TemplateInput[]) =>
    ask<{ templates: ZbsTemplate[] }>('POST', '/templates', { templates: list });
  const zbs = (what: ZbsAct) => ask<SimState>('POST', '/zbs', what);

  return {
    state: () => ask<SimState>('GET', '/state'),
    addCitizen: (name: string) => ask<Citizen>('POST', '/citizens', { name }),
    act,
    messages: async (citizenId: string) =>
      (await ask<{ messages: ChatMessage[] }>('GET', `/citizens/${citizenId}/messages`)).messages,
    photo: async (bytes: Uint8Array) => (await ask<{ photoId: string }>('POST', '/photos', bytes)).photoId,
    /** A document, voice or film for a citizen or an official to send. */
    file: async (name: string, bytes: Uint8Array) =>
      (await ask<{ fileId: string }>('POST', `/files?name=${encodeURIComponent(name)}`, bytes)).fileId,
    wire: async (after = 0) => (await ask<{ entries: WireEntry[] }>('GET', `/wire?after=${after}`)).entries,
    advance: (advanceMs: number) => ask<SimState>('POST', '/clock', { advanceMs }),
    resetClock: () => ask<SimState>('POST', '/clock', { reset: true }),
    settings,
    firstToken: () => ask<{ refresh_token: string; access_token: string }>('POST', '/first-token', {}),
    graphToken: (citizenId: string, request: GraphTokenRequest = {}) =>
      ask<GraphTokens>('POST', `/citizens/${citizenId}/graph-token`, request),

    // Officials at the OA console.
    console: async (citizenId: string, what: ConsoleAct) => (await atConsole(citizenId, what)).message,
    consoleFile: async (citizenId: string, name: string, more: ByOfficial & { fileId?: string } = {}) =>
      (await atConsole(citizenId, { act: 'file', name, ...more })).message,
    consoleImages: async (citizenId: string, photoIds: string[], more: ByOfficial & { text?: string } = {}) =>
      (await atConsole(citizenId, { act: 'images', photoIds, ...more })).messages,

    // Citizens, in short.
    notifyAllowed: (citizenId: string, on = true) => act(citizenId, { act: 'notifyAllowed', on }),
    /** Withdraws consent in the Mini App (§7.5). */
    revokeConsent: (citizenId: string) => act(citizenId, { act: 'revokeConsent' }),
    anonymous: (what: string | AnonymousAct) =>
      ask<{ anonymousId: string; conversationId: string; messageId: string }>(
        'POST',
        '/anonymous',
        typeof what === 'string' ? { text: what } : what,
      ),

    // The webhook.
    /** `body` given as a string is sent byte for byte. */
    sendWebhook: (body: unknown, headers: Record<string, string | null> = {}) =>
      ask<Status>('POST', '/webhook/send', { body, headers }),
    consoleCheck: () => ask<Status>('POST', '/webhook/check', {}),
    redeliver: (seq: number) => ask<Status>('POST', '/webhook/redeliver', { seq }),
    resubscribe: () => ask<SimState>('POST', '/webhook/resubscribe', {}),
    /** Events vanish without a retry until it is over; chats and the conversation API keep everything. */
    outage: (on = true) => settings({ webhook: { deliver: on ? 'none' : 'all' } }),

    // Templates, by UID and by phone.
    templates,
    templateQuality: (templateId: string, quality: TemplateQuality) => zbs({ act: 'quality', templateId, quality }),
    templateStatus: (templateId: string, status: TemplateStatus) => zbs({ act: 'status', templateId, status }),
    dailyQuota: (dailyQuota: number) => zbs({ act: 'dailyQuota', dailyQuota }),

    /** The OA takes its grant back; `silent` kills the tokens without `permission_revoked`. */
    revoke: ({ silent = false } = {}) => ask<SimState>('POST', '/revoke', { silent }),
    reset: () => ask<SimState>('POST', '/reset', {}),
  };
}
