/**
 * `npm run bench:conversation`: how long a citizen waits for the first word, at an ordinary and at a stormy rate, while every
 * queue works: photos are fetched, reports routed, twins looked for, timers armed, echoes and receipts come in. Beside it a
 * bare bot that checks the signature and answers at once, with no memory: what the machine and Zalo's API cost by themselves.
 *
 *   --rates 20,100   --seconds 30   --known 100 citizens who already have a report and ask how it stands
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findFreePort } from '../servers/ports.ts';
import { ROOT } from '../start/folders.ts';
import { simulatorControl } from '../zalo-simulator/control-client.ts';
import { startChild } from './common/child.ts';
import { inventOa } from './common/events.ts';
import { type OnEnd, run } from './common/run.ts';
import { serviceEnv, serviceProgram } from './common/service.ts';
import { startStores } from './common/stores.ts';
import { bareBot } from './conversation/bare-bot.ts';
import { drained, type Figures, playTalk, printed } from './conversation/measure.ts';
import { inventTalk } from './conversation/talk.ts';

const { values } = parseArgs({
  options: {
    rates: { type: 'string', default: '20,100' },
    seconds: { type: 'string', default: '30' },
    known: { type: 'string', default: '100' },
  },
});
/** Quiet window of the chat in this run, ms: it is part of every acknowledgement and shown apart. */
const QUIET_MS = 1_000;

await run(main);

async function main(onEnd: OnEnd): Promise<void> {
  const program = await serviceProgram();
  const stores = await startStores(onEnd);
  const oa = inventOa();
  const [port, botPort, probe, simulatorPort] = await Promise.all(Array.from({ length: 4 }, () => findFreePort()));
  const simulatorUrl = `http://127.0.0.1:${simulatorPort}`;
  const databaseUrl = await stores.database('conversation');
  const env = {
    ...serviceEnv({
      ...{ oa, databaseUrl, redisUrl: stores.redisUrl, port: port ?? 0 },
      mediaDir: join(stores.folder, 'media'),
    }),
    ZALO_OAUTH_URL: simulatorUrl,
    ZALO_OPENAPI_URL: simulatorUrl,
    ZALO_MEDIA_HOSTS: simulatorUrl,
    CHAT_QUIET_MS: String(QUIET_MS),
    // Zalo's 4 000 calls a minute would be the figure at 100 events a second; here it is ours that is looked for.
    ZALO_CALLS_PER_MINUTE: '100000',
    FREE_REPLIES_PER_WINDOW: '0',
    ...(process.env.WARD_BOUNDARIES && { WARD_BOUNDARIES: process.env.WARD_BOUNDARIES }),
  };
  const start = async (name: string, args: string[], more: Record<string, string>, readyUrl: string) => {
    const child = await startChild({ name, args, env: { ...env, ...more }, folder: stores.folder, readyUrl });
    onEnd(child.stop);
    return child;
  };
  const simulator = await start(
    'simulator',
    ['--import', 'tsx', join(ROOT, 'scripts/zalo-simulator/main.ts')],
    { SIM_PORT: String(simulatorPort), SIM_WEBHOOK_URL: `http://127.0.0.1:${port}/webhooks/zalo/oa` },
    `${simulatorUrl}/_sim/state`,
  );
  const zalo = simulatorControl(simulatorUrl);
  await zalo.settings({ rateLimitPerMinute: 100_000 });
  const bot = await bareBot({ oa, port: botPort ?? 0, simulatorUrl, token: (await zalo.firstToken()).access_token });
  const rates = values.rates.split(',').map(Number);
  const bare: Figures[] = [];
  for (const perSecond of rates) {
    const talk = await inventTalk({ zalo, oa, events: perSecond * Number(values.seconds), known: [] });
    bare.push(await playTalk({ zalo, talk, port: bot.port, perSecond, quietMs: 0, cpu: [] }));
  }
  await bot.close();

  const { refresh_token } = await zalo.firstToken();
  const server = await start('server', program.args('server'), {}, `http://127.0.0.1:${port}/readyz`);
  const worker = await start(
    'worker',
    program.args('worker'),
    { ZALO_OA_REFRESH_TOKEN: refresh_token, WORKER_PORT: String(probe) },
    `http://127.0.0.1:${probe}/readyz`,
  );
  console.log(`▸ ${program.description}; cửa sổ gom tin ${QUIET_MS / 1000} s; mỗi mức ${values.seconds} s\n`);
  const cpu = [server, worker, simulator];
  const first = await inventTalk({ zalo, oa, events: Number(values.known) * 3, known: [] });
  await playTalk({ zalo, talk: first, port: port ?? 0, perSecond: 15, quietMs: QUIET_MS, cpu });
  await drained(databaseUrl);
  const known = first.bursts.map(({ citizenId }) => citizenId);
  for (const [index, perSecond] of rates.entries()) {
    const talk = await inventTalk({ zalo, oa, events: perSecond * Number(values.seconds), known });
    const figures = await playTalk({ zalo, talk, port: port ?? 0, perSecond, quietMs: QUIET_MS, cpu });
    const emptyAfter = await drained(databaseUrl);
    console.log(printed({ perSecond, figures, bare: bare[index], emptyAfter }));
  }
}
