import { afterAll, beforeAll, test } from 'vitest';
import { waitFor } from '../../../scripts/testing/wait-for.ts';
import { type City, sendWholeReport, startCity } from '../city.ts';

let city: City;
beforeAll(async () => {
  city = await startCity();
});
afterAll(() => city?.stop());

test('the console can be filtered by who holds a report and how far it is; what is over carries no tag', async () => {
  const { id } = await city.zalo.addCitizen('Người có nhãn');
  await sendWholeReport(city, id);
  const agencyAndState = /^UBND phường [^,]+,Đã chuyển đơn vị xử lý$/u;
  await waitFor(async () => agencyAndState.test((await tagsOf(id)).join()), {
    what: 'the tags of the agency and the state',
  });

  const [report] = await city.database.sql<{ code: string }[]>`select code from reports limit 1`;
  await city.zalo.act(id, { act: 'text', text: `rút ${report?.code}` });
  await waitFor(async () => (await tagsOf(id)).length === 0, { what: 'no tag after the withdrawal' });
}, 60_000);

test('somebody whose data is erased carries no tag of ours at Zalo', async () => {
  const { id } = await city.zalo.addCitizen('Người rút dữ liệu');
  await sendWholeReport(city, id);
  await waitFor(async () => (await tagsOf(id)).length > 0, { what: 'tags on the chat' });
  await city.zalo.act(id, { act: 'withdraw' });
  await waitFor(async () => (await tagsOf(id)).length === 0, { what: 'the tags to be taken back' });
}, 60_000);

async function tagsOf(citizenId: string): Promise<string[]> {
  const { citizens } = await city.zalo.state();
  return (citizens.find(({ id }) => id === citizenId)?.tags ?? []).toSorted();
}
