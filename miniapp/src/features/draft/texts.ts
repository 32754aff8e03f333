import { defineTexts } from '../../i18n/language.ts';

export const draftTexts = defineTexts({
  vi: {
    sync: {
      cancelledInChat:
        'Bản nháp này đã bị hủy trong chat. Nội dung vẫn còn trên máy; bấm “Gửi phản ánh” nếu bạn vẫn muốn gửi.',
      partlySent: (code: string) =>
        `Những gì đã lưu trước đó đã được gửi thành phản ánh ${code}. Phần dưới đây chưa nằm trong phản ánh ấy.`,
      refused: 'Hệ thống chưa nhận được phản ánh này. Nội dung vẫn còn trên máy; xin xem lại rồi gửi lần nữa.',
      photoRefused: 'Có ảnh không gửi được. Xin bỏ ảnh đó hoặc chọn ảnh khác, rồi gửi lại.',
    },
  },
  en: {
    sync: {
      cancelledInChat:
        'This draft was cancelled in the chat. It is still on this phone; press “Send report” if you still want to send it.',
      partlySent: (code: string) =>
        `What had been saved before was sent as report ${code}. What you see here is not part of it yet.`,
      refused: 'The service did not take this report. It is still on this phone; please check it and send it again.',
      photoRefused: 'A photo could not be sent. Please remove it or choose another one, then send again.',
    },
  },
});
