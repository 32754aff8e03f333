import { setTimeout as sleep } from 'node:timers/promises';
import type { CitizenAct } from '../zalo-simulator/control-api.ts';
import { simulatorControl } from '../zalo-simulator/control-client.ts';
import { makePhoto } from './photo.ts';
import { agreeToPublish } from './published.ts';
import { SCENES, type Scene, type SceneAct } from './scenes.ts';

export interface OpeningSceneOptions {
  /** Origin of the simulator. */
  simulatorUrl: string;
  /** Origin of the service: with it most of the citizens agree beforehand that their reports are published. */
  serviceUrl?: string;
  /** Multiplies the pauses between messages; 0 in tests. */
  pace?: number;
}

type Control = ReturnType<typeof simulatorControl>;

/** How many citizens write at the same time. */
const AT_ONCE = 3;

/**
 * Sends a dozen invented reports through the simulator, as citizens would: follow, photos, pin, words, with pauses.
 * Only when nobody has written yet; answers how many reports were sent.
 */
export async function playOpeningScene({ simulatorUrl, serviceUrl, pace = 1 }: OpeningSceneOptions): Promise<number> {
  const control = simulatorControl(simulatorUrl);
  const { citizens } = await control.state();
  if (citizens.some((citizen) => citizen.lastMessageAt !== null)) return 0;
  const waiting = SCENES.map((scene, index) => ({
    scene,
    seed: (index + 1) * 1_000,
    // Not everybody wants it.
    publishAt: index % 4 === 3 ? undefined : serviceUrl,
  }));
  const lanes = Array.from({ length: AT_ONCE }, async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      await playOne(control, { ...next, pace });
    }
  });
  await Promise.all(lanes);
  return SCENES.length;
}

interface Play {
  scene: Scene;
  seed: number;
  pace: number;
  publishAt: string | undefined;
}

async function playOne(control: Control, { scene, seed, pace, publishAt }: Play): Promise<void> {
  const { id } = await control.addCitizen(scene.citizen);
  if (publishAt) await agreeToPublish(control, id, publishAt);
  await control.act(id, { act: 'follow' });
  for (const [index, act] of scene.acts.entries()) {
    await sleep(pace * (300 + ((seed + index * 370) % 900)));
    await control.act(id, await prepare(control, act, seed));
  }
}

async function prepare(control: Control, act: SceneAct, place: number): Promise<CitizenAct> {
  if (act.send === 'text') return { act: 'text', text: act.text };
  if (act.send === 'pin') return { act: 'location', latitude: act.latitude, longitude: act.longitude };
  const photoIds: string[] = [];
  for (const [index, subject] of act.subjects.entries()) {
    photoIds.push(await control.photo(await makePhoto(subject, { place, shot: index + 1 })));
  }
  return { act: 'photos', photoIds };
}
