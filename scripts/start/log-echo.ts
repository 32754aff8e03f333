import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { warn } from './console.ts';

/** Reads what was appended to a log file since the last call, whole lines only. */
export function followLog(file: string, from: number): () => string[] {
  let position = from;
  let rest = '';
  return () => {
    const size = existsSync(file) ? statSync(file).size : 0;
    if (size <= position) return [];
    const buffer = Buffer.alloc(Math.min(size - position, 1_000_000));
    const handle = openSync(file, 'r');
    position += readSync(handle, buffer, 0, buffer.length, position);
    closeSync(handle);
    const lines = (rest + buffer.toString('utf8')).split('\n');
    rest = lines.pop() ?? '';
    return lines;
  };
}

const REPEAT_AFTER_MS = 30_000;

/** Shows the warnings and errors of a child as short lines, the same one at most twice a minute. */
export function echoWarnings(name: string, read: () => string[]): NodeJS.Timeout {
  const shown = new Map<string, number>();
  const timer = setInterval(() => {
    for (const line of read()) {
      const text = warningIn(line);
      if (text === null || Date.now() - (shown.get(text) ?? 0) < REPEAT_AFTER_MS) continue;
      if (shown.size > 500) shown.clear();
      shown.set(text, Date.now());
      warn(`${name}: ${text}`);
    }
  }, 300);
  timer.unref();
  return timer;
}

/** pino lines from level 40 up; of other lines those that look like trouble. */
export function warningIn(line: string): string | null {
  if (!line.startsWith('{')) return /error|warn|lỗi|fatal/i.test(line) ? shorten(line) : null;
  try {
    const entry = JSON.parse(line) as { level?: number | string; msg?: string; err?: { message?: string } };
    const serious = typeof entry.level === 'number' ? entry.level >= 40 : /warn|error|fatal/.test(entry.level ?? '');
    if (!serious) return null;
    const cause = entry.err?.message;
    return shorten([entry.msg, cause === entry.msg ? undefined : cause].filter(Boolean).join(' — ') || line);
  } catch {
    return null;
  }
}

const shorten = (text: string) => (text.length > 300 ? `${text.slice(0, 300)}…` : text);
