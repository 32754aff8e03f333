import { setTimeout as sleep } from 'node:timers/promises';
import { sendSignal } from '../servers/process.ts';
import type { LocalServer } from '../servers/server-error.ts';
import type { Child } from './children.ts';
import { explain, say, seconds, warn } from './console.ts';
import { record, releaseDataFolder } from './single-instance.ts';

/** Everything that was started, in the order in which it has to stop. */
export interface Started {
  roles: Child[];
  simulator: Child | null;
  servers: { name: string; server: LocalServer }[];
  /** Servers on their way up: stopping during the start has to wait for them, or they would be left behind. */
  pending: Promise<unknown>[];
}

const GRACE_MS = 12_000;
const PENDING_MS = 5_000;

/** Roles first, because they use the rest; then the simulator, Redis and at last PostgreSQL. */
export async function stopAll(started: Started): Promise<void> {
  const begun = Date.now();
  record({ stopping: true });
  await Promise.all(started.roles.map((role) => role.stop(GRACE_MS)));
  await started.simulator?.stop(GRACE_MS);
  await Promise.race([Promise.allSettled(started.pending), sleep(PENDING_MS)]);
  for (const { name, server } of started.servers) {
    try {
      await server.stop();
    } catch (error) {
      warn(`${name}: ${explain(error)}`);
    }
  }
  releaseDataFolder();
  if (started.roles.length + started.servers.length > 0) say(`▸ Đã dừng tất cả (${seconds(Date.now() - begun)})`);
}

/** The second Ctrl-C: nothing is waited for. */
export function killAll(started: Started): void {
  const children = [...started.roles, ...(started.simulator ? [started.simulator] : [])];
  for (const child of children.filter((one) => one.isRunning())) sendSignal(child.pid, 'SIGKILL');
  // PostgreSQL's immediate shutdown: as quick as a kill, but it takes its own children and shared memory along.
  for (const { server } of started.servers) sendSignal(server.pid, 'SIGQUIT');
}
