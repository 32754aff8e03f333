/**
 * `npm run soak -- --minutes 30`: citizens report, an official answers in the OA console, and meanwhile everything goes wrong
 * at random: kills of every process, wiped Redis, a dead token, lost answers of Zalo, events doubled, late, out of order or
 * lost. At the end all is well again, and an account is drawn up: zero lost, zero doubled, everybody told. Exit code 1 if not.
 *
 *   --minutes 30   --citizens 40   --seed <number>: the same troubles again   --calm: no trouble, for comparison
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { number, table } from '../bench/common/figures.ts';
import { type OnEnd, run } from '../bench/common/run.ts';
import { balance, type Line } from './balance.ts';
import { openChat } from './chat.ts';
import { type SoakCity, startSoakCity } from './city.ts';
import { watchTray } from './dispatcher.ts';
import { type Ledger, newLedger } from './ledger.ts';
import { linkOfficial } from './official.ts';
import { randomFrom } from './random.ts';
import { live } from './stories.ts';
import { heal, makeTrouble } from './troubles.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    citizens: { type: 'string', default: '40' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    calm: { type: 'boolean', default: false },
  },
});

/** After the troubles: the longest redelivery, a rest of every breaker, and a gap's repair have to fit. */
const SETTLED_WITHIN_MS = 15 * 60_000;

await run(main);

async function main(onEnd: OnEnd): Promise<boolean> {
  const seed = Number(values.seed);
  const random = randomFrom(seed);
  const city = await startSoakCity(onEnd);
  const ledger = newLedger();
  const official = await linkOfficial(city, random);
  console.log(`▸ ${values.minutes} phút, ${values.citizens} người dân, hạt giống ${seed}`);
  const begun = Date.now();
  const end = begun + Number(values.minutes) * 60_000;
  let over = false;
  let house = 0;
  const tray = watchTray(city, () => over);
  const lives = Array.from({ length: Number(values.citizens) }, async (_, index) => {
    const { id } = await city.zalo.addCitizen(`Người dân ${index + 1}`);
    await city.zalo.act(id, { act: 'follow' });
    const chat = openChat(city, id, () => over);
    const telling = { city, chat, official, ledger, random: randomFrom(seed + index + 1), nextHouse: () => ++house };
    await live(telling, () => Date.now() > end);
  });
  const clock = () => `${number((Date.now() - begun) / 60_000, 1)} phút`;
  const times = values.calm
    ? await sleep(end - Date.now()).then(() => new Map<string, number>())
    : await makeTrouble(
        city,
        randomFrom(seed),
        () => Date.now() > end,
        (line) => console.log(`  ${clock()}: ${line}`),
      );
  await heal(city);
  console.log(`▸ Hết sự cố sau ${clock()}; chờ mọi việc dở xong`);
  const stopping = sleep(SETTLED_WITHIN_MS).then(() => {
    over = true;
  });
  await Promise.race([Promise.all(lives), stopping]);
  await settled(city);
  over = true;
  await Promise.all([tray, ...lives]);
  console.log(`▸ Yên sau ${clock()}\n`);
  return report(city, ledger, times, await balance(city, ledger));
}

async function report(city: SoakCity, ledger: Ledger, times: Map<string, number>, lines: Line[]): Promise<boolean> {
  console.log(table([['sự cố', 'lần'], ...[...times].map(([name, count]) => [name, String(count)])]));
  const stories = [...ledger.stories].map(([name, { begun, ended }]) => [name, String(begun), String(ended)]);
  console.log(`\n${table([['chuyện của người dân', 'bắt đầu', 'đến cuối'], ...stories])}`);
  const starts = [city.server, ...city.workers].map(({ name, starts: count }) => `${name} ${count()}`).join(', ');
  const [figures] = await city.sql<Record<string, number>[]>`
    select (select count(*)::int from inbox_events) as events, (select count(*)::int from inbox_events where source = 'recovered') as recovered,
           (select count(*)::int from outbox_messages) as messages, (select count(*)::int from webhook_gaps) as gaps,
           (select max(version) from oa_tokens) as pairs`;
  console.log(
    `\nkhởi động: ${starts}; ${figures?.events} sự kiện (${figures?.recovered} đọc lại từ hội thoại, ${figures?.gaps} khoảng hổng), ${figures?.messages} tin, ${figures?.pairs} cặp token\n`,
  );
  console.log(
    table([
      ['cân đối', 'phải là', 'thực là', ''],
      ...lines.map(({ what, should, is }) => [what, String(should), String(is), is === should ? 'đúng' : '✗ LỆCH']),
    ]),
  );
  const wrong = lines.filter(({ should, is, which }) => is !== should || which.length > 0);
  for (const { what, which } of wrong) console.log(`\n✗ ${what}\n    ${which.slice(0, 8).join('\n    ')}`);
  console.log(wrong.length === 0 ? '\n✔ Không mất, không lặp, ai cũng được báo.' : '\n✗ Có chỗ lệch.');
  return wrong.length === 0;
}

/** Nothing waits any more that should not. */
async function settled({ sql, zalo }: SoakCity): Promise<void> {
  const deadline = Date.now() + SETTLED_WITHIN_MS;
  while (Date.now() < deadline) {
    const [left] = await sql<{ count: number }[]>`
      select (select count(*)::int from inbox_events where finished_at is null and failed_at is null)
           + (select count(*)::int from jobs where finished_at is null and failed_at is null and run_at < now() + interval '30 seconds')
           + (select count(*)::int from outbox_messages where state in ('queued', 'sending', 'unsure'))
           + (select count(*)::int from webhook_gaps where state = 'repairing') as count`.catch(() => [{ count: 1 }]);
    const { pendingDeliveries } = await zalo.state();
    if (left?.count === 0 && pendingDeliveries === 0) return;
    await sleep(1_000);
  }
}
