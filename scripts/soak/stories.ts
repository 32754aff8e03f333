import { setTimeout as sleep } from 'node:timers/promises';
import type { Chat } from './chat.ts';
import type { SoakCity } from './city.ts';
import { type Burst, type Ledger, told } from './ledger.ts';
import type { Official } from './official.ts';
import type { Random } from './random.ts';
import { streetPhoto } from './street-photo.ts';

interface Telling {
  city: SoakCity;
  chat: Chat;
  official: Official;
  ledger: Ledger;
  random: Random;
  /** Numbers no two reports of a run share. */
  nextHouse: () => number;
}

/** Ways through the city, and how often each is taken. Every story answers whether it came to its end. */
const STORIES: readonly { name: string; weight: number; tell: (telling: Telling) => Promise<boolean> }[] = [
  { name: 'gửi, được trả lời, xác nhận, đánh giá', weight: 4, tell: answered },
  { name: 'gửi, được trả lời, chưa xong, mở lại, xác nhận', weight: 2, tell: reopened },
  { name: 'gửi rồi hỏi tiến độ', weight: 2, tell: askedAfter },
  { name: 'gửi rồi rút', weight: 1, tell: withdrawn },
  { name: 'viết dở rồi huỷ', weight: 1, tell: cancelled },
];

/** A person who lives on through the run: one story after the other, with a pause between two. */
export async function live(telling: Telling, isOver: () => boolean): Promise<void> {
  const { random, ledger } = telling;
  const lots = STORIES.flatMap((story) => Array.from({ length: story.weight }, () => story));
  await sleep(random.between(0, 20_000));
  while (!isOver()) {
    const story = random.pick(lots);
    await told(ledger, story.name, () => story.tell(telling));
    // Longer than the quiet window: what follows is something new.
    await sleep(random.between(6_000, 25_000));
  }
}

async function answered(telling: Telling): Promise<boolean> {
  const { chat } = telling;
  const report = await send(telling);
  if (!report || !(await getAnswer(telling, report, 1))) return false;
  await chat.act({ act: 'text', text: `${report.code} đã xong` });
  if (!(await chat.hear(about(report, /đánh giá kết quả/u)))) return false;
  await chat.act({ act: 'text', text: `${report.code} hài lòng` });
  return (await chat.hear(about(report, /đánh giá/u))) !== null;
}

async function reopened(telling: Telling): Promise<boolean> {
  const { chat } = telling;
  const report = await send(telling);
  if (!report || !(await getAnswer(telling, report, 1))) return false;
  await chat.act({ act: 'text', text: `${report.code} chưa xong` });
  if (!(await chat.hear(about(report, /mở lại/u)))) return false;
  if (!(await getAnswer(telling, report, 2))) return false;
  await chat.act({ act: 'text', text: `${report.code} đã xong` });
  return (await chat.hear(about(report, /đánh giá kết quả/u))) !== null;
}

async function askedAfter(telling: Telling): Promise<boolean> {
  const { chat, ledger } = telling;
  const report = await send(telling);
  if (!report) return false;
  const status = new RegExp(`^${report.code}: `, 'u');
  ledger.expectations.push({ citizenId: chat.citizenId, what: 'hỏi tiến độ', pattern: status, times: 1 });
  await chat.act({ act: 'text', text: report.code });
  return (await chat.hear(status)) !== null;
}

async function withdrawn(telling: Telling): Promise<boolean> {
  const { chat } = telling;
  const report = await send(telling);
  if (!report) return false;
  report.burst.cancelled = true;
  await chat.act({ act: 'text', text: `rút ${report.code}` });
  return (await chat.hear(about(report, /rút/u))) !== null;
}

async function cancelled(telling: Telling): Promise<boolean> {
  const { chat, ledger, nextHouse } = telling;
  const marker = `số ${nextHouse()} ngõ dở dang`;
  ledger.bursts.push({ citizenId: chat.citizenId, marker, photos: 0, cancelled: true });
  await chat.act({ act: 'text', text: `đèn đường trước ${marker} tắt` });
  await sleep(300);
  await chat.act({ act: 'text', text: 'huỷ' });
  return (await chat.hear(/huỷ|hủy/u)) !== null;
}

interface Sent {
  code: string;
  house: number;
  burst: Burst;
}

/** Photos, pin and words in any order; answers when it has its code and its agency. */
async function send({ city, chat, ledger, random, nextHouse }: Telling): Promise<Sent | null> {
  const house = nextHouse();
  const marker = `số ${house} phố Láng Hạ`;
  const photos = random.between(1, 3);
  const burst: Burst = { citizenId: chat.citizenId, marker, photos, cancelled: false };
  const photoIds: string[] = [];
  for (let index = 0; index < photos; index++) photoIds.push(await city.zalo.photo(await streetPhoto(random, false)));
  const pieces = random.shuffled([
    () => chat.act({ act: 'photos', photoIds }),
    () => chat.act({ act: 'text', text: `ổ gà to trước ${marker}, xe máy ngã liên tục` }),
    () => chat.act({ act: 'location', ...spot(random) }),
  ]);
  for (const piece of pieces) {
    await piece();
    await sleep(random.between(0, 250));
  }
  ledger.bursts.push(burst);
  const received = await chat.hear(/^Đã nhận phản ánh/u);
  const code = /HN-[0-9A-Z]+/u.exec(received ?? '')?.[0];
  if (!code) return null;
  ledger.expectations.push(
    { citizenId: chat.citizenId, what: 'báo đã nhận', pattern: new RegExp(`^Đã nhận phản ánh ${code}`, 'u'), times: 1 },
    { citizenId: chat.citizenId, what: 'báo đơn vị', pattern: new RegExp(`^${code} đã chuyển`, 'u'), times: 1 },
  );
  const dispatched = await chat.hear(new RegExp(`^${code} đã chuyển`, 'u'));
  return dispatched === null ? null : { code, house, burst };
}

/** Gathering, the gate and a kill or two. */
const ANSWERED_WITHIN_MS = 120_000;

async function getAnswer({ chat, ledger, official }: Telling, report: Sent, round: number): Promise<boolean> {
  const pattern = about(report, /đã trả lời/u);
  if (round === 1) ledger.expectations.push({ citizenId: chat.citizenId, what: 'kết quả', pattern, times: 1 });
  // The same sentence a second time is right after a reopening.
  else for (const expected of ledger.expectations) if (expected.pattern.source === pattern.source) expected.times = 2;
  // What is typed while no event comes through is lost to attribution: a person sees that nothing came of it, and types again.
  for (let tries = 0; tries < 5; tries++) {
    await official.answer(chat.citizenId, { code: report.code, house: report.house, round });
    if (await chat.hear(pattern, tries < 4 ? ANSWERED_WITHIN_MS : undefined)) return true;
  }
  return false;
}

function about({ code }: { code: string }, words: RegExp): RegExp {
  return new RegExp(`(?=.*${code})(?=.*(?:${words.source}))`, 'su');
}

/** Well inside phường Đống Đa, some metres apart. */
function spot(random: Random) {
  return { latitude: 21.0135 + random.next() / 2_000, longitude: 105.8165 + random.next() / 2_000 };
}
