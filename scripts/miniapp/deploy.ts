/**
 * `npm run miniapp:deploy [-- --testing] [-- --message "…"]`: builds `www/` for `PUBLIC_URL`, checks it, and has Zalo's own tool
 * upload it. Needs `ZALO_MINIAPP_ID` and `ZMP_TOKEN` (from the Mini App's management page). Without `--testing` the development
 * version is overwritten; with it a numbered version is made that can be submitted for review (§8).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkWww } from './check-www.ts';
import { deployFolder } from './deploy-folder.ts';

const CLI = 'zmp-cli@4.0.3';

const { values } = parseArgs({
  options: { testing: { type: 'boolean', default: false }, message: { type: 'string' } },
});
if (existsSync('.env')) process.loadEnvFile('.env');
const { PUBLIC_URL: publicUrl = '', ZALO_MINIAPP_ID: appId = '', ZMP_TOKEN: token = '' } = process.env;

const missing = [
  !/^https:\/\/[^/]+$/.test(publicUrl) &&
    'PUBLIC_URL: địa chỉ https của dịch vụ, không có dấu / ở cuối; Mini App chỉ gọi được máy chủ HTTPS',
  !/^\d+$/.test(appId) && 'ZALO_MINIAPP_ID: mã Mini App',
  !token && 'ZMP_TOKEN: token triển khai, lấy ở trang quản lý Mini App',
].filter((fault) => fault !== false);
if (missing.length > 0) fail(`Chưa đưa lên được:\n${missing.map((fault) => `  - ${fault}`).join('\n')}`);

run(process.execPath, ['scripts/build.mjs', 'miniapp', '--force']);
const { faults, firstLoad, total } = checkWww('miniapp/www');
if (faults.length > 0) fail(`Bản dựng chưa đưa lên được:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
console.log(`▸ www: lần mở đầu ${(firstLoad / 1000).toFixed(0)} kB (nén), tất cả ${(total / 1000).toFixed(0)} kB`);

const folder = deployFolder('miniapp/www');
try {
  const message = values.message ?? `Bản dựng ${new Date().toISOString().slice(0, 16)}`;
  const args = ['--yes', CLI, 'deploy', '--existing', '--passive', '--outputDir', 'www', '--desc', message];
  run('npx', values.testing ? [...args, '--testing'] : args, { cwd: folder, env: { APP_ID: appId, ZMP_TOKEN: token } });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run(command: string, args: string[], { cwd, env }: { cwd?: string; env?: Record<string, string> } = {}): void {
  const { status, error } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    ...(cwd && { cwd }),
  });
  if (status !== 0) fail(`${command} ${args[1] ?? ''}: ${error?.message ?? `mã ${status}`}`);
}

function fail(why: string): never {
  console.error(`✗ ${why}`);
  process.exit(1);
}
