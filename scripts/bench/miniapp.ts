/**
 * `npm run bench:miniapp`: how long a citizen with a cheap phone on a slow network waits for the Mini App's first page: processor
 * four times slower, 1.6 Mbit/s with 150 ms of delay (what Lighthouse calls a slow 4G), nothing kept from before. The service
 * answers, too. Beside it an app that writes one word: what shell, SDK host and network cost by themselves.
 *
 *   --rounds 5   --cpu 4   --kbps 1600   --delay 150
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findFreePort } from '../servers/ports.ts';
import { ROOT } from '../start/folders.ts';
import { launchBrowser } from '../testing/browser.ts';
import { simulatorControl } from '../zalo-simulator/control-client.ts';
import { startChild } from './common/child.ts';
import { inventOa } from './common/events.ts';
import { median, number, table } from './common/figures.ts';
import { type OnEnd, run } from './common/run.ts';
import { serviceEnv, serviceProgram } from './common/service.ts';
import { startStores } from './common/stores.ts';
import { type Opening, openCold, type SlowPhone } from './miniapp/open-cold.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    cpu: { type: 'string', default: '4' },
    kbps: { type: 'string', default: '1600' },
    delay: { type: 'string', default: '150' },
  },
});
const MINI_APP_ID = '3350917264850192736';

await run(main);

async function main(onEnd: OnEnd): Promise<void> {
  const program = await serviceProgram();
  const stores = await startStores(onEnd);
  const oa = inventOa();
  const [port = 0, simulatorPort = 0, barePort = 0, probe = 0] = await Promise.all(
    Array.from({ length: 4 }, () => findFreePort()),
  );
  const simulatorUrl = `http://127.0.0.1:${simulatorPort}`;
  const env = {
    ...serviceEnv({
      ...{ oa, port, redisUrl: stores.redisUrl, databaseUrl: await stores.database('miniapp') },
      mediaDir: join(stores.folder, 'media'),
    }),
    ZALO_OAUTH_URL: simulatorUrl,
    ZALO_OPENAPI_URL: simulatorUrl,
    ZALO_GRAPH_URL: simulatorUrl,
    ZALO_MINIAPP_ID: MINI_APP_ID,
    MINIAPP_ORIGINS: `http://h5.zdn.vn.localhost:${simulatorPort}`,
  };
  const start = async (name: string, args: string[], more: Record<string, string>, readyUrl: string) => {
    const child = await startChild({ name, args, env: { ...env, ...more }, folder: stores.folder, readyUrl });
    onEnd(child.stop);
  };
  const zalo = ['--import', 'tsx', join(ROOT, 'scripts/zalo-simulator/main.ts')];
  const hook = { SIM_WEBHOOK_URL: `http://127.0.0.1:${port}/webhooks/zalo/oa` };
  const bare = join(stores.folder, 'bare');
  writeBareApp(bare);
  for (const [name, at, dir] of [
    ['simulator', simulatorPort, join(ROOT, 'miniapp/www')],
    ['bare', barePort, bare],
  ] as const)
    await start(
      name,
      zalo,
      { ...hook, SIM_PORT: String(at), SIM_MINIAPP_DIR: dir },
      `http://127.0.0.1:${at}/_sim/state`,
    );
  const { refresh_token } = await simulatorControl(simulatorUrl).firstToken();
  await start('server', program.args('server'), {}, `http://127.0.0.1:${port}/readyz`);
  const worker = { ZALO_OA_REFRESH_TOKEN: refresh_token, WORKER_PORT: String(probe) };
  await start('worker', program.args('worker'), worker, `http://127.0.0.1:${probe}/readyz`);

  const browser = await launchBrowser();
  onEnd(() => browser.close());
  const phone: SlowPhone = {
    slowdown: Number(values.cpu),
    kilobitsPerSecond: Number(values.kbps),
    delayMs: Number(values.delay),
  };
  const address = (at: number) => `http://h5.zdn.vn.localhost:${at}/zapps/${MINI_APP_ID}/`;
  const ours: Opening[] = [];
  const bareOnes: Opening[] = [];
  // In turn, so that whatever else the machine does falls on both.
  for (let round = 0; round < Number(values.rounds); round++) {
    bareOnes.push(await openCold(browser, address(barePort), phone));
    ours.push(await openCold(browser, address(simulatorPort), phone));
  }
  console.log(
    `▸ ${program.description}\n▸ ${values.rounds} lần mở từ đầu; CPU chậm ${values.cpu} lần, ${values.kbps} kbit/s, trễ ${values.delay} ms\n`,
  );
  console.log(printed(ours, bareOnes));
}

function printed(ours: readonly Opening[], bare: readonly Opening[]): string {
  const line = (name: string, of: (opening: Opening) => number, digits = 0) => {
    const [own, base] = [median(ours.map(of)), median(bare.map(of))];
    return [name, number(own, digits), number(base, digits), number(own / base, 1)];
  };
  return table([
    ['trung vị', 'Mini App', 'trang trống', 'gấp'],
    line('nét vẽ đầu tiên (FCP), ms', ({ firstPaint }) => firstPaint),
    line('nội dung lớn nhất (LCP), ms', ({ largestPaint }) => largestPaint),
    line('bấm được (TTI), ms', ({ interactive }) => interactive),
    line('việc dài nhất trên luồng chính, ms', ({ longestTask }) => longestTask),
    line('tải về, kB', ({ bytes }) => bytes / 1_000),
  ]);
}

/** Zalo's lists with one file that writes one word. */
function writeBareApp(folder: string): void {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(
    join(folder, 'assets/index.module.js'),
    "document.getElementById('app').innerHTML = '<h1>Phản ánh</h1><a href=\"#\">Gửi phản ánh</a>';",
  );
  writeFileSync(
    join(folder, 'app-config.json'),
    JSON.stringify({
      app: { title: 'Trống' },
      listCSS: [],
      listSyncJS: ['assets/index.module.js'],
      listAsyncJS: [],
      pages: [],
    }),
  );
}
