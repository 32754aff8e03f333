/**
 * `npm run build [-- parts] [-- --force]`: TypeScript and the files it reads → dist/, pages → their own folders. Without
 * names every part is built; a part whose inputs did not change since the last build is left alone.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { ensureNodeAndPackages, fail } from './packages.mjs';

const force = process.argv.includes('--force');
const COMMON = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'scripts/build.mjs'];
const NOT_SHIPPED = new Set(['.ts', '.tsx', '.map', '.md']);

/** What can be built; a page that does not exist is left out. */
const PARTS = {
  service: buildService,
  miniapp: buildMiniApp,
  // A tool for developers: served by the simulator from its own folder, never part of dist/.
  'simulator-page': () => buildPage('trang giả lập Zalo', 'scripts/zalo-simulator/page'),
};

ensureNodeAndPackages();
const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const unknown = wanted.filter((name) => !(name in PARTS));
if (unknown.length > 0) fail(`Không có phần ${unknown.join(', ')}. Các phần: ${Object.keys(PARTS).join(', ')}`);

const parts = wanted.length > 0 ? wanted : Object.keys(PARTS);
// All of them to the end, so that one run shows every fault.
const results = await Promise.allSettled(parts.map((name) => PARTS[name]()));
const faults = results.filter(({ status }) => status === 'rejected').map(({ reason }) => reason.message);
if (faults.length > 0) fail(faults.join('\n✗ '));
const built = results.map(({ value }) => value).filter((name) => name !== null);
console.log(built.length > 0 ? `Đã dựng ${built.join(', ')}` : 'Bản dựng đã mới nhất');

async function buildService() {
  const stamp = 'dist/.built';
  const fingerprint = fingerprintOf(['db', 'webhook-service/src', ...COMMON]);
  if (isCurrent(stamp, fingerprint)) return null;
  rmSync('dist', { recursive: true, force: true });
  await run('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.build.json']);
  for (const folder of ['db/migrations', 'db/seed/data']) {
    if (existsSync(folder)) cpSync(folder, join('dist', folder), { recursive: true });
  }
  for (const file of filesIn('webhook-service/src').filter((name) => !NOT_SHIPPED.has(extname(name)))) {
    mkdirSync(dirname(join('dist', file)), { recursive: true });
    cpSync(file, join('dist', file));
  }
  writeFileSync(stamp, fingerprint);
  return 'dịch vụ';
}

async function buildPage(title, folder) {
  const config = join(folder, 'vite.config.ts');
  if (!existsSync(config)) return null;
  const stamp = join(folder, 'dist/.built');
  // Pages share the design tokens and the control contract, so any of these may change what they show.
  const fingerprint = fingerprintOf([
    folder,
    'webhook-service/src',
    'scripts/zalo-simulator/control-api.ts',
    'scripts/zalo-simulator/miniapp',
    ...COMMON,
  ]);
  if (isCurrent(stamp, fingerprint)) return null;
  await run('node_modules/vite/bin/vite.js', ['build', '--config', config, '--logLevel', 'warn']);
  writeFileSync(stamp, fingerprint);
  return title;
}

/** `www/` as Zalo takes it. `PUBLIC_URL` goes into it, so another address is another build. */
async function buildMiniApp() {
  const stamp = 'miniapp/www/.built';
  const inputs = fingerprintOf(['miniapp', 'app-config.json', 'webhook-service/src/public/design', ...COMMON]);
  const fingerprint = `${inputs} ${process.env.PUBLIC_URL ?? ''}`;
  if (isCurrent(stamp, fingerprint)) return null;
  await run('node_modules/vite/bin/vite.js', ['build', '--config', 'miniapp/vite.config.ts', '--logLevel', 'warn']);
  writeFileSync(stamp, fingerprint);
  return 'Mini App';
}

function isCurrent(stamp, fingerprint) {
  return !force && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint;
}

/** Names, sizes and times of the inputs: quicker than their contents, and a needless build harms nobody. */
function fingerprintOf(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => (existsSync(path) ? filesIn(path) : []))) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.name !== 'dist' && entry.name !== 'www' && entry.name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)]));
}

/** Runs a Node tool and shows what it says. @throws when it ends with anything but 0 */
function run(script, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${script} kết thúc với mã ${code}`))));
  });
}
