import { setTimeout as sleep } from 'node:timers/promises';
import { type Connection, openConnection } from '../common/connection.ts';
import type { Piece } from './people.ts';

export interface Played {
  /** Event due → its answer, ms, ascending: a late start of ours counts, as Zalo would feel it. */
  taken: number[];
  /** Answers other than 200. */
  refused: number;
  /** When everybody's last part was sent, epoch ms. */
  lastPartAt: Map<string, number>;
}

/** Sends every piece at its time, whatever the server does. */
export async function play(pieces: readonly Piece[], port: number): Promise<Played> {
  const played: Played = { taken: [], refused: 0, lastPartAt: new Map() };
  const free = await Promise.all(Array.from({ length: 8 }, () => openConnection(port)));
  const begun = Date.now();
  await Promise.all(
    pieces.map(async ({ citizenId, at, request, isLast }) => {
      const due = begun + at;
      await sleep(Math.max(0, due - Date.now()));
      if (isLast) played.lastPartAt.set(citizenId, due);
      const connection = takeOpen(free) ?? (await openConnection(port));
      if ((await connection.send(request())) !== 200) played.refused += 1;
      free.push(connection);
      played.taken.push(Date.now() - due);
    }),
  );
  for (const connection of free) connection.close();
  played.taken.sort((a, b) => a - b);
  return played;
}

/** One that was idle for too long is gone: what is written to it is never answered. */
function takeOpen(free: Connection[]): Connection | undefined {
  for (let next = free.pop(); next; next = free.pop()) if (next.isOpen()) return next;
  return undefined;
}
