/** Every page of the app in every state that looks different, and how a person gets there. */
import type { Locator, Page } from 'playwright-core';
import type { Stage } from './stage-set.ts';

export interface ScreenRow {
  name: string;
  who: Who;
  path: string | ((stage: Stage) => string);
  /** The page's heading, in Vietnamese and in English. */
  heading: readonly [RegExp, RegExp];
  /** What is done there before one looks. */
  act?: (page: Page) => Promise<unknown>;
  /** Shows words as they were kept when it happened, in the language of then. */
  isKept?: boolean;
  /** The phone has no network from here on. */
  offline?: boolean;
  /** A notice of something that went wrong belongs to it. */
  warns?: boolean;
}

/**
 * Whose phone: who has reported everything; who is about to send; who has just sent; who has never sent; who types of a fire; who has
 * opened a link in an ordinary browser.
 */
export type Who = 'regular' | 'writer' | 'sender' | 'newcomer' | 'frightened' | 'visitor';

const button = (page: Page, name: RegExp): Locator => page.getByRole('button', { name });
const press = (name: RegExp) => (page: Page) => button(page, name).first().click();
const see = (what: RegExp) => (page: Page) => page.getByText(what).first().waitFor();
const map = (page: Page) => page.locator('.leaflet-container').waitFor();
const report = (standing: keyof Stage['mine']) => (stage: Stage) => `/reports/${stage.mine[standing]}`;
const published = (standing: keyof Stage['others']) => (stage: Stage) => `/around/${stage.others[standing]}`;

const product = /^Phản ánh Hà Nội$/;
const ofCode = /HN-/;
const ofCopy = /bản đã lưu lúc|copy saved at/;
const photos = [/^Chụp ảnh sự việc$/, /^Take a photo$/] as const;
const where = [/^Ở đâu$/, /^Where$/] as const;
const onMap = [/^Chọn trên bản đồ$/, /^Choose on the map$/] as const;
const what = [/^Chuyện gì\?$/, /^What is it\?$/] as const;
const review = [/^Xem lại và gửi$/, /^Read it again and send$/] as const;
const code = [ofCode, ofCode] as const;
const around = [/^Quanh đây$/, /^Around me$/] as const;
const figures = [/^Số liệu$/, /^Figures$/] as const;
const guide = [/^Hướng dẫn$/, /^Guide$/] as const;
const data = [/^Dữ liệu của tôi$/, /^My data$/] as const;
const consents = [/^Những gì tôi đã đồng ý$/, /^What I (have )?agreed to$/] as const;
const mine = [/^Phản ánh của tôi$/, /^My reports$/] as const;

const beginning: ScreenRow[] = [
  { name: 'welcome', who: 'newcomer', path: '/welcome', heading: [product, product] },
  { name: 'home-empty', who: 'newcomer', path: '/', heading: [product, product] },
  { name: 'reports-empty', who: 'newcomer', path: '/reports', heading: mine },
  { name: 'step1-photos-empty', who: 'newcomer', path: '/report', heading: photos },
  { name: 'step2-place-empty', who: 'newcomer', path: '/report/place', heading: where },
  {
    name: 'step2-locate-why',
    who: 'newcomer',
    path: '/report/place?way=here',
    heading: [/^Vị trí của tôi$/, /^My location$/],
  },
  { name: 'step2-map-empty', who: 'newcomer', path: '/report/place?way=map', heading: onMap, act: map },
  {
    ...{ name: 'step2-address', who: 'newcomer', path: '/report/place?way=words' },
    heading: [/^Ghi địa chỉ$/, /^Write the address$/],
  },
  {
    ...{ name: 'step2-wards', who: 'newcomer', path: '/report/place?way=wards' },
    heading: [/^Chọn phường, xã$/, /^Choose the ward$/],
    act: async (page) => {
      await page.getByRole('textbox').or(page.getByRole('searchbox')).fill('dong da');
    },
  },
  { name: 'step3-what-empty', who: 'newcomer', path: '/report/what', heading: what },
  {
    name: 'step4-review-missing',
    who: 'newcomer',
    path: '/report/review',
    heading: review,
    act: see(/Giải quyết phản ánh|Handle/),
  },
  {
    ...{ name: 'step3-danger', who: 'frightened', path: '/report/what', heading: what },
    act: async (page) => {
      // What was typed before is still there, and says the same at once.
      const sheet = page.getByRole('dialog');
      const words = page.getByRole('textbox');
      if ((await words.inputValue()) === '')
        await words.fill('Cháy nhà ở ngõ 40 Chùa Láng, khói mù mịt, có người kẹt bên trong');
      await sheet.waitFor();
    },
  },
];

const writing: ScreenRow[] = [
  { name: 'home-draft', who: 'writer', path: '/', heading: [product, product] },
  { name: 'step1-photos', who: 'writer', path: '/report', heading: photos, act: see(/Đã lưu|Saved/) },
  {
    name: 'step1-discard',
    who: 'writer',
    path: '/report',
    heading: photos,
    act: press(/^(Bỏ bản nháp này|Throw this draft away)/),
  },
  {
    name: 'step2-place',
    who: 'writer',
    path: '/report/place',
    heading: where,
    act: see(/Nơi đã chọn|The place you chose/),
  },
  { name: 'step2-map', who: 'writer', path: '/report/place?way=map', heading: onMap, act: map },
  {
    ...{ name: 'step2-map-adjust', who: 'writer', path: '/report/place?way=map', heading: onMap },
    act: async (page) => {
      await map(page);
      await press(/^(Chỉnh lại|Adjust)$/)(page);
      await button(page, /^(Phóng to|Zoom in)$/).waitFor();
    },
  },
  { name: 'step3-what', who: 'writer', path: '/report/what', heading: what },
  {
    ...{ name: 'step3-what-list', who: 'writer', path: '/report/what', heading: what },
    act: async (page) => {
      await press(/^(Khác…|Other…|Chọn từ danh sách|Choose from the list|Đổi|Change)/)(page);
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    ...{ name: 'step3-similar', who: 'writer', path: '/report/similar' },
    heading: [/^Có người đã phản ánh việc này\?$/, /^Has somebody reported this already\?$/],
    act: (page) =>
      button(page, /^(Đúng việc này|It is this)/)
        .first()
        .waitFor(),
  },
  {
    name: 'step4-review',
    who: 'writer',
    path: '/report/review',
    heading: review,
    act: see(/Giải quyết phản ánh|Handle/),
  },
  { name: 'step4-edit', who: 'writer', path: '/report?edit=1', heading: photos, act: see(/Đã lưu|Saved/) },
  {
    ...{ name: 'step4-review-offline', who: 'writer', path: '/report/review', heading: review, offline: true },
    act: see(/Đang không có mạng|You are offline/),
  },
  {
    name: 'sent',
    who: 'sender',
    path: '/report/sent',
    heading: [/^Đã nhận phản ánh$/, /^Report received$/],
    isKept: true,
  },
];

const myReports: ScreenRow[] = [
  { name: 'home', who: 'regular', path: '/', heading: [product, product] },
  { name: 'reports', who: 'regular', path: '/reports', heading: mine },
  { name: 'report-received', who: 'regular', path: report('received'), heading: code },
  { name: 'report-dispatched', who: 'regular', path: report('dispatched'), heading: code },
  {
    ...{ name: 'report-withdraw', who: 'regular', path: report('dispatched'), heading: code },
    act: press(/^(Rút phản ánh|Withdraw the report)$/),
  },
  { name: 'report-in-progress', who: 'regular', path: report('inProgress'), heading: code },
  { name: 'report-asked', who: 'regular', path: report('asked'), heading: code },
  {
    ...{ name: 'report-asked-slip', who: 'regular', path: report('asked'), heading: code, warns: true },
    act: press(/^(Gửi câu trả lời|Send the reply)$/),
  },
  {
    name: 'report-answered',
    who: 'regular',
    path: report('answered'),
    heading: code,
    act: see(/Việc đã xong chưa|Is it done/),
  },
  {
    ...{ name: 'report-photo', who: 'regular', path: report('answered'), heading: code },
    act: press(/^(Xem lớn|Enlarge): /),
  },
  {
    name: 'report-reject',
    who: 'regular',
    path: report('answered'),
    heading: code,
    act: press(/^(Chưa xong|Not done)$/),
  },
  { name: 'report-rating', who: 'regular', path: report('unrated'), heading: code },
  {
    ...{ name: 'report-rating-low', who: 'regular', path: report('unrated'), heading: code, warns: true },
    act: async (page) => {
      await page.getByRole('radio', { name: /^(Chưa hài lòng|Not satisfied)/ }).check();
      await press(/^(Gửi đánh giá|Send the rating)$/)(page);
    },
  },
  { name: 'report-closed', who: 'regular', path: report('closed'), heading: code },
  { name: 'report-refused', who: 'regular', path: report('refused'), heading: code },
  { name: 'report-merged', who: 'regular', path: report('merged'), heading: code },
  { name: 'report-overdue', who: 'regular', path: report('overdue'), heading: code },
  { name: 'report-reopened', who: 'regular', path: report('reopened'), heading: code },
  { name: 'report-withdrawn', who: 'regular', path: report('withdrawn'), heading: code },
  {
    name: 'report-unknown',
    who: 'regular',
    path: '/reports/HN-7K3MR4T5',
    heading: code,
    act: see(/Chưa thấy phản ánh|not found/),
  },
  { name: 'home-offline', who: 'regular', path: '/', heading: [product, product], offline: true, act: see(ofCopy) },
  { name: 'reports-offline', who: 'regular', path: '/reports', heading: mine, offline: true, act: see(ofCopy) },
  { name: 'report-offline', who: 'regular', path: report('answered'), heading: code, offline: true, act: see(ofCopy) },
];

const everybody: ScreenRow[] = [
  {
    name: 'around',
    who: 'regular',
    path: '/around?ward=all',
    heading: around,
    act: (page) => page.getByRole('article').first().waitFor(),
  },
  {
    ...{
      name: 'around-nothing',
      who: 'regular',
      path: '/around?ward=all&q=kh%C3%B4ng%20ai%20n%C3%B3i',
      heading: around,
    },
    act: see(/Không có phản ánh nào phù hợp|No report matches/),
  },
  {
    name: 'around-near-why',
    who: 'regular',
    path: '/around?ward=all',
    heading: around,
    act: press(/^(Gần tôi|Near me)$/),
  },
  {
    name: 'around-filters',
    who: 'regular',
    path: '/around?ward=all',
    heading: around,
    act: press(/^(Bộ lọc|Filters)/),
  },
  { name: 'around-map', who: 'regular', path: '/around?view=map&ward=00199', heading: around, act: map },
  { name: 'published-open', who: 'regular', path: published('open'), heading: code },
  { name: 'published-answered', who: 'regular', path: published('answered'), heading: code },
  { name: 'published-closed', who: 'regular', path: published('closed'), heading: code },
  { name: 'published-overdue', who: 'regular', path: published('overdue'), heading: code },
  {
    name: 'published-gone',
    who: 'regular',
    path: '/around/HN-7K3MR4T5',
    heading: code,
    act: see(/không công khai|not p/),
  },
  { name: 'figures', who: 'regular', path: '/figures', heading: figures },
  { name: 'figures-ward', who: 'regular', path: '/figures?ward=00199&days=90', heading: figures },
  {
    name: 'figures-choose',
    who: 'regular',
    path: '/figures',
    heading: figures,
    act: press(/^(Đổi phường, xã|Choose another ward)$/),
  },
  { name: 'guide', who: 'regular', path: '/guide', heading: guide },
  {
    ...{ name: 'guide-search', who: 'regular', path: '/guide', heading: guide },
    act: async (page) => {
      await page.getByRole('searchbox').fill((await page.title()) === 'Guide' ? 'street light' : 'den duong');
      await see(/Tìm thấy|Found/)(page);
    },
  },
];

const me: ScreenRow[] = [
  { name: 'me', who: 'regular', path: '/me', heading: [/^Tôi và cài đặt$/, /^Me and settings$/] },
  { name: 'my-data', who: 'regular', path: '/me/data', heading: data },
  {
    name: 'my-data-erase',
    who: 'regular',
    path: '/me/data',
    heading: data,
    act: press(/^(Xóa dữ liệu của tôi|Delete my data)$/),
  },
  { name: 'my-consents', who: 'regular', path: '/me/consents', heading: consents, isKept: true },
  {
    name: 'my-consents-withdraw',
    who: 'regular',
    path: '/me/consents',
    heading: consents,
    isKept: true,
    act: press(/^(Rút lại:|Withdraw:)/),
  },
  { name: 'privacy', who: 'regular', path: '/me/privacy', heading: [/^Quyền riêng tư$/, /^Privacy$/] },
  { name: 'not-found', who: 'regular', path: '/nowhere', heading: [/^Không có trang này$/, /^There is no such page$/] },
];

const outside: ScreenRow[] = [
  {
    name: 'outside-home',
    who: 'visitor',
    path: '/',
    heading: [product, product],
    act: see(/cần mở trong Zalo|from within Zalo/),
  },
  { name: 'outside-published', who: 'visitor', path: published('closed'), heading: code },
  { name: 'outside-reports', who: 'visitor', path: '/reports', heading: mine, warns: true },
  { name: 'outside-me', who: 'visitor', path: '/me', heading: [/^Tôi và cài đặt$/, /^Me and settings$/] },
];

export const everyScreen: readonly ScreenRow[] = [
  ...beginning,
  ...writing,
  ...myReports,
  ...everybody,
  ...me,
  ...outside,
];
