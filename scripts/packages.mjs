import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST_NODE = [20, 19];

/** Ends with a message unless Node is new enough and the packages are those of the lock file (installing them if not). */
export function ensureNodeAndPackages() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    fail(`Cần Node.js ${OLDEST_NODE.join('.')} trở lên (nên dùng 24), máy này đang chạy ${process.versions.node}.`);
  }
  process.chdir(ROOT);
  if (packagesAreCurrent()) return;
  console.log('▸ Cài các gói npm theo package-lock.json …');
  const started = Date.now();
  // Started by npm we use the same npm; --include also when NODE_ENV=production or the machine's settings omit them.
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--include=optional'];
  const npm = process.env.npm_execpath;
  const [command, commandArgs] = npm?.endsWith('.js') ? [process.execPath, [npm, ...args]] : ['npm', args];
  const result = spawnSync(command, commandArgs, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (result.status !== 0) {
    fail(`Không cài được gói npm (${result.error?.message ?? `mã ${result.status}`}). Hãy thử: npm ci`);
  }
  writeFileSync(stampFile(), inputsHash());
  console.log(`▸ Đã cài gói npm (${((Date.now() - started) / 1000).toFixed(1).replace('.', ',')} s)`);
}

/** npm writes the lock file and its own record of an installation within moments of each other, in either order. */
const SAME_INSTALLATION_MS = 5_000;

/** Current when the stamp names these inputs, or when somebody ran npm by hand after they were written. */
function packagesAreCurrent() {
  const installed = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(installed) || !existsSync(join(ROOT, 'node_modules/tsx'))) return false;
  if (existsSync(stampFile()) && readFileSync(stampFile(), 'utf8') === inputsHash()) return true;
  const installedAt = statSync(installed).mtimeMs + SAME_INSTALLATION_MS;
  if (installInputs().some((file) => statSync(file).mtimeMs > installedAt)) return false;
  try {
    writeFileSync(stampFile(), inputsHash());
  } catch {
    // Somebody else's node_modules: next time the dates are compared again.
  }
  return true;
}

function stampFile() {
  return join(ROOT, 'node_modules/.installed-lock');
}

/** Patches are applied by the installation, so a new patch needs a new one. */
function inputsHash() {
  const hash = createHash('sha256');
  for (const file of installInputs()) hash.update(readFileSync(file));
  return hash.digest('hex');
}

function installInputs() {
  const patches = join(ROOT, 'patches');
  const names = existsSync(patches) ? readdirSync(patches).sort() : [];
  return [join(ROOT, 'package-lock.json'), ...names.map((name) => join(patches, name))];
}

/** @param {string} message @returns {never} */
export function fail(message) {
  console.error(`✗ ${message}`);
  process.exit(1);
}
