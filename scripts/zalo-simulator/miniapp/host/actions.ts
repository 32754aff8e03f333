import { isOldZalo } from '../phone-settings.ts';
import { MEDIA_ACTIONS } from './media-actions.ts';
import { notApproved, notSupported } from './native-error.ts';
import { OA_ACTIONS } from './oa-actions.ts';
import { PERMISSION_ACTIONS } from './permission-actions.ts';
import type { Action, Params, Phone } from './phone.ts';
import { VIEW_ACTIONS } from './view-actions.ts';

/** The first call of the SDK, before any other: who this is, and what its token is fetched with. */
const logIn: Action = async (_params, { simulator }) => {
  const { userId, userAuthorized, jwt, code, verifier, jsToken, deviceId } = await simulator.login();
  return {
    miniProgramConfig: {
      userId,
      userAuthorized,
      jwt,
      // Since 2.35 a token is given without consent; it resolves the id only (§6.3).
      canUseAccessTokenByDefault: true,
      dynamicApis: [{ action: 'action.mp.user.authorize', clientHandle: false, isSupported: true }],
      requiredAuthenList: [],
    },
    cookiesOAuthLogins: [
      { name: 'h5.zdn.vn_zoauth', value: code },
      { name: 'h5.zdn.vn_zoauth_vrf', value: verifier },
      { name: 'h5.zdn.vn_zlink3rd', value: jsToken },
      { name: 'h5.zdn.vn_deviceID', value: deviceId },
    ],
  };
};

const ACTIONS: Record<string, Action> = {
  'action.jump.login': logIn,
  ...PERMISSION_ACTIONS,
  ...OA_ACTIONS,
  ...MEDIA_ACTIONS,
  ...VIEW_ACTIONS,
};

/** Actions whose answer the SDK expects wrapped once more, as a string: those of `dynamicApis`. */
export const DYNAMIC = new Set(['action.mp.user.authorize']);

/** What an old Zalo has not learned yet (§6.3): consent by scope, codes for place and number, notices, the picker. */
const NEWER = new Set([
  'action.mp.user.authorize',
  'action.get.location',
  'action.mp.get.number',
  'action.mp.send.notification',
  'action.mp.interact.oa',
  'action.pick.media',
]);

/** The API of the SDK behind each action that needs approval. */
const APPROVED_AS: Record<string, string> = {
  'action.get.location': 'getLocation',
  'action.mp.get.number': 'getPhoneNumber',
  'action.pick.media': 'openMediaPicker',
  'action.keep.screen': 'keepScreen',
  'action.interactive.vibration': 'vibrate',
  'action.webview.networktype': 'getNetworkType',
  'action.open.qr': 'scanQRCode',
};

/** @throws NativeError with the number native code would answer. */
export async function act(action: string, params: Params, phone: Phone): Promise<object> {
  const settings = phone.settings.now();
  const api = APPROVED_AS[action];
  if (NEWER.has(action) && isOldZalo(settings)) throw notSupported();
  if (api !== undefined && !settings.approved.includes(api)) throw notApproved();
  const handle = ACTIONS[action];
  if (!handle) throw notSupported();
  return handle(params, phone);
}
