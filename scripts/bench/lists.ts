/**
 * `npm run bench:lists`: do lists, search, nearby, balance and ranking stay fast when the city has a million reports? Builds a
 * city of 10 000 and one of 1 000 000 reports in throw-away databases and asks both the same questions with the service's own
 * functions. Goal: p95 under 100 ms, and growth no worse than log n (1,5 times for a hundred times the reports).
 *
 *   --small 10000 --large 1000000 --runs 120   sizes, and how often each question is asked
 *   --only "xếp hạng"                           questions whose name has these words
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import postgres from 'postgres';
import { connectDatabase } from '../../db/client.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { startPostgres } from '../servers/postgres.ts';
import { explain } from '../start/console.ts';
import { createThrowAwayFolder, removeThrowAwayFolder } from '../testing/throw-away-folder.ts';
import { number } from './ingest/figures.ts';
import { buildCity } from './lists/build-city.ts';
import { comparison, type Measured, measure } from './lists/measure.ts';
import { questions } from './lists/questions.ts';

const { values } = parseArgs({
  options: {
    small: { type: 'string', default: '10000' },
    large: { type: 'string', default: '1000000' },
    runs: { type: 'string', default: '120' },
    only: { type: 'string', default: '' },
  },
});

const folder = createThrowAwayFolder();
try {
  const [small, large] = [Number(values.small), Number(values.large)];
  const server = await startPostgres({ home: join(folder, 'postgres'), database: 'bench', throwAway: true });
  console.log(`▸ PostgreSQL ${server.version}, cấu hình mặc định (shared_buffers 128 MB), dữ liệu ở ${folder}`);
  const results = { small: await city(server.url, small), large: await city(server.url, large) };
  console.log(`\n${comparison({ small, large, results })}`);
} catch (error) {
  console.error(`✗ ${explain(error)}`);
  process.exitCode = 1;
} finally {
  removeThrowAwayFolder(folder);
}

async function city(serverUrl: string, count: number): Promise<Map<string, Measured>> {
  const name = `city_${count}`;
  const admin = postgres(serverUrl, { max: 1 });
  await admin`create database ${admin(name)}`;
  await admin.end();
  const url = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
  await migrateDatabase(url);
  const started = performance.now();
  await buildCity(url, count, (to) => postgres(to, { max: 1, onnotice: () => {} }));
  console.log(`▸ ${number(count)} phản ánh dựng xong trong ${number((performance.now() - started) / 1000, 1)} s`);

  const database = connectDatabase(url, { max: 1 });
  try {
    const measured = new Map<string, Measured>();
    for (const question of (await questions(database)).filter(({ name }) => name.includes(values.only))) {
      measured.set(question.name, await measure(question, Number(values.runs)));
    }
    return measured;
  } finally {
    await database.close();
  }
}
