import { spawn } from 'node:child_process';
import { existsSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf, stopProcess } from '../servers/process.ts';
import { folders, ROOT } from './folders.ts';

export interface Child {
  name: string;
  pid: number;
  logFile: string;
  /** Where this run begins in the log file. */
  logStart: number;
  /** Resolves with a sentence on how it ended. */
  ended: Promise<string>;
  isRunning(): boolean;
  stop(graceMs: number): Promise<void>;
}

export interface ChildOptions {
  name: string;
  args: string[];
  env: NodeJS.ProcessEnv;
}

/**
 * Starts a Node program that writes straight into `.data/logs/<name>.log`. It is in a group of its own, so that Ctrl-C
 * reaches this process only and the order of stopping is ours; its pid is kept for the next start, in case this one is
 * killed.
 */
export function startChild({ name, args, env }: ChildOptions): Child {
  const logFile = join(folders.logs, `${name}.log`);
  const logStart = existsSync(logFile) && statSync(logFile).size < 5_000_000 ? statSync(logFile).size : 0;
  const log = openSync(logFile, logStart > 0 ? 'a' : 'w');
  const child = spawn(process.execPath, args, { cwd: ROOT, env, detached: true, stdio: ['ignore', log, log] });
  const pid = child.pid ?? 0;
  const identity = identityOf(pid) ?? '';
  const record = join(folders.running, `${name}.json`);
  writeFileSync(record, JSON.stringify({ pid, identity }));
  let running = true;
  const ended = new Promise<string>((done) => {
    const finish = (how: string) => {
      running = false;
      rmSync(record, { force: true });
      done(how);
    };
    child.once('error', (error) => finish(error.message));
    child.once('exit', (code, signal) => finish(signal ? `nhận tín hiệu ${signal}` : `mã ${code}`));
  });
  const stop = async (graceMs: number) => {
    if (!running) return;
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
    await ended;
    clearTimeout(timer);
  };
  return { name, pid, logFile, logStart, ended, isRunning: () => running, stop };
}

/** Ends the roles that a killed `npm start` left running, and tells their names. */
export async function endLeftOvers(): Promise<string[]> {
  const names: string[] = [];
  for (const file of readdirSync(folders.running).filter((name) => name.endsWith('.json'))) {
    const path = join(folders.running, file);
    const left = readRecord(path);
    if (left !== null && identityOf(left.pid) === left.identity) {
      names.push(file.replace('.json', ''));
      const steps = [
        { signal: 'SIGTERM' as const, waitMs: 8_000 },
        { signal: 'SIGKILL' as const, waitMs: 2_000 },
      ];
      await stopProcess({ ...left, steps });
    }
    rmSync(path, { force: true });
  }
  return names;
}

export function readRecord<T extends { pid: number; identity: string }>(path: string): T | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    return null;
  }
}
