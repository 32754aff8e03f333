/** Why a way was taken or passed, in the words staff read. The codes are stored in `outbox_messages.plan`. */
import type { PlanStep } from '../../../../db/schema/message-extras.ts';
import { dueWords } from '../../deadlines/due-words.ts';

type Words = (detail: string) => string;

const time = (detail: string) => (Number.isNaN(Date.parse(detail)) ? detail : dueWords(new Date(detail)));
const until =
  (words: string): Words =>
  (detail) =>
    detail ? `${words} đến ${time(detail)}` : words;
const always =
  (words: string): Words =>
  () =>
    words;

/** Every reason there is. A code once stored keeps its meaning. */
const whys = {
  window_open: always('còn trong 48 giờ từ lần cuối người dân nhắn, miễn phí'),
  paid_window_open: always('còn trong 7 ngày từ lần cuối người dân nhắn, có phí'),
  notify_allowed: always('người dân đã cho phép nhận thông báo'),
  template_fits: always('có mẫu tin phù hợp'),
  phone_consent: always('người dân đã đồng ý cho liên hệ qua điện thoại'),
  no_zalo_account: always('người dân nhắn mà không đăng nhập Zalo'),

  erased: always('dữ liệu của người dân đã xóa'),
  blocked: always('người dân đã chặn OA, chỉ gửi lại khi họ nhắn'),
  unreachable: until('Zalo báo tạm thời không tới được người dân'),

  not_for_weight: always('không dùng cho loại tin này'),
  never_wrote: always('người dân chưa từng nhắn cho OA'),
  window_closed: always('đã quá thời gian được gửi từ lần cuối người dân nhắn'),
  last_slot_kept: always('chỉ còn một tin miễn phí, để dành cho kết quả'),
  slots_used: always('đã dùng hết số tin miễn phí'),
  quiet_hours: until('giờ nghỉ, chờ'),
  night: until('Zalo không nhận mẫu tin này ban đêm, chờ'),
  way_rests: until('kênh đang tạm dừng'),
  closes_before: always('kênh này đóng trước khi gửi được'),
  not_configured: always('chưa được thiết lập'),
  no_app_id: always('chưa biết người dân trong Mini App'),
  not_allowed: always('người dân chưa cho phép nhận thông báo'),
  not_opened_lately: always('người dân không mở Mini App trong 7 ngày qua'),
  told_about_report: until('hôm nay đã thông báo về phản ánh này, chờ'),
  told_enough: until('hôm nay đã thông báo đủ số lần cho người dân, chờ'),
  no_template: always('không có mẫu tin cho loại tin này'),
  template_unfit: ((detail) =>
    detail ? `nội dung không vừa mẫu tin (tham số ${detail})` : 'nội dung không vừa mẫu tin') as Words,
  paid_off: always('không gửi tin có phí'),
  too_dear: always('giá một tin cao hơn ngân sách một ngày'),
  budget_spent: until('đã hết ngân sách trong ngày, chờ'),
  budget_for_answers: always('ngân sách còn lại để dành cho kết quả'),
  person_limit: until('đã đủ số tin có phí cho người này trong ngày, chờ'),
  no_phone: always('không có số điện thoại'),
  no_consent: always('người dân không đồng ý cho liên hệ qua điện thoại'),
} satisfies Record<string, Words>;

export type Why = keyof typeof whys;

const ways = {
  person: 'Người nhận',
  anonymous: 'Tin cho người không đăng nhập',
  cs: 'Tin tư vấn miễn phí',
  miniapp: 'Thông báo Mini App',
  cs_paid: 'Tin tư vấn có phí',
  uid: 'Mẫu tin theo Zalo',
  zns: 'Mẫu tin theo số điện thoại',
} as const;

/** A way to a citizen, or the citizen themselves, as a step of a plan names it. */
export type StepChannel = keyof typeof ways;

const verdicts = { chosen: 'được chọn', no: 'không', later: 'để sau' } as const;

/** One sentence a step: "Tin tư vấn miễn phí: không, đã quá …". What a newer version wrote is shown as its code. */
export function planWords(steps: readonly PlanStep[]): string[] {
  return steps.map(({ channel, verdict, why, detail }) => {
    const way = isOf(ways, channel) ? ways[channel] : channel;
    const because = isOf(whys, why) ? whys[why](detail ?? '') : why;
    return `${way}: ${verdicts[verdict]}, ${because}.`;
  });
}

function isOf<Key extends string>(record: Record<Key, unknown>, key: string): key is Key {
  return Object.hasOwn(record, key);
}
