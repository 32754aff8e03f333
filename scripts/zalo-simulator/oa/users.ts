import { refused } from '../answers.ts';
import { DAY, vietnamDate, vietnamMidnight } from '../clock.ts';
import type { Sim } from '../context.ts';
import type { Call } from '../http.ts';
import type { CitizenRecord } from '../state.ts';
import type { JsonObject } from '../values.ts';
import type { ApiResult } from './openapi.ts';
import { daggerRefusal, dataParameter, pageOf, requireUser } from './request.ts';

/** `GET /v3.0/oa/user/detail` (§5). */
export function userDetail(sim: Sim, call: Call): ApiResult {
  const { user_id } = dataParameter(sim, call);
  const known = typeof user_id === 'string' ? sim.store.citizen(user_id) : undefined;
  if (!known || !hasMet(known)) {
    if (typeof user_id !== 'string') requireUser(sim, user_id);
    throw refused(
      -213,
      'User has not followed OA',
      'Người này chưa quan tâm và chưa từng tương tác với OA (§5, §11.2).',
    );
  }
  return { data: detailOf(sim, known), citizenId: known.id };
}

function hasMet(citizen: CitizenRecord): boolean {
  return citizen.followed || citizen.lastInteractionAt !== null;
}

function detailOf(sim: Sim, citizen: CitizenRecord): JsonObject {
  const avatar = sim.absolute('/media/avatar.svg');
  const shared = citizen.sharedInfo;
  return {
    user_id: citizen.id,
    user_id_by_app: citizen.idByApp,
    user_external_id: '',
    display_name: citizen.name,
    user_alias: citizen.name,
    is_sensitive: false,
    user_last_interaction_date: citizen.lastInteractionAt === null ? '' : vietnamDate(citizen.lastInteractionAt),
    user_is_follower: citizen.followed,
    avatar,
    avatars: { '120': avatar, '240': avatar },
    dynamic_param: '',
    tags_and_notes_info: { notes: [], tag_names: [...citizen.tags] },
    // §5: phone is "849…", or 0 until the person answered a request_user_info message.
    shared_info: {
      address: shared?.address ?? '',
      city: shared?.city ?? '',
      district: shared?.ward ?? '',
      phone: shared?.phone ?? 0,
      name: shared?.name ?? '',
    },
  };
}

/** `GET /v3.0/oa/user/getlist` (§5). */
export function userList(sim: Sim, call: Call): ApiResult {
  const data = dataParameter(sim, call);
  const { offset, count } = pageOf(sim, data, { maxCount: 50, maxOffset: 9951 });
  const period = periodOf(sim, data.last_interaction_period);
  const matching = sim.store.data.citizens.filter(
    (citizen) =>
      hasMet(citizen) &&
      (data.tag_name === undefined || citizen.tags.includes(String(data.tag_name))) &&
      (data.is_follower === undefined || String(citizen.followed) === String(data.is_follower)) &&
      (!period || isWithin(citizen.lastInteractionAt, period)),
  );
  const users = matching.slice(offset, offset + count).map((citizen) => ({ user_id: citizen.id }));
  return { data: { total: matching.length, count: users.length, offset, users } };
}

interface Period {
  from: number;
  to: number;
}

function isWithin(at: number | null, { from, to }: Period): boolean {
  return at !== null && at >= from && at < to;
}

function periodOf(sim: Sim, period: unknown): Period | undefined {
  if (period === undefined) return undefined;
  const now = sim.clock.now();
  const today = vietnamMidnight(now);
  switch (period) {
    case 'TODAY':
      return { from: today, to: today + DAY };
    case 'YESTERDAY':
      return { from: today - DAY, to: today };
    case 'L7D':
      return { from: today - 7 * DAY, to: today + DAY };
    case 'L30D':
      return { from: today - 30 * DAY, to: today + DAY };
    default:
      return datesOf(sim, period);
  }
}

function datesOf(sim: Sim, period: unknown): Period {
  const dates = /^(\d{4})_(\d{2})_(\d{2}):(\d{4})_(\d{2})_(\d{2})$/.exec(String(period));
  if (!dates) {
    throw daggerRefusal(sim, 'dataMissing', 'last_interaction_period không thuộc các giá trị của tài liệu (§5)');
  }
  const [, y1, m1, d1, y2, m2, d2] = dates;
  const from = vietnamMidnight(Date.parse(`${y1}-${m1}-${d1}T00:00:00+07:00`));
  const to = vietnamMidnight(Date.parse(`${y2}-${m2}-${d2}T00:00:00+07:00`)) + DAY;
  return { from, to };
}
