import type {
  BridgeCall,
  PhoneLogin,
  Standing,
  Standings,
  TokenRequest,
  UploadAnswer,
  UploadRequest,
} from '../phone-api.ts';
import type { PermissionName } from '../phone-settings.ts';

/** The other half of the phone: what Zalo's servers know, kept by the simulator (`phone-api.ts`). */
export function connectSimulator(citizenId: string) {
  // Taken before the app's network is tampered with: Zalo's own state does not depend on it.
  const realFetch = window.fetch.bind(window);
  const RealXhr = window.XMLHttpRequest;
  const base = `/_sim/phone/${encodeURIComponent(citizenId)}/`;

  async function ask<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
    const response = await realFetch(path, {
      method,
      ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
    });
    const answer = (await response.json()) as T & { error?: string };
    if (!response.ok) throw new Error(answer.error ?? `HTTP ${response.status}`);
    return answer;
  }
  const post = <T>(name: string, body: unknown = {}) => ask<T>('POST', base + name, body);

  return {
    login: () => post<PhoneLogin>('login'),
    token: (request: TokenRequest) => post<Record<string, unknown>>('token', request),
    me: (accessToken: string, fields: string) => post<Record<string, unknown>>('me', { accessToken, fields }),
    standings: () => ask<Standings>('GET', `${base}standing`),
    remember: (permission: PermissionName, standing: Standing) => post<Standings>('remember', { permission, standing }),
    locationCode: (location: { latitude: number; longitude: number }) =>
      post<{ token: string }>('code', { what: 'location', location }),
    phoneCode: () => post<{ token: string }>('code', { what: 'phone' }),
    upload: (request: UploadRequest) => post<UploadAnswer>('upload', request),
    keepPhoto: (photo: Blob) => ask<{ photoId: string }>('POST', '/_sim/photos', photo),
    /** `nativeStorage` is synchronous (§6.3), so what it holds must be here before the app starts. */
    readStorage(): Record<string, string> | undefined {
      const request = new RealXhr();
      request.open('GET', `${base}storage`, false);
      try {
        request.send();
        return (JSON.parse(request.responseText) as { map: Record<string, string> }).map;
      } catch {
        return undefined;
      }
    },
    keepStorage: (map: Record<string, string>) => post<object>('storage', { map }),
    /** Nobody waits for the log, and a lost line of it harms nobody. */
    log: (call: BridgeCall) => void post<object>('log', call).catch(() => undefined),
  };
}

export type SimulatorLink = ReturnType<typeof connectSimulator>;
