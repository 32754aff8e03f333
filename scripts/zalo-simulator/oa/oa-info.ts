import { DAY, vietnamDate } from '../clock.ts';
import type { Sim } from '../context.ts';
import type { ApiResult } from './openapi.ts';

/** `GET /v2.0/oa/getoa` (§3.13); `oa_type` 4 is government. */
export function getOa(sim: Sim): ApiResult {
  const { config, store, clock } = sim;
  const year = clock.now() + 365 * DAY;
  return {
    data: {
      oaid: config.oaId,
      name: config.oaName,
      description: 'Tài khoản chính thức giả lập',
      oa_alias: '',
      is_verified: true,
      oa_type: 4,
      cate_name: 'Cơ quan nhà nước',
      num_follower: store.data.citizens.filter((citizen) => citizen.followed).length,
      avatar: sim.absolute('/media/oa-avatar.svg'),
      cover: '',
      package_name: store.data.settings.freeTier ? 'Miễn phí' : 'Nâng cao',
      package_valid_through_date: vietnamDate(year),
      package_auto_renew_date: '',
      linked_ZCA: '',
    },
  };
}
