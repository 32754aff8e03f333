import type { Refusal, Refused } from '../answers.ts';
import type { Sim } from '../context.ts';
import { answerOnHost } from '../host-answer.ts';
import type { Call } from '../http.ts';
import { ACCESS_TOKEN_LIFE_S } from '../oa/gate.ts';
import { daggerRefusal } from '../oa/request.ts';
import type { TokenPair } from '../state.ts';
import type { JsonObject } from '../values.ts';
import { CODE_LIFE, challengeOf, issuePair, REFRESH_TOKEN_LIFE } from './tokens.ts';

/** `POST /v4/oa/access_token` (§2.2); every failure is HTTP 200 with the body of §2.3 and one number (§11.1). */
export async function answerAccessToken(sim: Sim, call: Call): Promise<void> {
  await answerOnHost(sim, call, {
    name: 'oauth',
    refusalBody,
    handle: () => ({ body: grantedBody(grant(sim, call)) }),
  });
}

/** §11.1: `expires_in` is emitted as a string. */
function grantedBody(pair: TokenPair): JsonObject {
  return { access_token: pair.access, refresh_token: pair.refresh, expires_in: String(ACCESS_TOKEN_LIFE_S) };
}

function refusalBody({ error, message }: Refusal): JsonObject {
  return {
    error,
    error_name: message,
    error_reason: 'Refresh token is expired or has been used.',
    ref_doc: 'https://developers.zalo.me/docs/official-account/bat-dau/xac-thuc-va-uy-quyen-cho-ung-dung-new',
    error_description: message.replace(/\.$/, ''),
  };
}

function grant(sim: Sim, call: Call): TokenPair {
  const refuse = (why: string) => daggerRefusal(sim, 'oauth', `${why} (§2.2, §11.1)`);
  if (!(call.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')) {
    throw refuse('Thân yêu cầu phải là application/x-www-form-urlencoded');
  }
  if (call.headers.secret_key !== sim.config.appSecret)
    throw refuse('Thiếu header secret_key hoặc sai khoá bí mật của ứng dụng');
  const form = new URLSearchParams(call.body.toString('utf8'));
  if (form.get('app_id') !== sim.config.appId) throw refuse('app_id không đúng');
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return byCode(sim, form, refuse);
    case 'refresh_token':
      return byRefresh(sim, form, refuse);
    default:
      throw refuse('grant_type phải là authorization_code hoặc refresh_token');
  }
}

type Refuse = (why: string) => Refused;

function byCode(sim: Sim, form: URLSearchParams, refuse: Refuse): TokenPair {
  const code = sim.store.data.codes.find((candidate) => candidate.code === form.get('code'));
  if (!code) throw refuse('code không do trang cấp quyền của ứng dụng này phát ra');
  if (code.used) throw refuse('code chỉ dùng được một lần');
  if (sim.clock.now() - code.issuedAt > CODE_LIFE) throw refuse('code đã quá 10 phút');
  if (challengeOf(form.get('code_verifier') ?? '') !== code.challenge) {
    throw refuse('code_verifier thiếu hoặc không khớp code_challenge');
  }
  code.used = true;
  return issuePair(sim);
}

/** Single-use rotation: the old refresh token and its access token die with the first use (§2.2). */
function byRefresh(sim: Sim, form: URLSearchParams, refuse: Refuse): TokenPair {
  const pair = sim.store.data.pairs.find((candidate) => candidate.refresh === form.get('refresh_token'));
  if (!pair) throw refuse('refresh_token không do OAuth của OA cấp');
  if (pair.usedAt !== null) throw refuse('refresh_token đã được dùng; cặp token cấp lần đầu vẫn còn hiệu lực');
  if (pair.revoked) throw refuse('OA đã thu hồi quyền của ứng dụng');
  if (sim.clock.now() - pair.issuedAt > REFRESH_TOKEN_LIFE) throw refuse('refresh_token đã quá 90 ngày');
  pair.usedAt = sim.clock.now();
  return issuePair(sim);
}
