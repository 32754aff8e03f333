import { createHmac } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { Refused, refused } from '../answers.ts';
import { HOUR, SECOND } from '../clock.ts';
import type { Sim } from '../context.ts';
import { describeRequest } from '../describe-call.ts';
import { type Call, sendJson } from '../http.ts';
import { standingOf } from '../miniapp/standings.ts';
import { daggerRefusal } from '../oa/request.ts';
import type { UserToken } from '../state.ts';
import type { JsonObject } from '../values.ts';

/** §2.1: a user's access token lives one hour, unlike the OA's. */
const USER_TOKEN_LIFE = HOUR;
/** §7.2: phone and location codes live two minutes. */
const USER_CODE_LIFE = 120 * SECOND;

/** Host `graph.zalo.me` (§7.1, §7.2): flat answers, HTTP 200. */
export function answerGraph(sim: Sim, call: Call): void {
  const startedAt = performance.now();
  const entry = {
    direction: 'api' as const,
    title: `${call.method} ${call.path}`,
    status: 200,
    request: describeRequest(call),
  };
  const finish = (body: JsonObject, more: { errorCode?: number; explanation?: string } = {}) => {
    const durationMs = Math.round(performance.now() - startedAt);
    sim.wire.add({ ...entry, durationMs, response: JSON.stringify(body, null, 2), ...more });
    // No CORS headers, ever: a call from the web view must fail (§7.2, §11.4).
    sendJson(call.response, 200, body);
  };
  try {
    refuseBrowser(sim, call);
    finish(call.path === '/v2.0/me' ? me(sim, call) : meInfo(sim, call));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { error: number, message, explanation } = error.refusal;
    finish({ error: number, message }, { errorCode: number, explanation });
  }
}

function refuseBrowser(sim: Sim, call: Call): void {
  if (call.headers.origin === undefined) return;
  throw daggerRefusal(
    sim,
    'graphParameter',
    'Lời gọi đến từ trình duyệt (có Origin); chỉ được gọi từ máy chủ (§7.2, §11.4)',
  );
}

/** The access token is checked before anything else (§7.2). */
function userToken(sim: Sim, call: Call): UserToken {
  return livingToken(sim, call.headers.access_token);
}

function livingToken(sim: Sim, value: unknown): UserToken {
  const token = sim.store.data.userTokens.find((candidate) => candidate.token === value);
  if (!token || sim.clock.now() - token.issuedAt >= (token.lifeMs ?? USER_TOKEN_LIFE)) {
    throw refused(
      452,
      'Session key invalid',
      'access_token của người dùng sai, hết hạn hoặc đã bị thu hồi (§7.1, §11.4).',
    );
  }
  return token;
}

function me(sim: Sim, call: Call): JsonObject {
  const token = userToken(sim, call);
  checkProof(sim, call, token.token);
  const fields = fieldsOf(call.query.get('fields'));
  const asksProfile = fields.includes('name') || fields.includes('picture');
  if (asksProfile && sim.store.data.settings.callerOutsideVietnam) {
    throw daggerRefusal(
      sim,
      'outsideVietnam',
      'Máy chủ gọi từ ngoài Việt Nam không được xin name và picture (§7.1, §11.4)',
    );
  }
  return profileOf(sim, token, fields);
}

/** What the SDK itself asks from the phone (§6.3): the same answer, without the proof that only a server can give. */
export function meFromPhone(sim: Sim, accessToken: unknown, fields: string): JsonObject {
  return profileOf(sim, livingToken(sim, accessToken), fieldsOf(fields));
}

function profileOf(sim: Sim, token: UserToken, fields: string[]): JsonObject {
  const citizen = sim.store.citizen(token.citizenId);
  // Consent counts from the moment it is given; the token in hand stays the same.
  const known = token.userInfo || (citizen !== undefined && standingOf(sim, citizen, 'userInfo') === 'granted');
  const picture = { data: { url: sim.absolute('/media/avatar.svg') } };
  return {
    error: 0,
    message: 'Success',
    id: citizen?.idByApp ?? '',
    ...(known && fields.includes('name') ? { name: citizen?.name ?? '' } : {}),
    ...(known && fields.includes('picture') ? { picture } : {}),
    // §9: only of somebody who follows the OA.
    ...(citizen?.followed && fields.includes('user_id_by_oa') ? { user_id_by_oa: citizen.id, is_follower: true } : {}),
    is_sensitive: false,
  };
}

/** `picture.type(small)` is a picture, too. */
function fieldsOf(text: string | null): string[] {
  return (text ?? 'id').split(',').map((field) => field.trim().split('.')[0] ?? '');
}

/** §7.1: hex HMAC-SHA256 with the App Secret Key over the access token. */
function checkProof(sim: Sim, call: Call, accessToken: string): void {
  if (!sim.store.data.settings.enforceAppSecretProof) return;
  const right = createHmac('sha256', sim.config.appSecret).update(accessToken).digest('hex');
  if (call.headers.appsecret_proof === right) return;
  throw daggerRefusal(sim, 'appSecretProof', 'Header appsecret_proof thiếu hoặc sai (§7.1, §11.4)');
}

/** Exchange of a phone or location code: single use, two minutes, of this user (§7.2). */
function meInfo(sim: Sim, call: Call): JsonObject {
  const token = userToken(sim, call);
  const refuse = (why: string) => daggerRefusal(sim, 'graphParameter', `${why} (§7.2, §11.4)`);
  if (call.headers.secret_key !== sim.config.appSecret) throw refuse('Header secret_key thiếu hoặc sai');
  const code = sim.store.data.userCodes.find((candidate) => candidate.code === call.headers.code);
  if (code?.citizenId !== token.citizenId) throw refuse('code không phải của người dùng này');
  if (code.used) throw refuse('code chỉ đổi được một lần');
  if (sim.clock.now() - code.issuedAt > USER_CODE_LIFE) throw refuse('code đã quá 120 giây');
  code.used = true;
  sim.changed();
  return { data: code.data, error: 0, message: 'Success' };
}
