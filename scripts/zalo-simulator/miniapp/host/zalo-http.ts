import type { Phone } from './phone.ts';
import type { SimulatorLink } from './simulator.ts';

/**
 * What the SDK asks of Zalo's servers by itself (§6.3). Nothing leaves this machine: an address of Zalo's that is not listed
 * here cannot be reached, and neither can graph's `/v2.0/me/info`, which sends no CORS headers (§11.4).
 */
export async function answerZaloHost(url: URL, request: Request, phone: Phone): Promise<Response> {
  const route = ROUTES[`${request.method} ${url.hostname}${url.pathname}`];
  if (!route) throw new TypeError('Failed to fetch');
  const body = await route({ url, request, phone });
  return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
}

export function isZaloHost({ hostname }: URL): boolean {
  return /(?:^|\.)(?:zalo\.me|zaloapp\.com)$/.test(hostname);
}

type Route = (call: { url: URL; request: Request; phone: Phone }) => object | Promise<object>;

const ROUTES: Record<string, Route> = {
  'POST h5.zalo.me/openapi/access_token': async ({ request, phone }) => {
    const form = new URLSearchParams(await request.text());
    return phone.simulator.token({
      grantType: form.get('grant_type') ?? '',
      code: form.get('code') ?? '',
      verifier: form.get('code_verifier') ?? '',
      refreshToken: form.get('refresh_token') ?? '',
      lifeSeconds: phone.settings.now().tokenLifeSeconds,
    });
  },
  'GET h5.zalo.me/apis/users/auth-settings': async ({ request, phone }) => {
    if (!request.headers.get('authorization')?.startsWith('Bearer ')) return { err: -1401, msg: 'Unauthorized' };
    return { err: 0, msg: 'Success', data: await authSettings(phone.simulator) };
  },
  'GET graph.zalo.me/v2.0/me': ({ url, request, phone }) =>
    phone.simulator.me(request.headers.get('access_token') ?? '', url.searchParams.get('fields') ?? 'id'),
  'GET h5.zalo.me/apps/get-info': ({ phone: { shell } }) => ({
    err: 0,
    data: {
      name: shell.title,
      version: 1,
      description: '',
      appUrl: `https://zalo.me/s/${shell.appId}/`,
      qrCodeUrl: '',
      logoUrl: '',
      zaloAppId: shell.zaloAppId,
    },
  }),
  'POST h5.zalo.me/openapi/create-sharelink': () => ({
    err: 0,
    data: { shareId: crypto.randomUUID().slice(0, 8), zinstantApi: 'https://h5.zalo.me/zinstant', ztemplateId: '1' },
  }),
  'POST h5.zalo.me/openapi/check-interact-oa': async ({ phone }) => {
    const { interact } = await phone.simulator.standings();
    return interact === 'granted' ? { err: 0, msg: 'Success' } : { err: -1, msg: 'User has not allowed' };
  },
  'POST h5.zalo.me/log/async': () => ({ err: 0 }),
};

/** Each scope is said to be given or not; one that was never asked for is not given. */
async function authSettings(simulator: SimulatorLink): Promise<object> {
  const { userInfo, location, phone } = await simulator.standings();
  return {
    'scope.userInfo': userInfo === 'granted',
    'scope.userLocation': location === 'granted',
    'scope.userPhonenumber': phone === 'granted',
  };
}
