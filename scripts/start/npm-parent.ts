import { readFileSync } from 'node:fs';
import { commandLineOf } from '../servers/process.ts';

/**
 * Calls back when the npm that runs this script has gone. npm killed outright cannot pass the signal on, and nobody
 * would be left to stop us. Between npm and us there may be a shell, which outlives it.
 */
export function npmIsGone(then: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const shell = !commandLineOf(parent).includes('npm ') && /^\S*sh -c /.test(commandLineOf(parent));
  const grandParent = shell ? parentOf(parent) : null;
  const timer = setInterval(() => {
    const gone = process.ppid !== parent || (grandParent !== null && parentOf(parent) !== grandParent);
    if (!gone) return;
    clearInterval(timer);
    then();
  }, 250);
  timer.unref();
}

function parentOf(pid: number): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
  } catch {
    return null;
  }
}
