import { afterAll, beforeAll, expect, test } from 'vitest';
import { photos, reports, timers } from '../../db/schema/index.ts';
import { waitFor } from '../../scripts/testing/wait-for.ts';
import { type City, CLEAR_PLACE, hears, POTHOLE, quiet, startCity } from './city.ts';

let city: City;
beforeAll(async () => {
  city = await startCity();
});
afterAll(() => city?.stop());

test('three photos, a pin and a sentence become one report with a code, an agency and a due time, and the citizen is told', async () => {
  const [citizen = ''] = city.citizens();
  await city.zalo.act(citizen, {
    act: 'photos',
    photoIds: [await city.photo(), await city.photo(), await city.photo()],
  });
  await city.zalo.act(citizen, { act: 'text', text: POTHOLE });
  await city.zalo.act(citizen, { act: 'location', ...CLEAR_PLACE });

  const heard = await hears(city, citizen, /đã chuyển .* xử lý\. Hạn trả lời/);
  expect(heard).toHaveLength(2);
  expect(heard[0]).toMatch(/^Đã nhận phản ánh HN-\w{8}: Ổ gà.* trước số 12 phố Láng Hạ/);

  const [report, ...others] = await city.database.db.select().from(reports);
  expect(others).toHaveLength(0);
  expect(report).toMatchObject({ state: 'dispatched', categoryCode: 'GT-01' });
  const stored = await waitFor(
    async () => {
      const rows = await city.database.db.select().from(photos);
      return rows.every((row) => row.state === 'stored') && rows;
    },
    { what: 'photos stored' },
  );
  expect(stored).toHaveLength(3);
  expect(stored.every((photo) => photo.reportId === report?.id)).toBe(true);
  const armed = await city.database.db.select().from(timers);
  expect(
    armed
      .filter((timer) => timer.outcome === null)
      .map((timer) => timer.kind)
      .sort(),
  ).toEqual(['answer_breach', 'answer_delay', 'answer_warn', 'finish_breach']);
});

test.runIf(process.env.WARD_BOUNDARIES)(
  'with the outlines the pin decides: phố Láng Hạ at 21.0156, 105.8137 lies in phường Láng',
  async () => {
    const citizen = city.citizens()[1] ?? '';
    await city.zalo.act(citizen, { act: 'location', latitude: 21.0156, longitude: 105.8137 });
    await city.zalo.act(citizen, { act: 'text', text: POTHOLE });
    await hears(city, citizen, /đã chuyển UBND phường Láng xử lý/);
  },
);

test('a pin far outside the city is kept and answered: where to turn instead, and that it can be looked at again', async () => {
  const citizen = city.citizens()[2] ?? '';
  await city.zalo.act(citizen, { act: 'location', latitude: 10.7769, longitude: 106.7009 });
  await city.zalo.act(citizen, { act: 'text', text: POTHOLE });
  const heard = await hears(city, citizen, /không thể tiếp nhận HN-/);
  expect(heard.at(-1)).toMatch(/nằm ngoài địa bàn thành phố Hà Nội.*có thể gửi tới: kênh phản ánh của tỉnh/s);
  expect(heard.some((text) => /^Đã nhận phản ánh/.test(text))).toBe(false);
  await quiet(city);
  const [report] = await city.database.sql`select state, refusal_reason from reports order by id desc limit 1`;
  expect(report).toEqual({ state: 'refused', refusal_reason: 'out_of_area' });
});
