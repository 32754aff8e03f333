import { setTimeout as sleep } from 'node:timers/promises';
import type { Citizen, CitizenAct, SimState } from '../zalo-simulator/control-api.ts';
import { makePhoto } from './photo.ts';
import { SCENES, type Scene, type SceneAct } from './scenes.ts';

export interface OpeningSceneOptions {
  /** Origin of the simulator. */
  simulatorUrl: string;
  /** Multiplies the pauses between messages; 0 in tests. */
  pace?: number;
}

/** How many citizens write at the same time. */
const AT_ONCE = 3;

/**
 * Sends a dozen invented reports through the simulator, as citizens would: follow, photos, pin, words, with pauses.
 * Only when nobody has written yet; answers how many reports were sent.
 */
export async function playOpeningScene({ simulatorUrl, pace = 1 }: OpeningSceneOptions): Promise<number> {
  const state = await call<SimState>(simulatorUrl, 'GET', '/_sim/state');
  if (state.citizens.some((citizen) => citizen.lastMessageAt !== null)) return 0;
  const waiting = SCENES.map((scene, index) => ({ scene, seed: (index + 1) * 1_000 }));
  const lanes = Array.from({ length: AT_ONCE }, async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      await playOne(simulatorUrl, { ...next, pace });
    }
  });
  await Promise.all(lanes);
  return SCENES.length;
}

interface Play {
  scene: Scene;
  seed: number;
  pace: number;
}

async function playOne(simulatorUrl: string, { scene, seed, pace }: Play): Promise<void> {
  const { id } = await call<Citizen>(simulatorUrl, 'POST', '/_sim/citizens', { name: scene.citizen });
  const act = (body: CitizenAct) => call(simulatorUrl, 'POST', `/_sim/citizens/${id}/act`, body);
  await act({ act: 'follow' });
  for (const [index, one] of scene.acts.entries()) {
    await sleep(pace * (300 + ((seed + index * 370) % 900)));
    await act(await prepare(simulatorUrl, one, seed));
  }
}

async function prepare(simulatorUrl: string, act: SceneAct, place: number): Promise<CitizenAct> {
  if (act.send === 'text') return { act: 'text', text: act.text };
  if (act.send === 'pin') return { act: 'location', latitude: act.latitude, longitude: act.longitude };
  const photoIds: string[] = [];
  for (const [index, subject] of act.subjects.entries()) {
    const photo = await makePhoto(subject, { place, shot: index + 1 });
    const { photoId } = await call<{ photoId: string }>(simulatorUrl, 'POST', '/_sim/photos', photo);
    photoIds.push(photoId);
  }
  return { act: 'photos', photoIds, ...(act.caption === undefined ? {} : { caption: act.caption }) };
}

async function call<T>(origin: string, method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
  const isPhoto = Buffer.isBuffer(body);
  const init: RequestInit = { method, signal: AbortSignal.timeout(15_000) };
  if (body !== undefined) {
    init.headers = { 'content-type': isPhoto ? 'image/jpeg' : 'application/json' };
    init.body = isPhoto ? new Uint8Array(body) : JSON.stringify(body);
  }
  const answer = await fetch(`${origin}${path}`, init);
  if (!answer.ok) throw new Error(`${method} ${path}: HTTP ${answer.status} ${(await answer.text()).slice(0, 200)}`);
  return (await answer.json()) as T;
}
