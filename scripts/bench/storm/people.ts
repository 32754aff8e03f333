import { loadSampleReports } from '../../../db/seed/sample-reports.ts';
import type { simulatorControl } from '../../zalo-simulator/control-client.ts';
import { type EventContent, type OaIdentity, signedRequest } from '../common/events.ts';
import { uploadPhoto } from '../conversation/talk.ts';

type Zalo = ReturnType<typeof simulatorControl>;

/** What the people write about: one flood, or each something else, for comparison. */
export type Matter = 'flood' | 'different';

export interface Piece {
  citizenId: string;
  /** Ms after the beginning. */
  at: number;
  request: () => Buffer;
  isLast: boolean;
}

/** Between the parts of one person's report; less than the quiet window. */
const APART_MS = 800;
/** Sent to the simulator at once while people are invented. */
const SIDE_BY_SIDE = 20;

/** Pin and words of so many people, of every second one a photo too, begun evenly over the time; in the order of sending. */
export async function inventPeople(options: {
  zalo: Zalo;
  oa: OaIdentity;
  people: number;
  overMs: number;
  matter: Matter;
}): Promise<Piece[]> {
  const { zalo, oa, people, overMs, matter } = options;
  const ids = await meet(zalo, people);
  const photoUrl = await uploadPhoto(zalo, ids[0] ?? '');
  await zalo.resubscribe();
  const texts = loadSampleReports().flatMap(({ kind, text }) => (kind === 'report' ? [text] : []));
  return ids
    .flatMap((citizenId, index) => {
      const parts: EventContent[] = [
        ...(index % 2 === 0 ? [{ name: 'user_send_image' as const, url: photoUrl }] : []),
        { name: 'user_send_location', ...pinOf(matter, index) },
        { name: 'user_send_text', text: matter === 'flood' ? floodWords(index) : (texts[index % texts.length] ?? '') },
      ];
      return parts.map((content, part) => ({
        citizenId,
        at: (index * overMs) / people + part * APART_MS,
        request: () => signedRequest(oa, citizenId, content),
        isLast: part === parts.length - 1,
      }));
    })
    .sort((one, two) => one.at - two.at);
}

/** Zalo lets the OA answer only whom it has met; that they follow is no news to the service, or it would welcome them. */
async function meet(zalo: Zalo, people: number): Promise<string[]> {
  await zalo.settings({ webhook: { subscribed: false } });
  const ids: string[] = [];
  while (ids.length < people) {
    const some = Array.from({ length: Math.min(SIDE_BY_SIDE, people - ids.length) }, async (_, index) => {
      const { id } = await zalo.addCitizen(`Người dân ${ids.length + index + 1}`);
      await zalo.act(id, { act: 'follow' });
      return id;
    });
    ids.push(...(await Promise.all(some)));
  }
  return ids;
}

/** Around Thái Hà; a square of 250 m for the flood, and of 20 km with nobody within 300 m of anybody for the rest. */
function pinOf(matter: Matter, index: number): { latitude: number; longitude: number } {
  if (matter === 'flood') {
    return { latitude: 21.0117 + ((index * 7) % 23) / 10_000, longitude: 105.8198 + ((index * 11) % 25) / 10_000 };
  }
  return { latitude: 20.92 + (index % 50) * 0.004, longitude: 105.75 + Math.floor(index / 50) * 0.004 };
}

const PLACES = [
  'phố Thái Hà',
  'đầu ngõ',
  'chỗ ngã tư',
  'trước cổng trường',
  'gần trạm xe buýt',
  'cạnh chợ',
  'dưới gầm cầu',
];
const DEPTHS = ['nước sâu đến đầu gối', 'ngập ngang bánh xe', 'ngập nửa mét', 'nước vào nhà', 'xe máy chết máy'];
const ENDINGS = [
  'mưa từ trưa',
  'chưa thấy rút',
  'cống không thoát',
  'không đi lại được',
  'mong có người bơm',
  'kẹt cứng',
];

function floodWords(index: number): string {
  const pick = (list: readonly string[], every: number) => list[Math.floor(index / every) % list.length] ?? '';
  return `đường ngập nặng ${pick(PLACES, 1)}, ${pick(DEPTHS, 7)}, ${pick(ENDINGS, 35)}`;
}
