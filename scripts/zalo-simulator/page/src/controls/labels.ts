import type { FaultHost, SimSettings, TemplateQuality } from '../../../control-api.ts';

type Fault = NonNullable<SimSettings['fault']>;
interface Option<T extends string> {
  value: T;
  label: string;
}

/** Complete by type: a fault without a label does not compile. */
const faultLabels: Record<Fault, string> = {
  slow: 'Chậm: trả lời muộn',
  http500: 'HTTP 500, tin không được gửi',
  'http500-after': 'Tin đã gửi nhưng trả lời HTTP 500',
  'timeout-after': 'Tin đã gửi nhưng không trả lời',
  reset: 'Cắt kết nối, tin không được gửi',
  'reset-after': 'Tin đã gửi rồi mới cắt kết nối',
  'error-32': 'Lỗi -32: quá giới hạn lượt gọi',
  'error-216': 'Lỗi -216: access token không hợp lệ',
  'error-224': 'Lỗi -224: OA phải nâng gói dịch vụ',
};

export const faultOptions: Option<Fault | 'none'>[] = [
  { value: 'none', label: 'Hoạt động bình thường' },
  ...optionsOf(faultLabels),
];

export const faultLabel = (fault: Fault) => faultLabels[fault];

const hostLabels: Record<FaultHost, string> = {
  oa: 'API tin nhắn của OA',
  oauth: 'Nơi cấp token (OAuth)',
  business: 'Tin ZNS theo số điện thoại',
  miniapp: 'Thông báo Mini App',
};

export const hostOptions = optionsOf(hostLabels);

export const hostLabel = (host: FaultHost) => hostLabels[host];

export const zcaOptions = optionsOf<SimSettings['zns']['zca']>({
  funded: 'Đã nối, còn tiền',
  empty: 'Hết tiền (ZNS -137, UID -321)',
  none: 'Chưa nối (ZNS -136, UID -320)',
});

export const qualityOptions = optionsOf<TemplateQuality>({
  HIGH: 'Cao',
  MEDIUM: 'Trung bình',
  LOW: 'Thấp: mẫu bị tắt (-146)',
  UNDEFINED: 'Chưa xếp loại',
});

export const miniappRetryOptions = optionsOf<SimSettings['miniapp']['webhookRetry']>({
  none: 'Một lần rồi thôi',
  ladder: 'Gửi lại như webhook của OA',
});

export const echoOptions = optionsOf<SimSettings['echo']>({
  before: 'Trước khi trả lời lời gọi API',
  after: 'Sau khi trả lời lời gọi API',
  none: 'Không gửi echo',
});

export const buttonOptions = optionsOf<SimSettings['csButtons']>({
  accept: 'Nhận tin có nút',
  reject: 'Từ chối tin có nút (lỗi -233)',
});

export const retryOptions = optionsOf<SimSettings['webhook']['retryOn']>({
  connection: 'Chỉ khi không nối được',
  'any-failure': 'Khi không nối được, khác 200 hoặc quá 2 giây',
});

export const rawStyleOptions = optionsOf<NonNullable<SimSettings['webhook']['rawStyle']>>({
  compact: 'Gọn như thường gặp',
  spaced: 'Có khoảng trắng thừa',
  escaped: 'Dấu tiếng Việt viết dạng \\u…',
  shuffled: 'Đổi thứ tự các khóa',
});

export const appStatusOptions = optionsOf<NonNullable<SimSettings['appStatus']>>({
  active: 'Đang hoạt động',
  inactive: 'Chưa kích hoạt (lỗi -209)',
  'product-not-registered': 'Chưa đăng ký sản phẩm OA API (lỗi -212)',
  'oa-not-authorised': 'OA chưa cấp quyền (lỗi -223)',
});

export function optionsOf<T extends string>(labels: Record<T, string>): Option<T>[] {
  return (Object.keys(labels) as T[]).map((value) => ({ value, label: labels[value] }));
}
