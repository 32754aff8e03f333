import type { CallFailure } from '../call-failure.ts';
import { fieldsOf, timeOf } from '../event-fields.ts';
import type { OaCall } from './call.ts';

export interface OaPeople {
  /** When a person last interacted: the authoritative value for the 48 hours and the 7 days (§3.7). Null: never. */
  lastInteraction(userId: string): Promise<{ ok: true; at: Date | null } | CallFailure>;
}

export function createOaPeople(call: OaCall): OaPeople {
  return {
    async lastInteraction(userId) {
      const answer = await call.post('/v3.0/oa/quota/message', { user_id: userId });
      return answer.ok ? { ok: true, at: timeOf(fieldsOf(answer.body.data).last_interaction) } : answer;
    },
  };
}
