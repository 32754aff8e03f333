import { spawn } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tailOf } from '../../servers/process.ts';
import { ServerError } from '../../servers/server-error.ts';
import { waitFor } from '../../testing/wait-for.ts';

export interface Child {
  name: string;
  logFile: string;
  /** CPU time used so far, user and system, ms; NaN where the system has no /proc. */
  cpuMs(): number;
  stop(): Promise<void>;
}

export interface ChildOptions {
  name: string;
  args: string[];
  env: Record<string, string>;
  folder: string;
  /** Answers something as soon as the child is ready. */
  readyUrl: string;
}

/** Starts a Node program with its output in a file, and waits until it answers. */
export async function startChild({ name, args, env, folder, readyUrl }: ChildOptions): Promise<Child> {
  const logFile = join(folder, `${name}.log`);
  const log = openSync(logFile, 'w');
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', log, log],
  });
  let gone = false;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', resolve);
    child.once('error', () => resolve());
  }).then(() => {
    gone = true;
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await ended;
    clearTimeout(timer);
  };
  const ready = await waitFor(
    async () => gone || (await fetch(readyUrl, { signal: AbortSignal.timeout(2_000) })).status !== 503,
    { what: `${name} ready`, timeoutMs: 30_000 },
  ).catch(() => false);
  if (!ready || gone) {
    await stop();
    throw new ServerError(`${name} không khởi động được:\n${tailOf(logFile)}`);
  }
  return { name, logFile, cpuMs: () => cpuMs(child.pid ?? 0), stop };
}

/** utime and stime of /proc/<pid>/stat, in ticks of 10 ms on every Linux Node runs on. */
export function cpuMs(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}
