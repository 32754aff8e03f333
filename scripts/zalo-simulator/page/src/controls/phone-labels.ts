import type { PermissionAnswer, PermissionName, PhoneSettings } from '../../../miniapp/phone-settings.ts';
import { optionsOf } from './labels.ts';

const consent = optionsOf({
  ask: 'Hỏi tôi trên điện thoại',
  allow: 'Cho phép ngay',
  deny: 'Từ chối, mỗi lần một mã khác',
  'deny:-201': 'Từ chối, mã -201',
  'deny:-202': 'Từ chối, không hỏi lại (-202)',
  'deny:-2002': 'Từ chối, mã -2002',
  'deny:-1401': 'Từ chối, mã -1401',
  silent: 'Zalo im lặng, không trả lời',
});

const choosing = optionsOf({
  ask: 'Hỏi tôi trên điện thoại',
  allow: 'Chọn giúp tôi',
  cancel: 'Đóng cửa sổ, không chọn (-2003)',
  silent: 'Zalo im lặng, không trả lời',
});

/** What each question can be answered with, in the order in which a citizen meets them. */
export const questions: {
  permission: PermissionName;
  label: string;
  options: readonly { value: PermissionAnswer; label: string }[];
}[] = [
  { permission: 'location', label: 'Khi xin vị trí', options: consent },
  { permission: 'phone', label: 'Khi xin số điện thoại', options: consent },
  { permission: 'userInfo', label: 'Khi xin tên và ảnh', options: consent },
  { permission: 'notification', label: 'Khi xin gửi thông báo', options: consent },
  { permission: 'follow', label: 'Khi mời quan tâm OA', options: consent },
  { permission: 'media', label: 'Khi chọn ảnh bằng Zalo', options: choosing },
  { permission: 'share', label: 'Khi chia sẻ', options: choosing },
];

export const osOptions = optionsOf<PhoneSettings['os']>({ android: 'Android', ios: 'iPhone' });

export const versionOptions = optionsOf<'current' | 'old'>({
  current: 'Bản mới',
  old: 'Bản cũ: nhiều API trả lời -1404',
});

export const themeOptions = optionsOf<PhoneSettings['theme']>({ light: 'Sáng', dark: 'Tối' });

export const languageOptions = optionsOf<PhoneSettings['language']>({ vi: 'Tiếng Việt', en: 'English' });

export const typeSizeOptions = optionsOf<'100' | '130' | '200'>({
  '100': 'Thường',
  '130': 'Lớn (130 %)',
  '200': 'Rất lớn (200 %)',
});

export type NetworkChoice = 'good' | 'slow' | 'verySlow' | 'none';
export const networkOptions = optionsOf<NetworkChoice>({
  good: 'Bình thường',
  slow: 'Yếu: trễ 400 ms, 50 kB/giây',
  verySlow: 'Rất yếu: trễ 2 giây, 8 kB/giây',
  none: 'Mất mạng',
});

export const networks: Record<NetworkChoice, PhoneSettings['network']> = {
  good: { online: true, latencyMs: 0, kilobytesPerSecond: 0 },
  slow: { online: true, latencyMs: 400, kilobytesPerSecond: 50 },
  verySlow: { online: true, latencyMs: 2000, kilobytesPerSecond: 8 },
  none: { online: false, latencyMs: 0, kilobytesPerSecond: 0 },
};

export function networkChoice({ online, kilobytesPerSecond }: PhoneSettings['network']): NetworkChoice {
  if (!online) return 'none';
  if (kilobytesPerSecond === 0) return 'good';
  return kilobytesPerSecond < networks.slow.kilobytesPerSecond ? 'verySlow' : 'slow';
}

export const serverOptions = optionsOf<PhoneSettings['upload']['server']>({
  up: 'Gửi thật tới máy chủ',
  down: 'Không nối được máy chủ (-2004)',
  garbage: 'Nhận về trang HTML, không phải JSON',
});
export const requestOptions = optionsOf<PhoneSettings['upload']['requests']>({
  all: 'Mọi ảnh trong một yêu cầu',
  each: 'Mỗi ảnh một yêu cầu',
});
export const refusalOptions = optionsOf<PhoneSettings['upload']['refusal']>({
  error: 'Báo lỗi -2004',
  raw: 'Trả nguyên văn như khi thành công',
});

/** APIs of Zalo's that need approval (§6.3), in words. */
export const approvals: Record<string, string> = {
  getPhoneNumber: 'Số điện thoại',
  getLocation: 'Vị trí',
  openMediaPicker: 'Chọn ảnh bằng Zalo',
  nativeStorage: 'Lưu trên máy',
  getNetworkType: 'Loại mạng',
  scanQRCode: 'Quét QR',
  keepScreen: 'Giữ màn hình sáng',
  vibrate: 'Rung',
};
