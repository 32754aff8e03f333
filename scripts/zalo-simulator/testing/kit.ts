import type { Citizen } from '../control-api.ts';
import { simulatorControl } from '../control-client.ts';
import { type SimulatorOptions, startSimulator } from '../simulator.ts';
import { isObject, type JsonObject } from '../values.ts';
import { startReceiver } from './receiver.ts';

export const APP_ID = '4102938475610293847';
export const APP_SECRET = 'app-secret-test';
export const OA_ID = '2910384756102938475';
export const OA_SECRET = 'Kq7-test-oa-secret-2026';
export const MINI_APP_ID = '3350917264850192736';
export const MINI_APP_KEY = 'mk-test-open-api-key';

export interface ApiAnswer {
  status: number;
  headers: Headers;
  body: JsonObject;
  error: unknown;
  data: JsonObject;
}

/** A simulator with a receiver behind its webhook, a valid token, and one citizen who has never met the OA. */
export async function startKit(options: Partial<SimulatorOptions> = {}) {
  const receiver = await startReceiver();
  const identity = { appId: APP_ID, appSecret: APP_SECRET, oaId: OA_ID, oaSecret: OA_SECRET };
  const miniApp = { miniAppId: MINI_APP_ID, miniAppApiKey: MINI_APP_KEY };
  const simulator = await startSimulator({ ...identity, ...miniApp, webhookUrl: receiver.url, ...options });
  const control = simulatorControl(simulator.url);
  const { access_token, refresh_token } = await control.firstToken();
  const [citizen] = (await control.state()).citizens;
  if (!citizen) throw new Error('The simulator starts with invented citizens');

  async function call(path: string, init: RequestInit = {}): Promise<ApiAnswer> {
    const response = await fetch(simulator.url + path, init);
    const parsed: unknown = await response.json();
    const body = isObject(parsed) ? parsed : {};
    const data = isObject(body.data) ? body.data : {};
    return { status: response.status, headers: response.headers, body, error: body.error, data };
  }

  const headers = { access_token, 'Content-Type': 'application/json' };
  return {
    simulator,
    receiver,
    control,
    citizen,
    accessToken: access_token,
    refreshToken: refresh_token,
    call,
    get: (path: string, data: unknown) => call(`${path}?data=${encodeURIComponent(JSON.stringify(data))}`, { headers }),
    post: (path: string, body: unknown) => call(path, { method: 'POST', headers, body: JSON.stringify(body) }),
    /** A template by phone (§4.1); a field given as undefined is left out. */
    zns: (body: object, path = '/message/template') =>
      call(path, { method: 'POST', headers, body: JSON.stringify(body) }),
    /** A Mini App notice (§7.4); a header given as undefined is left out. */
    notify: (body: unknown, more: Record<string, string | undefined> = {}) =>
      call('/notification/template', {
        method: 'POST',
        headers: filled({
          'X-Api-Key': `Bearer ${MINI_APP_KEY}`,
          'X-User-Id': citizen.idByApp,
          'X-MiniApp-Id': MINI_APP_ID,
          ...more,
        }),
        body: JSON.stringify(body),
      }),
    /** A consultation message to a citizen. */
    cs: (message: unknown, to: Pick<Citizen, 'id'> = citizen) =>
      call('/v3.0/oa/message/cs', {
        method: 'POST',
        headers,
        body: JSON.stringify({ recipient: { user_id: to.id }, message }),
      }),
    upload(path: string, bytes: Uint8Array, { field = 'file', name = 'anh.jpg' } = {}) {
      const form = new FormData();
      form.append(field, new Blob([new Uint8Array(bytes)]), name);
      return call(`/v2.0/oa/upload/${path}`, { method: 'POST', headers: { access_token }, body: form });
    },
    async stop() {
      await simulator.close();
      await receiver.close();
    },
  };
}

function filled(headers: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== undefined));
}

export type Kit = Awaited<ReturnType<typeof startKit>>;
