import type { Sim } from '../context.ts';
import type { CitizenRecord } from '../state.ts';
import type { JsonObject } from '../values.ts';

/** What the numbers of native code mean (§6.2), for whoever reads the wire log. */
const MEANINGS: Record<string, string> = {
  '-1': 'Người dân từ chối; SDK báo -2002 (§6.2).',
  '-5': 'Bản Zalo này chưa có tính năng đó; SDK báo -1404 (§6.2).',
  '-101': 'Người dân đóng cửa sổ chọn; SDK báo -2003 (§6.2).',
  '-201': 'Người dân từ chối (§6.2).',
  '-202': 'Người dân từ chối và chọn “Không hỏi lại” (§6.2).',
  '-2002': 'Người dân từ chối (§6.2).',
  '-1401': 'Người dân chưa cho phép (§6.2).',
  '-1403': 'Zalo chưa duyệt quyền này cho Mini App (§6.3).',
  '-400': 'Hộp thoại cùng loại đang mở; SDK báo -1410 (§6.2).',
  '999': 'Tải tệp lên không được; SDK báo -2004 (§6.3).',
  '-10': 'Việc này không xong; SDK báo -2004 hoặc -2005 (§6.3).',
};

export function logBridgeCall(sim: Sim, citizen: CitizenRecord, call: JsonObject): object {
  const errorCode = typeof call.errorCode === 'number' && call.errorCode !== 0 ? call.errorCode : undefined;
  const silent = call.answer === undefined && errorCode === undefined;
  const explanation = silent ? 'Zalo trên điện thoại im lặng, không trả lời (§11.6).' : MEANINGS[String(errorCode)];
  sim.wire.add({
    direction: 'bridge',
    title: String(call.action),
    status: silent ? 'timeout' : 200,
    durationMs: Number(call.durationMs) || 0,
    citizenId: citizen.id,
    request: JSON.stringify(call.params ?? {}, null, 2),
    ...(call.answer === undefined ? {} : { response: JSON.stringify(call.answer, null, 2) }),
    ...(errorCode === undefined ? {} : { errorCode }),
    ...(explanation === undefined ? {} : { explanation }),
  });
  return {};
}
