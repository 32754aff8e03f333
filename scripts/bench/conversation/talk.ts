import sharp from 'sharp';
import { loadSampleReports } from '../../../db/seed/sample-reports.ts';
import type { simulatorControl } from '../../zalo-simulator/control-client.ts';
import { type EventContent, type OaIdentity, signedRequest } from '../common/events.ts';

type Zalo = ReturnType<typeof simulatorControl>;

/** What is said, and by whom: a third of the events ask how a report stands, the rest are photo, pin and words of new ones. */
export interface Talk {
  pieces: { citizenId: string; request: () => Buffer; role: 'question' | 'part' | 'last part' }[];
  bursts: { citizenId: string }[];
}

/** Which share of the events are questions that are answered at once. */
const QUESTIONS = 1 / 4;
/** Parts of one report lie this many events apart: citizens talk at the same time. */
const BESIDE = 8;

export async function inventTalk(options: {
  zalo: Zalo;
  oa: OaIdentity;
  events: number;
  /** Citizens who have a report. */
  known: readonly string[];
}): Promise<Talk> {
  const { zalo, oa, events, known } = options;
  const questions = known.length === 0 ? 0 : Math.round(events * QUESTIONS);
  const reports = Math.round((events - questions) / 3);
  const ids: string[] = [];
  // Zalo lets the OA answer only whom it has met; that they follow is no news to the service, or it would welcome them.
  await zalo.settings({ webhook: { subscribed: false } });
  for (let index = 0; index < reports; index++) {
    const { id } = await zalo.addCitizen(`Người dân ${index + 1}`);
    await zalo.act(id, { act: 'follow' });
    ids.push(id);
  }
  const photoUrl = await uploadPhoto(zalo, ids[0] ?? '');
  await zalo.resubscribe();
  const texts = loadSampleReports().filter(({ kind }) => kind === 'report');
  const parts: Talk['pieces'] = [];
  for (let group = 0; group < ids.length; group += BESIDE) {
    const together = ids.slice(group, group + BESIDE);
    for (const step of [0, 1, 2]) {
      for (const [beside, citizenId] of together.entries()) {
        const content = part(step, group + beside, photoUrl, texts[(group + beside) % texts.length]?.text ?? '');
        parts.push({
          citizenId,
          request: () => signedRequest(oa, citizenId, content),
          role: step === 2 ? 'last part' : 'part',
        });
      }
    }
  }
  const asking = Array.from({ length: questions }, (_, index) => {
    const citizenId = known[index % known.length] ?? '';
    const request = () =>
      signedRequest(oa, citizenId, { name: 'user_send_text', text: 'phản ánh của tôi đến đâu rồi' });
    return { citizenId, request, role: 'question' as const };
  });
  return { pieces: mixed(parts, asking), bursts: ids.map((citizenId) => ({ citizenId })) };
}

function part(step: number, index: number, photoUrl: string, text: string): EventContent {
  if (step === 0) return { name: 'user_send_image', url: photoUrl };
  if (step === 1)
    return {
      name: 'user_send_location',
      latitude: 21.0 + (index % 50) / 1000,
      longitude: 105.8 + (index % 40) / 1000,
    };
  return { name: 'user_send_text', text };
}

/** Questions spread evenly among the rest. */
function mixed<T>(many: readonly T[], few: readonly T[]): T[] {
  const every = few.length === 0 ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor(many.length / few.length));
  const result: T[] = [];
  let next = 0;
  for (const [index, item] of many.entries()) {
    result.push(item);
    const other = few[next];
    if ((index + 1) % every === 0 && other !== undefined) {
      result.push(other);
      next += 1;
    }
  }
  return [...result, ...few.slice(next)];
}

/** A photo as a phone sends it; its address comes from a first message. */
export async function uploadPhoto(zalo: Zalo, citizenId: string): Promise<string> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 30 };
  const photo = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 80 })
    .toBuffer();
  const [message] = await zalo.act(citizenId, { act: 'photos', photoIds: [await zalo.photo(photo)] });
  return message?.imageUrl ?? '';
}
