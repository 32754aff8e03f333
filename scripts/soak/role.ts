import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process of the service that somebody restarts whenever it dies, as systemd would. */
export interface KeptRole {
  name: string;
  /** Times it was started. */
  starts(): number;
  /** `kill -9`, in the middle of whatever it is doing. */
  kill(): void;
  stop(): Promise<void>;
}

/** Starts a Node program and starts it again, one second later, each time it ends. Output goes to one file. */
export function keepRunning(options: {
  name: string;
  args: string[];
  env: Record<string, string>;
  folder: string;
}): KeptRole {
  const { name, args, env, folder } = options;
  const log = openSync(join(folder, `${name}.log`), 'a');
  let child: ChildProcess | null = null;
  let starts = 0;
  let stopped = false;
  const living = (async () => {
    while (!stopped) {
      starts += 1;
      const current = spawn(process.execPath, args, {
        env: { PATH: process.env.PATH ?? '', ...env },
        stdio: ['ignore', log, log],
      });
      child = current;
      await new Promise<void>((ended) => {
        current.once('exit', () => ended());
        current.once('error', () => ended());
      });
      child = null;
      if (!stopped) await sleep(1_000);
    }
  })();
  return {
    name,
    starts: () => starts,
    kill: () => void child?.kill('SIGKILL'),
    stop: async () => {
      stopped = true;
      child?.kill('SIGTERM');
      const timer = setTimeout(() => child?.kill('SIGKILL'), 28_000);
      await living;
      clearTimeout(timer);
    },
  };
}
