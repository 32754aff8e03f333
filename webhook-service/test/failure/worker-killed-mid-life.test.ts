import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminUnits } from '../../../db/seed/admin-units.ts';
import { waitFor } from '../../../scripts/testing/wait-for.ts';
import { hears, quiet } from '../city.ts';
import type { Person } from '../conversation/talk.ts';
import { eventsOf, expectSound, type Life, type Staff, startLife, untilState } from '../life/cast.ts';

const REPORTS = 30;
/** A worker that is killed leaves its work to be found again, which takes some seconds each time. */
const PATIENCE_MS = 90_000;

let life: Life;
let handler: Staff;
// Two names sound like other matters to the suggester ("chợ", "đề"), so that a person would have to look.
const wards = adminUnits
  .filter(({ kind, name }) => kind === 'phuong' && name !== 'Ô Chợ Dừa' && name !== 'Bồ Đề')
  .slice(0, REPORTS);
beforeAll(async () => {
  life = await startLife({ roles: ['server'] });
  handler = await life.staff(
    ['handler'],
    wards.map(({ code }) => `ubnd-${code}`),
  );
});
afterAll(() => life?.stop());

test('killed in the middle of thirty reports being dispatched and answered: each goes its whole way once, nobody is told twice', async () => {
  const worker = life.city.spawnWorker();
  const told = async (what: string) => {
    const [row] = await life.city.database.sql<{ count: number }[]>`
      select count(*)::int as count from outbox_messages where kind = ${what} and zalo_message_id is not null`;
    return row?.count ?? 0;
  };
  const whole = Promise.all(wards.map(({ name }, index) => wholeStory(name, index)));
  // Looked at below; until then a failure is nobody's.
  whole.catch(() => {});
  await waitFor(async () => (await told('dispatched')) >= 5, { what: 'the worker to be busy', timeoutMs: 60_000 });
  worker.kill('SIGKILL');
  await life.city.startWorker();

  const stories = await whole;
  await quiet(life.city);
  for (const [index, { person, code }] of stories.entries()) {
    const heard = await life.city.heard(person.id);
    expect(new Set(heard).size, heard.join('\n')).toBe(heard.length);
    expect(heard).toHaveLength(asks(index) ? 5 : 3);
    const asked = asks(index) ? ['citizen_asked', 'citizen_replied'] : [];
    expect(await eventsOf(life, code)).toEqual(['received', 'dispatched', 'accepted', ...asked, 'answered']);
  }
  await expectSound(life);
}, 200_000);

async function wholeStory(ward: string, index: number): Promise<{ person: Person; code: string }> {
  const person = await life.person();
  const heard = (what: RegExp) => hears(life.city, person.id, what, PATIENCE_MS);
  await person.sends(`ổ gà to giữa đường, phường ${ward}, xe máy ngã liên tục`);
  await heard(/^Đã nhận phản ánh HN-/);
  const code = await person.code();
  await untilState(life, code, 'dispatched', PATIENCE_MS);
  await handler.does(code, 'accept');
  if (asks(index)) {
    await handler.does(code, 'ask', { question: 'Ổ gà sâu khoảng bao nhiêu?' });
    await heard(/cần thêm thông tin/);
    await person.sends('sâu chừng hai mươi phân');
    await untilState(life, code, 'in_progress', PATIENCE_MS);
  }
  await handler.answers(code);
  await heard(/đã trả lời/);
  return { person, code };
}

/** Of every third report something is asked. */
function asks(index: number): boolean {
  return index % 3 === 0;
}
