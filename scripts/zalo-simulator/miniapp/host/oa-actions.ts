import { NativeError } from './native-error.ts';
import type { Action, Phone } from './phone.ts';

/** What the app does with the OA (§6.3, "Official Account"). An id of anybody else cannot be decoded (-2001). */
export const OA_ACTIONS: Record<string, Action> = {
  'action.follow.oa': async ({ uid }, phone) => {
    needOa(uid, phone);
    await phone.people.permit(['follow']);
    return {};
  },
  'action.unfollow.oa': async ({ uid }, phone) => {
    needOa(uid, phone);
    await phone.simulator.remember('follow', 'denied');
    return {};
  },
  'action.mp.interact.oa': async ({ oaId }, phone) => {
    needOa(oaId, phone);
    await phone.people.permit(['interact']);
    return {};
  },
  'action.open.chat': ({ uId, type, msg }, phone) => {
    if (type !== 0) return leave(phone, 'profile', String(uId));
    needOa(uId, phone);
    phone.pane.tell({ type: 'chat', message: typeof msg === 'string' ? msg : '' });
    return {};
  },
  'action.open.profile': ({ uId }, phone) => leave(phone, 'profile', String(uId)),
};

function leave(phone: Phone, how: 'profile', to: string): object {
  phone.pane.tell({ type: 'leave', how, to });
  return {};
}

function needOa(id: unknown, phone: Phone): void {
  // On Android and iOS alike -2001 to the app; the two say it with different numbers.
  if (id !== phone.shell.oaId) throw new NativeError(phone.settings.now().os === 'ios' ? -9 : -4, 'Can not decode id');
}
