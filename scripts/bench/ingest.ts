/**
 * `npm run bench:ingest`: how much of a bare "verify and store" loop the real webhook reaches, and how long Zalo waits for
 * its 200 on an ordinary day. Everything runs on throw-away servers with fsync on, which are gone at the end.
 *
 *   --rounds 10 --seconds 2  --connections 64    the contest
 *   --rate 20   --day-seconds 30                 the day; 0 leaves it out
 *   --profile                                    CPU profiles of the real server into artifacts/ (slows it down)
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findFreePort } from '../servers/ports.ts';
import { ROOT } from '../start/folders.ts';
import { type Child, startChild } from './common/child.ts';
import { inventOa } from './common/events.ts';
import { type OnEnd, run } from './common/run.ts';
import { serviceEnv, serviceProgram } from './common/service.ts';
import { startStores } from './common/stores.ts';
import { cityDay } from './ingest/city-day.ts';
import { type Contestant, contest } from './ingest/contest.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '10' },
    seconds: { type: 'string', default: '2' },
    connections: { type: 'string', default: '64' },
    rate: { type: 'string', default: '20' },
    'day-seconds': { type: 'string', default: '30' },
    profile: { type: 'boolean', default: false },
  },
});

await run(main);

async function main(onEnd: OnEnd): Promise<void> {
  const program = await serviceProgram();
  const stores = await startStores(onEnd);
  const oa = inventOa();
  const port = await findFreePort();
  const env = serviceEnv({
    oa,
    databaseUrl: await stores.database('real'),
    redisUrl: stores.redisUrl,
    port,
    mediaDir: join(stores.folder, 'media'),
  });
  const bareUrl = await stores.database('bare');
  const start = async (
    name: string,
    childPort: number,
    args: string[],
    more: Record<string, string>,
  ): Promise<Child> => {
    const readyUrl = `http://127.0.0.1:${childPort}/readyz`;
    const child = await startChild({ name, args, env: { ...env, ...more }, folder: stores.folder, readyUrl });
    onEnd(child.stop);
    return child;
  };
  const profile = values.profile ? ['--cpu-prof', `--cpu-prof-dir=${join(ROOT, 'artifacts')}`] : [];
  const server = await start('server', port, [...profile, ...program.args('server')], {});
  const loop = async (title: string, databaseUrl: string | null): Promise<Contestant> => {
    const loopPort = await findFreePort();
    const name = databaseUrl === null ? 'empty-loop' : 'bare-loop';
    const more = { BENCH_PORT: String(loopPort), ...(databaseUrl !== null && { DATABASE_URL: databaseUrl }) };
    const script = join(ROOT, `scripts/bench/ingest/${name}.mjs`);
    return { title, child: await start(name, loopPort, [script], more), port: loopPort, databaseUrl };
  };
  const real: Contestant = { title: 'thật', child: server, port, databaseUrl: env.DATABASE_URL ?? null };
  const bare = await loop('vòng lặp trần', bareUrl);
  const empty = await loop('Fastify rỗng', null);

  console.log(
    `▸ Chạy ${program.description}, ${values.connections} kết nối${values.profile ? ', có đo CPU chi tiết' : ''}`,
  );
  const outcome = await contest({
    contestants: [real, bare, empty],
    oa,
    connections: Number(values.connections),
    rounds: Number(values.rounds),
    seconds: Number(values.seconds),
    onRound: (text) => console.log(`  ${text}`),
  });
  console.log(`\n${outcome}\n`);
  const [perSecond, seconds] = [Number(values.rate), Number(values['day-seconds'])];
  if (perSecond === 0 || seconds === 0) return;
  console.log(`▸ Một ngày bình thường: ${perSecond} sự kiện/s trong ${seconds} s, worker và Zalo giả lập cùng chạy`);
  console.log(await cityDay({ server, serverPort: port, program, env, oa, folder: stores.folder, perSecond, seconds }));
}
