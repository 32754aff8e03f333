import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitFor } from '../../scripts/testing/wait-for.ts';
import { type City, startCity } from '../test/city.ts';

let city: City;
beforeAll(async () => {
  city = await startCity({ roles: ['worker'] });
});
afterAll(() => city?.stop());

test('an event set aside after its last attempt stays aside, is worked on after a re-drive, and is then nothing to re-drive', async () => {
  const { sql } = city.database;
  const [row] = await sql<{ id: string }[]>`
    insert into inbox_events (dedupe_key, event_name, event_at, body, attempts, queued_at, failed_at, error_code)
    values ('follow|1', 'follow', now(), ${followBody()}, 8, now(), now(), '23505')
    returning id`;
  const id = row?.id ?? '';

  // The worker is at work: another event of the same kind goes through while this one stays where it is.
  await sql`insert into inbox_events (dedupe_key, event_name, event_at, body) values ('follow|2', 'follow', now(), ${followBody()})`;
  await waitFor(async () => (await sql`select 1 from inbox_events where finished_at is not null`).length === 1, {
    what: 'the healthy event applied',
  });
  expect((await sql`select finished_at from inbox_events where id = ${id}`)[0]?.finished_at).toBeNull();

  expect(await redrive()).toBe('Đã đưa 1 việc bị gác lại trở vào hàng đợi.\n');

  const done = await waitFor(
    async () =>
      (await sql`select outcome, error_code from inbox_events where id = ${id} and finished_at is not null`)[0],
    { what: 'the re-driven event applied' },
  );
  expect(done).toMatchObject({ outcome: 'welcomed', error_code: null });
  expect(await redrive()).toBe('Không có việc nào bị gác lại.\n');
});

test('without DATABASE_URL it says so and exits with 1', async () => {
  await expect(redrive({ DATABASE_URL: '' })).rejects.toMatchObject({
    code: 1,
    stderr: 'DATABASE_URL chưa được đặt.\n',
  });
});

async function redrive(env: Record<string, string> = { DATABASE_URL: city.config.databaseUrl }): Promise<string> {
  const script = fileURLToPath(new URL('./redrive.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script], {
    env: { PATH: process.env.PATH, ...env },
  });
  return stdout;
}

/** The first citizen of the simulated Zalo follows the OA. */
function followBody(): string {
  const [citizen = ''] = city.citizens();
  return JSON.stringify({
    app_id: city.config.zalo.appId,
    oa_id: city.config.zalo.oaId,
    follower: { id: citizen },
    event_name: 'follow',
    source: 'oa_profile',
    timestamp: String(Date.now()),
  });
}
