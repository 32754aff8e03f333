import type { CallFailure } from '../call-failure.ts';
import { type Fields, fieldsOf, idOf, numberOf, textOf } from '../event-fields.ts';
import type { OaCall } from './call.ts';

interface OaProfile {
  oaId: string;
  name: string;
  verified: boolean;
  /** 2 = business, 4 = government (§3.13). */
  type: number | null;
  packageName: string;
}

export interface OaItself {
  /** The OA itself: a good check at start-up (§3.13). */
  getOa(): Promise<{ ok: true; oa: OaProfile } | CallFailure>;
}

export function createOaItself(call: OaCall): OaItself {
  return {
    async getOa() {
      const answer = await call.get('/v2.0/oa/getoa');
      return answer.ok ? { ok: true, oa: profileOf(fieldsOf(answer.body.data)) } : answer;
    },
  };
}

function profileOf(data: Fields): OaProfile {
  return {
    oaId: idOf(data.oaid) ?? '',
    name: textOf(data.name),
    verified: data.is_verified === true,
    type: numberOf(data.oa_type),
    packageName: textOf(data.package_name),
  };
}
