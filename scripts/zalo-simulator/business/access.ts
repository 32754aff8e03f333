import { SECOND } from '../clock.ts';
import type { Sim } from '../context.ts';
import type { Call } from '../http.ts';
import { ACCESS_TOKEN_LIFE_S } from '../oa/gate.ts';
import { znsRefusal } from './zns-errors.ts';

/** The same token as the OA's (§0.1), but here every fault of it is `-124` (§2.3, §11.3); then the state of app and OA. */
export function checkBusinessAccess(sim: Sim, call: Call): void {
  const { pairs, settings } = sim.store.data;
  const pair = pairs.find((candidate) => candidate.access === call.headers.access_token);
  const dead = !pair || pair.usedAt !== null || pair.revoked;
  if (dead || sim.clock.now() - pair.issuedAt >= ACCESS_TOKEN_LIFE_S * SECOND) {
    throw znsRefusal('-124', 'Header access_token thiếu, sai, đã chết hoặc quá 25 giờ (§2.3, §11.3).');
  }
  if (settings.appStatus === 'inactive') throw znsRefusal('-103', 'Ứng dụng chưa ở trạng thái hoạt động (§4.4).');
  if (settings.appStatus === 'product-not-registered') {
    throw znsRefusal('-138', 'Ứng dụng chưa có quyền gửi tin ZNS (§4.4).');
  }
  if (settings.appStatus === 'oa-not-authorised') {
    throw znsRefusal('-105', 'Ứng dụng chưa được liên kết với OA (§4.4).');
  }
}
