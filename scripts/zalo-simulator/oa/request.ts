import { type Refusal, Refused, refused } from '../answers.ts';
import type { Sim } from '../context.ts';
import type { DaggerCase } from '../dagger-codes.ts';
import { type Call, jsonBody } from '../http.ts';
import type { CitizenRecord } from '../state.ts';
import { asObject, isObject, type JsonObject, tryParseJson } from '../values.ts';

/** A refusal whose number is not published for the case (†). */
export function daggerRefusal(sim: Sim, name: DaggerCase, explanation: string): Refused {
  const refusal: Refusal = { ...sim.dagger[name], explanation: `${explanation} †` };
  return new Refused(refusal);
}

/** §11.2: a body that is not JSON is answered like a missing user id. */
export function requireBody(call: Call): JsonObject {
  const body = jsonBody(call);
  if (!body) throw refused(-201, 'user_id is invalid!', 'Thân yêu cầu không phải JSON (§11.2).');
  return body;
}

export function recipientOf(sim: Sim, body: JsonObject): CitizenRecord {
  return requireUser(sim, asObject(body.recipient).user_id, 'recipient.user_id');
}

export function requireUser(sim: Sim, userId: unknown, where = 'user_id'): CitizenRecord {
  if (typeof userId !== 'string' || !/^\d+$/.test(userId)) {
    throw refused(-201, 'user_id is invalid!', `${where} thiếu hoặc không phải chuỗi chữ số (§0.3, §11.2).`);
  }
  const citizen = sim.store.citizen(userId);
  if (citizen) return citizen;
  const byApp = sim.store.data.citizens.some((candidate) => candidate.idByApp === userId);
  const why = byApp
    ? `${where} là id theo ứng dụng (user_id_by_app); API của OA cần id theo OA (§9, §11.2).`
    : `${where} không phải người dùng của OA này (§9, §11.2).`;
  throw daggerRefusal(sim, 'foreignUserId', why);
}

/** §3: GET parameters go into one query parameter `data` that holds JSON. */
export function dataParameter(sim: Sim, call: Call): JsonObject {
  const parsed = tryParseJson(call.query.get('data') ?? '');
  if (isObject(parsed)) return parsed;
  throw daggerRefusal(sim, 'dataMissing', 'Tham số GET phải nằm trong một tham số data= chứa JSON (§3, §11.2).');
}

/** `offset` and `count` of a list call, as numbers within the documented limits. */
export function pageOf(sim: Sim, data: JsonObject, limits: { maxCount: number; maxOffset?: number }) {
  const offset = Number(data.offset ?? 0);
  const count = Number(data.count ?? limits.maxCount);
  const fits =
    Number.isInteger(offset) &&
    Number.isInteger(count) &&
    offset >= 0 &&
    count >= 1 &&
    count <= limits.maxCount &&
    offset <= (limits.maxOffset ?? Number.MAX_SAFE_INTEGER);
  if (!fits) {
    throw daggerRefusal(
      sim,
      'pageTooLarge',
      `count phải từ 1 đến ${limits.maxCount} và offset trong giới hạn (§5, §11.2)`,
    );
  }
  return { offset, count };
}
