import type {
  ChatMessage,
  Citizen,
  CitizenAct,
  ConsoleAct,
  GraphTokenRequest,
  GraphTokens,
  SimSettings,
  SimState,
  UidTemplate,
  WireEntry,
} from './control-api.ts';
import type { DeepPartial } from './settings.ts';

type Status = { status: WireEntry['status'] };

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

  return {
    state: () => ask<SimState>('GET', '/state'),
    addCitizen: (name: string) => ask<Citizen>('POST', '/citizens', { name }),
    act: async (citizenId: string, act: CitizenAct) =>
      (await ask<{ messages: ChatMessage[] }>('POST', `/citizens/${citizenId}/act`, act)).messages,
    console: async (citizenId: string, act: ConsoleAct) =>
      (await ask<{ message: ChatMessage }>('POST', `/console/${citizenId}/act`, act)).message,
    messages: async (citizenId: string) =>
      (await ask<{ messages: ChatMessage[] }>('GET', `/citizens/${citizenId}/messages`)).messages,
    photo: async (bytes: Uint8Array) => (await ask<{ photoId: string }>('POST', '/photos', bytes)).photoId,
    wire: async (after = 0) => (await ask<{ entries: WireEntry[] }>('GET', `/wire?after=${after}`)).entries,
    advance: (advanceMs: number) => ask<SimState>('POST', '/clock', { advanceMs }),
    resetClock: () => ask<SimState>('POST', '/clock', { reset: true }),
    settings: (patch: DeepPartial<SimSettings>) => ask<SimState>('POST', '/settings', patch),
    firstToken: () => ask<{ refresh_token: string; access_token: string }>('POST', '/first-token', {}),
    graphToken: (citizenId: string, request: GraphTokenRequest = {}) =>
      ask<GraphTokens>('POST', `/citizens/${citizenId}/graph-token`, request),
    /** `body` given as a string is sent byte for byte. */
    sendWebhook: (body: unknown, headers: Record<string, string | null> = {}) =>
      ask<Status>('POST', '/webhook/send', { body, headers }),
    consoleCheck: () => ask<Status>('POST', '/webhook/check', {}),
    redeliver: (seq: number) => ask<Status>('POST', '/webhook/redeliver', { seq }),
    resubscribe: () => ask<SimState>('POST', '/webhook/resubscribe', {}),
    anonymous: (text: string) =>
      ask<{ anonymousId: string; conversationId: string; messageId: string }>('POST', '/anonymous', { text }),
    templates: (templates: UidTemplate[]) => ask<{ templates: UidTemplate[] }>('POST', '/templates', { templates }),
    revoke: () => ask<SimState>('POST', '/revoke', {}),
    reset: () => ask<SimState>('POST', '/reset', {}),
  };
}
