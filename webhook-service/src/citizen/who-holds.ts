import { AppError } from '../errors.ts';
import type { GraphClient } from '../zalo/graph-client.ts';

export interface Holder {
  userIdByApp: string;
  /** Null when Zalo did not say. */
  isSensitive: boolean | null;
}

/**
 * Who holds an access token of the Mini App, as Zalo says (§7.1); nothing a client says of itself counts.
 * @throws AppError 401 `zalo_token_invalid`, 503 `zalo_unreachable`
 */
export async function whoHolds(accessToken: string, graph: GraphClient): Promise<Holder> {
  const answer = await graph.whoIs(accessToken);
  if (answer.outcome === 'ok') return answer;
  throw answer.outcome === 'refused' ? zaloTokenInvalid() : zaloUnreachable();
}

export function zaloTokenInvalid(): AppError {
  const detail = 'Zalo không xác nhận được phiên này. Xin đóng Mini App rồi mở lại.';
  return new AppError({ code: 'zalo_token_invalid', status: 401, detail });
}

export function zaloUnreachable(): AppError {
  const detail = 'Chưa kết nối được với Zalo. Xin thử lại sau ít phút.';
  return new AppError({ code: 'zalo_unreachable', status: 503, detail });
}
