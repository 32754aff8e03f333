import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A pid alone may be reused after a crash or a reboot, so a process is remembered by pid and start time.
 * Answers null for a process that is gone, and for a zombie nobody reaps (containers without an init).
 */
export function identityOf(pid: number): string | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (process.platform === 'linux') {
    try {
      // The command name may hold blanks and brackets: fields are counted after the last ')'.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      return fields[0] === 'Z' || fields[0] === 'X' ? null : `${pid}@${fields[19]}`;
    } catch {
      return null;
    }
  }
  try {
    const started = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return started === '' ? null : `${pid}@${started}`;
  } catch {
    return null;
  }
}

/** The command line of a process, blank when it cannot be read. */
export function commandLineOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

export interface StopSteps {
  pid: number;
  identity: string;
  /** Signals in order of rudeness, each with the time to wait before the next. */
  steps: { signal: NodeJS.Signals; waitMs: number }[];
}

/** Ends a process, asking more rudely step by step; resolves true when it is gone. */
export async function stopProcess({ pid, identity, steps }: StopSteps): Promise<boolean> {
  for (const { signal, waitMs } of steps) {
    if (identityOf(pid) !== identity) return true;
    sendSignal(pid, signal);
    if (await isGone(pid, identity, waitMs)) return true;
  }
  return identityOf(pid) !== identity;
}

export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone between the look and the signal.
  }
}

async function isGone(pid: number, identity: string, waitMs: number): Promise<boolean> {
  const deadline = Date.now() + waitMs;
  while (Date.now() < deadline) {
    if (identityOf(pid) !== identity) return true;
    await sleep(10);
  }
  return identityOf(pid) !== identity;
}

/** The last lines of a log file, for an error message; `from` is the byte where the run in question begins. */
export function tailOf(file: string, { lines = 12, from = 0 } = {}): string {
  if (!existsSync(file)) return '';
  return readFileSync(file).subarray(from).toString('utf8').trimEnd().split('\n').slice(-lines).join('\n');
}
