import { defineTexts } from '../i18n/language.ts';

export const uiTexts = defineTexts({
  vi: {
    back: 'Quay lại',
    close: 'Đóng',
    retry: 'Thử lại',
    pageMissing: 'Chưa mở được trang này',
    loading: 'Đang tải…',
    photo: 'Ảnh',
    photoMissing: 'Chưa tải được ảnh',
    optional: 'không bắt buộc',
    offline: 'Đang không có mạng. Những gì bạn viết được giữ trên máy và gửi khi có mạng.',
    offlineCached: (when: string) => `Đang không có mạng. Đây là bản đã lưu lúc ${when}.`,
    trouble: {
      offline: 'Không kết nối được. Những gì bạn đã viết vẫn còn nguyên; hãy thử lại khi có mạng.',
      service: 'Hệ thống đang trục trặc. Không có gì bị mất; xin thử lại sau ít phút.',
      signIn: 'Zalo chưa xác nhận được tài khoản. Xin đóng ứng dụng rồi mở lại từ Zalo.',
      outside: 'Trang này cần mở trong Zalo.',
      unknown: 'Chưa làm được việc này. Không có gì bị mất; xin thử lại.',
    },
  },
  en: {
    back: 'Back',
    close: 'Close',
    retry: 'Try again',
    pageMissing: 'This page could not be opened',
    loading: 'Loading…',
    photo: 'Photo',
    photoMissing: 'The photo could not be loaded',
    optional: 'optional',
    offline: 'You are offline. What you write is kept on this phone and sent when the network returns.',
    offlineCached: (when: string) => `You are offline. This is the copy saved at ${when}.`,
    trouble: {
      offline: 'No connection. Everything you wrote is still here; try again when you are online.',
      service: 'The service has a problem. Nothing is lost; please try again in a few minutes.',
      signIn: 'Zalo could not confirm your account. Please close the app and open it again from Zalo.',
      outside: 'This page must be opened in Zalo.',
      unknown: 'This did not work. Nothing is lost; please try again.',
    },
  },
});
