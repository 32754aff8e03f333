/** What a visitor plays on the simulator's page, end to end: the whole service behind it, nothing pretended but Zalo. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { approvedTemplates } from '../../../scripts/start/templates.ts';
import { waitFor } from '../../../scripts/testing/wait-for.ts';
import { hire } from '../console/official.ts';
import { officeOf } from '../conversation/office.ts';
import { openStage, type Stage } from './stage.ts';

const LANG = 'ubnd-00199';
const CODE = /HN-[0-9A-Z]{8}/;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({
    env: {
      ...{ WARD_BOUNDARIES: '', CHAT_QUIET_MS: '1000', CONSOLE_GATHER_MS: '3000' },
      ...{ GAP_CHECK_MS: '1000', GAP_AFTER_MS: '1000' },
      ...{ ZALO_TEMPLATES: 'docs/zalo-templates.example.json', PAID_DONG_PER_DAY: '100000' },
    },
  });
  await stage.city.zalo.templates(approvedTemplates);
});
afterAll(() => stage?.stop());

/** Plays a citizen until their report is with UBND phường Láng. @returns its code */
async function reports(words: string): Promise<string> {
  await stage.citizenSays(words);
  const told = await stage.shown(/HN-\w{8} đã chuyển UBND phường Láng xử lý/);
  return CODE.exec((await told.textContent()) ?? '')?.[0] ?? '';
}

const today = new Intl.DateTimeFormat('vi', {
  ...{ day: '2-digit', month: '2-digit', year: 'numeric' },
  timeZone: 'Asia/Ho_Chi_Minh',
} as const).format(new Date());

test('an official links their accounts, is told what an answer lacks, sends the photo; the citizen confirms and rates by buttons', async () => {
  const official = await hire(stage.city, { agencies: [LANG] });
  await stage.phoneOf('Chị Hạnh');
  const link = `Liên kết ${await official.linkCode()}`;
  await stage.citizenSays(link);
  await stage.shown(/^Đã liên kết cuộc trò chuyện này/);
  await stage.officialSays(link);

  await stage.phoneOf('Bác Tư');
  const code = await reports('ổ gà to trước số 12 phố Láng Hạ, phường Láng, xe máy ngã liên tục');
  await stage.officialSays(
    `Kết quả ${code}: Sáng ${today}, tổ hạ tầng phường đã vá ổ gà trước số 12 phố Láng Hạ bằng bê tông nhựa, mặt đường bằng phẳng.`,
  );

  await stage.phoneOf('Chị Hạnh');
  await stage.shown(new RegExp(`^Câu trả lời ${code} chưa được tính là kết quả.*ảnh`, 's'));
  await stage.phoneOf('Bác Tư');
  expect(await stage.phone.getByText('chưa được tính là kết quả').count()).toBe(0);
  await stage.console.getByRole('button', { name: 'Ảnh sau xử lý' }).click();
  await stage.console.getByRole('list', { name: 'Ảnh chờ gửi' }).getByRole('img').waitFor();
  await stage.console.getByRole('button', { name: 'Gửi', exact: true }).click();

  const result = await stage.shown(new RegExp(`UBND phường Láng đã trả lời ${code}, tin ngay trên`));
  await result.getByRole('button', { name: 'Đã xong' }).click();
  const thanks = await stage.shown(/Bạn đánh giá kết quả thế nào/);
  await thanks.getByRole('button', { name: 'Hài lòng', exact: true }).click();
  await stage.shown(/^Đã lưu đánh giá "hài lòng"/);
  expect((await officeOf(stage.city).report(code)).state).toBe('closed_confirmed');
  await stage.console.locator('.chat-tags').getByText('UBND phường Láng').waitFor();
});

test('two days later the result rings as a notice of the Mini App, a week later as a paid template; the phone shows which', async () => {
  await stage.phoneOf('Thầy Ba');
  const templated = await reports('ổ gà sâu trước số 8 phố Láng Hạ, phường Láng');
  const nhan = await stage.phoneOf('Cô Nhân');
  const notified = await reports('ổ gà lớn trước số 90 phố Láng Hạ, phường Láng');
  await stage.more('Cho thông báo');
  await allowsNotices(nhan);

  await winds('+49 giờ', 49);
  await officeOf(stage.city).answers(notified);
  const notice = stage.phone.locator('[data-channel="miniapp"]').filter({ hasText: notified });
  await notice.getByText('Thông báo Mini App').waitFor();
  await notice.getByRole('link', { name: 'Xem kết quả' }).waitFor();

  await stage.phoneOf('Thầy Ba');
  await winds('+8 ngày', 192);
  await officeOf(stage.city).answers(templated);
  const template = stage.phone.locator('[data-channel="uid"]').filter({ hasText: templated });
  await template.getByText('Tin theo mẫu').waitFor();
  await waitFor(async () => (await spent()).find(({ channel }) => channel === 'uid')?.dong === 200, {
    what: 'the template to be paid for',
  });
  expect(await spent()).toContainEqual({ channel: 'miniapp', dong: 0 });
  await stage.page.getByRole('button', { name: 'Về giờ thật' }).click();
});

test('what is written while no event arrives is read from the conversations afterwards, and answered', async () => {
  await stage.page.getByRole('button', { name: /^Tình huống/ }).click();
  await stage.side.getByRole('checkbox', { name: 'Mất mọi sự kiện, không gửi lại' }).check();
  await stage.phoneOf('Chú Sáu');
  await stage.citizenSays('cống tắc, nước đọng trước số 20 phố Láng Hạ, phường Láng');
  await stage.console.getByRole('log').getByText('cống tắc').waitFor();
  await stage.shown(/^Đã nhận phản ánh HN-/);
  await stage.side.getByRole('button', { name: 'Mất mọi sự kiện', exact: true }).click();

  await stage.citizenSays('cảm ơn');
  await waitFor(async () => (await made('cống tắc')) === 1 && (await openIncidents('webhook_gap')) === 0, {
    what: 'one report of what was missed, and the end of the gap',
    timeoutMs: 30_000,
  });
});

test('the OA takes its grant back, and a new consent on the operator’s page sets everything going again', async () => {
  await stage.phoneOf('Em Lan');
  await stage.side.getByRole('button', { name: 'OA thu hồi quyền' }).click();
  const alarm = stage.side.getByRole('alert').getByRole('link', { name: 'Cấp quyền lại' });
  const [admin] = await Promise.all([stage.page.waitForEvent('popup'), alarm.click()]);
  await admin.getByLabel('Mã cá nhân').fill(stage.city.config.staffApiToken ?? '');
  await admin.getByRole('button', { name: 'Đăng nhập' }).click();
  await admin.getByRole('button', { name: 'Cấp quyền cho ứng dụng' }).click();
  await admin.getByRole('button', { name: 'Cho phép' }).click();
  await admin.getByRole('heading', { name: 'Đã cấp quyền' }).waitFor();
  await admin.close();

  await stage.side.getByText('OA đang cấp quyền cho ứng dụng').waitFor();
  await reports('ổ gà to trước số 130 phố Láng Hạ, phường Láng');
});

test('a citizen withdraws: nothing of what they sent is left but a tombstone', async () => {
  const id = await stage.phoneOf('Anh Bảy');
  const words = 'vỉa hè bị lấn chiếm trước số 40 phố Láng Hạ, phường Láng';
  const code = await reports(words);
  await stage.more('Rút đồng ý');
  await stage.phone.getByText('đã rút lại sự đồng ý').waitFor();

  const { sql } = stage.city.database;
  await waitFor(async () => (await sql`select 1 from citizens where oa_user_id = ${id}`).length === 0, {
    what: 'the person to be forgotten',
    timeoutMs: 30_000,
  });
  expect(await made(words)).toBe(0);
  const [kept] = await sql`select count(*)::int as n from inbox_events where body like ${`%${words}%`}`;
  expect(kept).toEqual({ n: 0 });
  expect((await officeOf(stage.city).report(code)).text).not.toContain('lấn chiếm');
});

/** Opens the Mini App and says yes to notifications, which only the Mini App itself can ask for. */
async function allowsNotices(citizenId: string): Promise<void> {
  const { city } = stage;
  const { accessToken } = await city.zalo.graphToken(citizenId);
  const post = (path: string, body: unknown, token?: string) =>
    fetch(`${city.url}/api/citizen/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    });
  const { token } = (await (await post('session', { accessToken })).json()) as { token: string };
  expect((await post('notifications', { allowed: true }, token)).status).toBe(204);
}

/**
 * Winds Zalo's clock forward on the page. The service under test has the machine's clock, so what it remembers grows older
 * instead; and its reports become emergencies, for which the night, in which this may run, does not count.
 */
async function winds(button: string, hours: number): Promise<void> {
  await stage.page.getByRole('button', { name: button }).click();
  const { sql } = stage.city.database;
  await sql`update citizens set last_interaction_at = last_interaction_at - ${`${hours} hours`}::interval`;
  await sql`update reports set priority_class = 'emergency' where state = 'dispatched'`;
}

function spent() {
  return stage.city.database.sql<{ channel: string; dong: number }[]>`
    select channel, dong::int from message_costs where state = 'spent' and channel in ('miniapp', 'uid')`;
}

async function made(words: string): Promise<number> {
  const [row] = await stage.city.database.sql<{ n: number }[]>`
    select count(*)::int as n from reports where text like ${`%${words}%`}`;
  return row?.n ?? 0;
}

async function openIncidents(kind: string): Promise<number> {
  const [row] = await stage.city.database.sql<{ n: number }[]>`
    select count(*)::int as n from incidents where kind = ${kind} and resolved_at is null`;
  return row?.n ?? 0;
}
