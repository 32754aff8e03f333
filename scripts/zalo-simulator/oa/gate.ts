import { refused } from '../answers.ts';
import { SECOND } from '../clock.ts';
import type { Sim } from '../context.ts';
import type { Call } from '../http.ts';

/** `expires_in`: 90 000 s = 25 hours (§2.2). */
export const ACCESS_TOKEN_LIFE_S = 90_000;

/** Who may call at all: the header token first (§11.2), then the state of app and OA. */
export function checkAccess(sim: Sim, call: Call): void {
  checkToken(sim, call);
  switch (sim.store.data.settings.appStatus) {
    case 'inactive':
      throw refused(-209, 'Not supported this api', 'Ứng dụng chưa ở trạng thái hoạt động (§2.3, §11.2).');
    case 'product-not-registered':
      throw refused(
        -212,
        'App has not registed this api',
        'Ứng dụng chưa đăng ký sản phẩm Official Account API (§2.3, §11.2).',
      );
    case 'oa-not-authorised':
      throw refused(
        -223,
        'Official Account has not authorized this API',
        'OA chưa cấp quyền gọi API này cho ứng dụng (§2.3, §11.2).',
      );
    default:
  }
}

function checkToken(sim: Sim, call: Call): void {
  const token = call.headers.access_token;
  const invalid = 'Access token is invalid';
  if (!token) {
    if (call.query.has('access_token')) {
      const { error, message } = sim.dagger.tokenInQuery;
      throw refused(error, message, 'access_token nằm trên đường dẫn; phải đặt ở header access_token (§3, §11.2 †).');
    }
    throw refused(-216, invalid, 'Thiếu header access_token (§11.2).');
  }
  if (/^bearer\b/i.test(token)) {
    throw refused(
      -216,
      invalid,
      'Header access_token phải là giá trị trần, không có “Bearer ” phía trước (§3, §11.2).',
    );
  }
  const pair = sim.store.data.pairs.find((candidate) => candidate.access === token);
  if (!pair) throw refused(-216, invalid, 'access_token này không do OAuth của OA cấp (§11.2).');
  if (pair.usedAt !== null) {
    throw refused(-216, invalid, 'access_token cũ đã chết ngay khi refresh token của nó được dùng (§2.2, §11.1).');
  }
  if (pair.revoked) throw refused(-216, invalid, 'OA đã thu hồi quyền của ứng dụng nên token đã chết (§1.7).');
  if (sim.clock.now() - pair.issuedAt >= ACCESS_TOKEN_LIFE_S * SECOND) {
    throw refused(-220, 'access_token is expired or removed', 'access_token đã quá 25 giờ (§2.2, §11.2).');
  }
}

/** §3.5: sending by API needs a paid tier on many OAs. */
export function checkTier(sim: Sim): void {
  if (!sim.store.data.settings.freeTier) return;
  throw refused(-224, FREE_TIER_TEXT, 'OA đang ở gói miễn phí, không được gửi tin qua API (§3.5, §11.2).');
}

export const FREE_TIER_TEXT =
  'The OA needs to upgrade OA Tier Package to use this feature. See more on https://zalo.cloud/oa/pricing';
