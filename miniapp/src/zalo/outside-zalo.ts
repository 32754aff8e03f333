import type { Zalo } from './zalo.ts';
import { ZaloError } from './zalo-error.ts';

/** The app opened in an ordinary browser, by a link that was passed on: nobody can sign in there, and it says so. */
export function outsideZalo(): Zalo {
  const unsupported = (api: string) => async (): Promise<never> => {
    throw new ZaloError('unsupported', { api });
  };
  return {
    isInside: false,
    accessToken: unsupported('getAccessToken'),
    granted: async () => ({}),
    profile: unsupported('getUserInfo'),
    locationCode: unsupported('getLocation'),
    phoneCode: unsupported('getPhoneNumber'),
    followOa: unsupported('followOA'),
    allowNotifications: unsupported('requestSendNotification'),
    openChat: async (oaId) => void window.open(`https://zalo.me/${oaId}`, '_blank', 'noopener'),
    pickPhotos: unsupported('openMediaPicker'),
    share: unsupported('openShareSheet'),
    call: async (phoneNumber) => void window.open(`tel:${phoneNumber}`, '_self'),
    openPage: async (url) => void window.open(url, '_blank', 'noopener'),
    openPermissions: unsupported('openPermissionSetting'),
    onReturn: (listener) => {
      const shown = () => document.visibilityState === 'visible' && listener(null);
      document.addEventListener('visibilitychange', shown);
      return () => document.removeEventListener('visibilitychange', shown);
    },
    theme: () => null,
    close: async () => window.history.back(),
  };
}
