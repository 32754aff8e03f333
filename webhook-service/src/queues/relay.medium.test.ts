import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitFor } from '../../../scripts/testing/wait-for.ts';
import { type City, hears, quiet, sendWholeReport, startCity } from '../../test/city.ts';

let city: City;
beforeAll(async () => {
  city = await startCity();
});
afterAll(() => city?.stop());

test('a row of a job this build does not know is set aside and holds nobody up', async () => {
  const { sql } = city.database;
  await sql`insert into jobs (name, key, payload, run_at) values ('gone.forever', 'gone.forever:1', '{}', now())`;
  await sql`select pg_notify('relay', '')`;
  const [row] = await waitFor(
    async () => {
      const rows = await sql`select error_code from jobs where name = 'gone.forever' and failed_at is not null`;
      return rows.length > 0 && rows;
    },
    { what: 'the unknown job to be set aside' },
  );
  expect(row).toEqual({ error_code: 'unknown_job' });

  const [citizen = ''] = city.citizens();
  await sendWholeReport(city, citizen);
  await hears(city, citizen, /đã chuyển .* xử lý/);
  await quiet(city);
});
