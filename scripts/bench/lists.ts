/**
 * `npm run bench:lists`: do lists, search, nearby, balance and ranking stay fast when the city has a million reports? Builds
 * invented cities in throw-away databases and asks them the same questions with the service's own functions. Goal: p95 under
 * 100 ms, and growth no worse than log n (1,5 times for a hundred times the reports).
 *
 * A city of ten thousand reports can be young (as many a day as the large one) or quiet (as many years). The young one has
 * lists as long as those of the large city, the quiet one has as many days to count; both are asked, in turns with the large.
 *
 *   --small 10000 --large 1000000 --runs 120   sizes, and how often each question is asked
 *   --only "xếp hạng"                           questions whose name has these words
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import postgres from 'postgres';
import { connectDatabase, type DatabaseClients } from '../../db/client.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { startPostgres } from '../servers/postgres.ts';
import { explain } from '../start/console.ts';
import { createThrowAwayFolder, removeThrowAwayFolder } from '../testing/throw-away-folder.ts';
import { number } from './common/figures.ts';
import { buildCity, type CitySize } from './lists/build-city.ts';
import { comparison } from './lists/comparison.ts';
import { type Answers, measureInTurns } from './lists/measure.ts';
import { REPORT_DAYS } from './lists/moment.ts';
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
const open: DatabaseClients[] = [];
try {
  await main(Number(values.small), Number(values.large));
} catch (error) {
  console.error(`✗ ${explain(error)}`);
  process.exitCode = 1;
} finally {
  await Promise.all(open.map((database) => database.close()));
  removeThrowAwayFolder(folder);
}

async function main(small: number, large: number): Promise<void> {
  const server = await startPostgres({ home: join(folder, 'postgres'), database: 'bench', throwAway: true });
  console.log(`▸ PostgreSQL ${server.version}, cấu hình mặc định (shared_buffers 128 MB), dữ liệu ở ${folder}`);
  const cities = [
    await city(server.url, { reports: small, days: (REPORT_DAYS * small) / large }),
    await city(server.url, { reports: small, days: REPORT_DAYS }),
    await city(server.url, { reports: large, days: REPORT_DAYS }),
  ];
  const lists = await Promise.all(cities.map((database) => questions(database)));
  const answers: Answers[] = [];
  for (const [index, { name }] of (lists[0] ?? []).entries()) {
    if (!name.includes(values.only)) continue;
    const asked = lists.flatMap((list) => list[index] ?? []);
    answers.push({ name, measured: await measureInTurns(asked, Number(values.runs)) });
  }
  console.log(`\n${comparison(answers, { small, large })}`);
}

async function city(serverUrl: string, size: CitySize): Promise<DatabaseClients> {
  const name = `city_${size.reports}_${Math.round(size.days)}`;
  const admin = postgres(serverUrl, { max: 1 });
  await admin`create database ${admin(name)}`;
  await admin.end();
  const url = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
  await migrateDatabase(url);
  const started = performance.now();
  await buildCity(url, size);
  const seconds = number((performance.now() - started) / 1000, 1);
  console.log(`▸ ${number(size.reports)} phản ánh trong ${number(size.days)} ngày: dựng xong sau ${seconds} s`);
  const database = connectDatabase(url, { max: 1 });
  open.push(database);
  return database;
}
