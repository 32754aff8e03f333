/** `npm test [vitest arguments]`: installs the packages when needed and runs the tests once. */
import { spawn } from 'node:child_process';
import { ensureNodeAndPackages } from './packages.mjs';

ensureNodeAndPackages();
const vitest = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
// Ctrl-C in a terminal reaches vitest by itself; a signal sent to this process alone is passed on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => vitest.kill(signal));
vitest.on('error', (error) => {
  console.error(`✗ Không chạy được vitest: ${error.message}`);
  process.exit(1);
});
vitest.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
