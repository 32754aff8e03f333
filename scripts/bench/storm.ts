/**
 * `npm run bench:storm`: 2 000 people report one flood within ten minutes, here compressed into two, on one server and two
 * workers, with Zalo's real 4 000 calls a minute. Then as many people about different things: what the flood itself costs.
 *
 *   --people 2000   --minutes 2 (10 for the real time)   --matters flood,different
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findFreePort } from '../servers/ports.ts';
import { ROOT } from '../start/folders.ts';
import { simulatorControl } from '../zalo-simulator/control-client.ts';
import { startChild } from './common/child.ts';
import { inventOa } from './common/events.ts';
import { number } from './common/figures.ts';
import { type OnEnd, run } from './common/run.ts';
import { type ServiceProgram, serviceEnv, serviceProgram } from './common/service.ts';
import { type Stores, startStores } from './common/stores.ts';
import { inventPeople, type Matter } from './storm/people.ts';
import { play } from './storm/play.ts';
import { acknowledgedAfter, compared, printed, type StormResult } from './storm/printed.ts';
import { watch } from './storm/watch.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '2000' },
    minutes: { type: 'string', default: '2' },
    matters: { type: 'string', default: 'flood,different' },
  },
});
const people = Number(values.people);
const overMs = Number(values.minutes) * 60_000;
/** Quiet window of the chat in this run, ms; part of every acknowledgement, and taken off. */
const QUIET_MS = 2_000;
/** Every message of 2 000 people at 4 000 a minute, several times over. */
const PATIENCE_MS = 20 * 60_000;
const TITLES: Record<Matter, string> = { flood: 'cùng một chỗ ngập', different: 'mỗi người một việc' };

await run(main);

async function main(onEnd: OnEnd): Promise<void> {
  const program = await serviceProgram();
  const stores = await startStores(onEnd);
  console.log(`▸ ${program.description}; hai worker; ${number(people)} người trong ${values.minutes} phút\n`);
  const results: Partial<Record<Matter, StormResult>> = {};
  for (const matter of ['flood', 'different'] as const) {
    if (!values.matters.split(',').includes(matter)) continue;
    const result = await storm(matter, { stores, program, onEnd });
    results[matter] = result;
    console.log(printed(TITLES[matter], result));
  }
  if (results.flood && results.different) console.log(compared(results.flood, results.different));
}

/** One storm on a database and processes of its own. */
async function storm(
  matter: Matter,
  { stores, program, onEnd }: { stores: Stores; program: ServiceProgram; onEnd: OnEnd },
): Promise<StormResult> {
  const oa = inventOa();
  const [port = 0, simulatorPort, ...probes] = await Promise.all(Array.from({ length: 4 }, () => findFreePort()));
  const simulatorUrl = `http://127.0.0.1:${simulatorPort}`;
  const databaseUrl = await stores.database(matter);
  const redisPrefix = `{${matter}}`;
  const env = {
    ...serviceEnv({
      oa,
      databaseUrl,
      redisUrl: stores.redisUrl,
      port,
      mediaDir: join(stores.folder, `media-${matter}`),
    }),
    REDIS_PREFIX: redisPrefix,
    ZALO_OAUTH_URL: simulatorUrl,
    ZALO_OPENAPI_URL: simulatorUrl,
    ZALO_MEDIA_HOSTS: simulatorUrl,
    CHAT_QUIET_MS: String(QUIET_MS),
    ...(process.env.WARD_BOUNDARIES && { WARD_BOUNDARIES: process.env.WARD_BOUNDARIES }),
  };
  const stops: (() => Promise<void>)[] = [];
  const start = async (name: string, args: string[], more: Record<string, string>, readyUrl: string) => {
    const child = await startChild({ name, args, env: { ...env, ...more }, folder: stores.folder, readyUrl });
    stops.push(child.stop);
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
  const { refresh_token } = await zalo.firstToken();
  const server = await start('server', program.args('server'), {}, `http://127.0.0.1:${port}/readyz`);
  const pieces = await inventPeople({ zalo, oa, people, overMs, matter });
  const children = [server, simulator];
  for (const [index, probe] of probes.entries()) {
    const more = { ZALO_OA_REFRESH_TOKEN: refresh_token, WORKER_PORT: String(probe) };
    const readyUrl = `http://127.0.0.1:${probe}/readyz`;
    children.push(await start(`worker ${index + 1}`, program.args('worker'), more, readyUrl));
  }

  const watching = watch({ zalo, databaseUrl, redisUrl: stores.redisUrl, redisPrefix });
  const before = children.map((child) => child.cpuMs());
  const played = await play(pieces, port);
  const sentAt = Date.now();
  const emptied = await watching.untilEmpty(PATIENCE_MS);
  const emptyAfterMs = emptied ? Date.now() - sentAt : null;
  const cpu = children.map((child, index) => ({ name: child.name, ms: child.cpuMs() - (before[index] ?? 0) }));
  cpu.push({ name: 'PostgreSQL', ms: await watching.databaseCpuMs() });
  const outcome = await watching.outcome();
  const seen = await watching.stop();
  for (const stop of stops.reverse()) await stop();
  const acknowledged = acknowledgedAfter(played, outcome, QUIET_MS);
  return { played, outcome, seen, acknowledged, emptyAfterMs, cpu };
}
