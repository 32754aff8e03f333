import type { FromHost } from '../protocol.ts';
import type { Action } from './phone.ts';

/** Numbers of the SDK: `HIDE_ACTION_BAR`, and `StatusBarType` by its place. */
const HIDE_ACTION_BAR = 6;
const STATUS_BARS = ['hidden', 'normal', 'transparent'] as const;

/** What changes the frame around the app, or leaves it. */
export const VIEW_ACTIONS: Record<string, Action> = {
  'action.show.toast': tell(({ toast }) => ({ type: 'toast', text: String(toast) })),
  'action.change.title.header': tell(({ title }) => ({ type: 'title', text: String(title) })),
  'action.change.actionbar': tell(({ actionbarType, statusbarType, dataConfig }) => {
    const { backgroundColor, textColor } = (dataConfig ?? {}) as { backgroundColor?: unknown; textColor?: unknown };
    return {
      type: 'header',
      hidden: actionbarType === HIDE_ACTION_BAR,
      statusBar: STATUS_BARS[Number(statusbarType)] ?? 'normal',
      color: String(backgroundColor ?? ''),
      textColor: String(textColor ?? ''),
    };
  }),
  'action.window.close': tell(() => ({ type: 'close' })),
  'action.ma.menu.minimize': tell(() => ({ type: 'minimize' })),
  'action.open.inapp': tell(({ url }) => ({ type: 'leave', how: 'web', to: String(url) })),
  'action.open.outapp': tell(({ url }) => ({ type: 'leave', how: 'browser', to: String(url) })),
  'action.open.phone': tell(({ phoneNum }) => ({ type: 'leave', how: 'phone', to: String(phoneNum) })),
  'action.open.sms': tell(({ phoneNum }) => ({ type: 'leave', how: 'sms', to: String(phoneNum) })),
  'action.open.mp': tell(({ mpUrl }) => ({ type: 'leave', how: 'app', to: String(mpUrl) })),
  // Numbers of the two platforms (`getNetworkType` of the SDK).
  'action.webview.networktype': (_params, { settings }) => {
    const { os, network } = settings.now();
    if (!network.online) return { network: os === 'ios' ? 0 : -2 };
    if (network.kilobytesPerSecond > 0) return { network: os === 'ios' ? 2 : 13 };
    return { network: os === 'ios' ? 1 : 0 };
  },
  'action.get.device_info': () => ({ brand: 'Giả lập', model: 'Điện thoại giả lập' }),
  // Done by the phone itself, with nothing to see.
  ...Object.fromEntries(
    [
      'action.change.actionbar.leftbutton.type',
      'action.change.actionbar.color',
      'action.change.bottombar',
      'action.keep.screen',
      'action.interactive.vibration',
      'action.mp.close.loadingview',
      'action.mp.app.lifecycle.tracking',
      'action.mp.add.myfavorites',
      'action.mp.add.rating',
      'action.create.shortcut',
      'action.hide.keyboard',
      'action.zbrowser.jsbridge',
    ].map((action) => [action, () => ({})]),
  ),
};

function tell(message: (params: Record<string, unknown>) => FromHost): Action {
  return (params, { pane }) => {
    pane.tell(message(params));
    return {};
  };
}
