import { afterAll, beforeAll, expect, test } from 'vitest';
import { type City, hears, quiet, startCity } from '../../webhook-service/test/city.ts';
import { playOfficialAnswer } from './official-answers.ts';
import { playOpeningScene } from './opening-scene.ts';
import { letPhotosBeSeen } from './published.ts';
import { SCENES } from './scenes.ts';

let city: City;
beforeAll(async () => {
  city = await startCity({ env: { CONSOLE_GATHER_MS: '1000', CHAT_QUIET_MS: '1000' } });
});
afterAll(() => city?.stop());

test('the last citizen of the opening scene is answered with a photo that counts, and confirms; what its citizens published can be found', async () => {
  const { staffApiToken: staffToken } = city.config;
  const where = { simulatorUrl: city.simulator.url, serviceUrl: city.url, staffToken: staffToken ?? '' };
  await playOpeningScene({ ...where, pace: 0 });
  const code = await playOfficialAnswer({ ...where, patienceMs: 40_000 });

  const citizen = city.simulator.state().citizens.find(({ name }) => name === SCENES.at(-1)?.citizen);
  await hears(city, citizen?.id ?? '', /^Cảm ơn bạn đã xác nhận/);
  await quiet(city);
  const [report] = await city.database.sql`select state from reports where code = ${code}`;
  expect(report).toEqual({ state: 'closed_confirmed' });

  expect(await letPhotosBeSeen(where)).toBeGreaterThan(3);
  const { items } = (await (await fetch(`${city.url}/api/public/reports`)).json()) as { items: { code: string }[] };
  expect(items.length).toBeGreaterThan(3);
}, 120_000);
