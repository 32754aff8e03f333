import type { PhoneSettings } from '../../../miniapp/phone-settings.ts';
import { NEED_APPROVAL } from '../../../miniapp/phone-settings.ts';
import type { PhonePatch } from '../phone/mini-app/settings-store.ts';
import { networkChoice, networks, questions } from './phone-labels.ts';

/** What is set on the phone so that the Mini App does not get on at its best; listed with the simulator's own switches. */
export function phoneDeviationsOf(phone: PhoneSettings): { text: string; undo: PhonePatch }[] {
  const found: { text: string; undo: PhonePatch }[] = [];
  const network = networkChoice(phone.network);
  if (network !== 'good') {
    found.push({ text: network === 'none' ? 'Điện thoại mất mạng' : 'Mạng yếu', undo: { network: networks.good } });
  }
  if (phone.zaloVersion === 'old') found.push({ text: 'Zalo bản cũ', undo: { zaloVersion: 'current' } });
  if (NEED_APPROVAL.some((api) => !phone.approved.includes(api))) {
    found.push({ text: 'Mini App thiếu quyền đã duyệt', undo: { approved: NEED_APPROVAL } });
  }
  for (const { permission, label, options } of questions) {
    const answer = phone.permissions[permission];
    if (answer === 'ask' || answer === 'allow') continue;
    const words = options.find(({ value }) => value === answer)?.label ?? answer;
    found.push({ text: `${label}: ${words.toLowerCase()}`, undo: { permissions: { [permission]: 'ask' } } });
  }
  const { upload } = phone;
  if (upload.server !== 'up') found.push({ text: 'Tải ảnh bằng Zalo hỏng', undo: { upload: { server: 'up' } } });
  return found;
}
