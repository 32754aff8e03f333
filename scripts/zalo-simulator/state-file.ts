import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type { SimData } from './state.ts';

export interface StateFile {
  load(): SimData | undefined;
  /** Saves soon; many changes become one write. */
  touch(): void;
  /** Saves now if anything is unsaved. */
  flush(): void;
}

const GATHER_MS = 300;
/** A large state is written less often, so that saving never takes more than a small part of the time. */
const PAUSE_PER_WRITE = 20;

export function createStateFile(file: string | undefined, current: () => SimData): StateFile {
  let timer: NodeJS.Timeout | undefined;
  let lastWriteMs = 0;

  function write(): void {
    clearTimeout(timer);
    timer = undefined;
    if (file === undefined) return;
    const startedAt = performance.now();
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    // Written beside and renamed: a kill in the middle leaves the old state, never half a file. Tokens inside: owner only.
    writeFileSync(`${file}.new`, JSON.stringify(current()), { mode: 0o600 });
    renameSync(`${file}.new`, file);
    lastWriteMs = performance.now() - startedAt;
  }

  return {
    load() {
      if (file === undefined || !existsSync(file)) return undefined;
      try {
        const data = JSON.parse(readFileSync(file, 'utf8')) as SimData;
        if (data.version === 1) return data;
      } catch {
        console.error(`Không đọc được tệp trạng thái; để riêng ở ${file}.unreadable`);
      }
      // Set aside instead of overwritten: somebody may still want to look at it.
      renameSync(file, `${file}.unreadable`);
      return undefined;
    },
    touch() {
      if (file !== undefined && !timer) timer = setTimeout(write, Math.max(GATHER_MS, lastWriteMs * PAUSE_PER_WRITE));
    },
    flush() {
      if (timer) write();
    },
  };
}
