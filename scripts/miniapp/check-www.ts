import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a build of the Mini App weighs, and what is wrong with it. */
export interface WwwReport {
  /** Bytes, compressed, until the first page stands: everything listed, the SDK that signs in, the fonts (DESIGN §12). */
  firstLoad: number;
  /** Bytes of all files as they are. */
  total: number;
  /** One sentence each; empty: Zalo can take it. */
  faults: string[];
}

export const MOST_FIRST_LOAD = 250_000;
/** Zalo's own limits (§6.1). */
const MOST_TOTAL = 10 * 1024 * 1024;
const MOST_FILE = 3 * 1024 * 1024;
/** Words that only the simulator knows. */
const SIMULATOR = ['__zaloSim', 'simPhone', '/_sim/'];

/** Reads a finished `www/` as Zalo would (§6.1, §8). */
export function checkWww(www: string): WwwReport {
  const faults: string[] = [];
  const files = readdirSync(www, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(www.length + 1));
  const sizes = new Map(files.map((file) => [file, statSync(join(www, file)).size]));
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  if (total > MOST_TOTAL) faults.push(`cả thư mục nặng ${total} byte, Zalo nhận tối đa ${MOST_TOTAL}`);
  for (const [file, size] of sizes) if (size > MOST_FILE) faults.push(`${file} nặng ${size} byte, tối đa ${MOST_FILE}`);
  if (existsSync(join(www, 'index.html'))) faults.push('có index.html: Zalo không dùng, trang sẽ trắng');

  const listed = listsIn(www, faults);
  for (const file of listed) {
    if (file.startsWith('/') || file.includes('..')) faults.push(`${file}: phải là đường dẫn tương đối trong www`);
    else if (!sizes.has(file)) faults.push(`${file}: được liệt kê nhưng không có`);
  }
  for (const file of files.filter((name) => name.endsWith('.js'))) {
    const code = readFileSync(join(www, file), 'utf8');
    if (!file.endsWith('.module.js')) faults.push(`${file}: tên phải kết thúc bằng .module.js`);
    for (const word of SIMULATOR) if (code.includes(word)) faults.push(`${file}: có mã của trình giả lập (${word})`);
  }
  const first = new Set([
    ...listed.filter((file) => sizes.has(file)),
    ...files.filter((file) => /(?:^|\/)sdk\.|\.woff2$/.test(file)),
  ]);
  const firstLoad = [...first].reduce((sum, file) => sum + compressed(join(www, file)), 0);
  if (firstLoad > MOST_FIRST_LOAD)
    faults.push(`lần mở đầu tải ${firstLoad} byte (nén), ngân sách là ${MOST_FIRST_LOAD}`);
  return { firstLoad, total, faults };
}

function listsIn(www: string, faults: string[]): string[] {
  const file = join(www, 'app-config.json');
  if (!existsSync(file)) {
    faults.push('thiếu app-config.json');
    return [];
  }
  const config = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const list = (name: string): string[] => {
    const value = config[name];
    return Array.isArray(value) ? value.map(String) : [];
  };
  for (const name of ['listCSS', 'listSyncJS'])
    if (list(name).length === 0) faults.push(`${name} trống: trang sẽ trắng`);
  return [...list('listCSS'), ...list('listSyncJS'), ...list('listAsyncJS')];
}

/** woff2 is compressed already. */
function compressed(file: string): number {
  return file.endsWith('.woff2') ? statSync(file).size : gzipSync(readFileSync(file)).length;
}
