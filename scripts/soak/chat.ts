import { setTimeout as sleep } from 'node:timers/promises';
import type { CitizenAct } from '../zalo-simulator/control-api.ts';
import type { SoakCity } from './city.ts';

/** One citizen's side of the chat. What they wait for may come late, while the city is in trouble, but it has to come. */
export interface Chat {
  citizenId: string;
  act(act: CitizenAct): Promise<void>;
  /** The next message of the OA that matches, after the last one heard. Null when the run, or `withinMs`, is over before it came. */
  hear(pattern: RegExp, withinMs?: number): Promise<string | null>;
  /** Everything the OA has sent so far, oldest first. */
  all(): Promise<string[]>;
}

const LOOK_EVERY_MS = 700;

export function openChat(city: SoakCity, citizenId: string, isOver: () => boolean): Chat {
  const heard = new Set<string>();
  const all = async () => (await city.zalo.messages(citizenId)).filter(({ from }) => from === 'app');
  return {
    citizenId,
    act: async (act) => void (await city.zalo.act(citizenId, act)),
    hear: async (pattern, withinMs = Number.POSITIVE_INFINITY) => {
      const begun = Date.now();
      for (;;) {
        const messages = await all();
        const at = messages.findIndex(({ id, text }) => !heard.has(id) && pattern.test(text ?? ''));
        if (at >= 0) {
          for (const { id } of messages.slice(0, at + 1)) heard.add(id);
          return messages[at]?.text ?? '';
        }
        if (isOver() || Date.now() - begun > withinMs) return null;
        await sleep(LOOK_EVERY_MS);
      }
    },
    all: async () => (await all()).map(({ text }) => text ?? ''),
  };
}
