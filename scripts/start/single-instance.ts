import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identityOf } from '../servers/process.ts';
import { ServerError } from '../servers/server-error.ts';
import { readRecord } from './children.ts';
import { folders } from './folders.ts';

interface Instance {
  pid: number;
  identity: string;
  url?: string;
  stopping?: boolean;
}

/** Whoever was refused must not touch the file of the one that runs. */
let claimed = false;

// Not `.json`: the files with that ending are the children's.
const file = () => join(folders.running, 'start.lock');

/** Two starts on one data folder would share, and then stop, each other's servers: the second one is refused. */
export async function claimDataFolder(): Promise<void> {
  const begun = Date.now();
  for (;;) {
    const other = readRecord<Instance>(file());
    if (other === null || identityOf(other.pid) !== other.identity) break;
    // One that has lost its npm notices within a second and then needs a moment to stop.
    if (Date.now() - begun > (other.stopping ? 30_000 : 2_000)) {
      throw new ServerError(
        `Hệ thống đang chạy rồi (tiến trình ${other.pid}${other.url ? `, ${other.url}` : ''}).
Hãy dừng nó trước: nhấn Ctrl-C ở cửa sổ đó, hoặc: kill ${other.pid}`,
      );
    }
    await sleep(100);
  }
  claimed = true;
  record({});
}

/** Adds what others may want to know: the address, or that we are on our way out. */
export function record(more: Omit<Instance, 'pid' | 'identity'>): void {
  if (!claimed) return;
  const identity = identityOf(process.pid) ?? '';
  writeFileSync(file(), JSON.stringify({ pid: process.pid, identity, ...more }));
}

export function releaseDataFolder(): void {
  if (claimed) rmSync(file(), { force: true });
}
