import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ServerError } from '../servers/server-error.ts';

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Everything `npm start` leaves on disk; git ignores both. Removing `.data` starts from nothing. */
const DATA = join(ROOT, '.data');
export const CACHE_DIR = join(ROOT, '.cache');

export const folders = {
  postgres: join(DATA, 'postgres'),
  redis: join(DATA, 'redis'),
  media: join(DATA, 'media'),
  logs: join(DATA, 'logs'),
  /** Who runs: one file per process, to find what a killed start left behind. */
  running: join(DATA, 'running'),
  secretsFile: join(DATA, 'secrets.json'),
  simulatorState: join(DATA, 'simulator.json'),
  simulatorPage: join(ROOT, 'scripts/zalo-simulator/page/dist'),
};

export function createFolders(): void {
  try {
    for (const folder of [DATA, folders.media, folders.logs, folders.running]) mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new ServerError(
      `Không ghi được vào ${DATA} (${error instanceof Error ? error.message : error}).
Hãy chạy bằng tài khoản sở hữu thư mục này, hoặc sao chép dự án về thư mục của bạn.`,
    );
  }
}
