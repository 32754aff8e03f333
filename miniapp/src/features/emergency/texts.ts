import { defineTexts } from '../../i18n/language.ts';

export const emergencyTexts = defineTexts({
  vi: {
    title: 'Nếu có người đang gặp nguy hiểm, hãy gọi ngay',
    notACall: 'Gửi phản ánh không thay cho cuộc gọi này. Những gì bạn đã viết vẫn được giữ trên máy.',
    others: 'Số khẩn cấp khác',
    goOn: 'Tôi đã an toàn, viết tiếp',
    call: (number: string, who: string) => `Gọi ${number} · ${who}`,
    dialYourself: (number: string) => `Chưa mở được cuộc gọi. Hãy bấm số ${number} trên điện thoại.`,
    line: 'Nếu có người đang gặp nguy hiểm, hãy gọi trước khi gửi phản ánh:',
    who: {
      '111': 'Bảo vệ trẻ em',
      '112': 'Tìm kiếm cứu nạn, thiên tai',
      '113': 'Công an',
      '114': 'Chữa cháy, cứu nạn',
      '115': 'Cấp cứu',
    },
  },
  en: {
    title: 'If somebody is in danger, call now',
    notACall: 'Sending a report does not replace this call. What you have written is kept on this phone.',
    others: 'Other emergency numbers',
    goOn: 'I am safe, keep writing',
    call: (number: string, who: string) => `Call ${number} · ${who}`,
    dialYourself: (number: string) => `The call could not be opened. Please dial ${number} on your phone.`,
    line: 'If somebody is in danger, call before you send this report:',
    who: {
      '111': 'Child protection',
      '112': 'Search and rescue, disasters',
      '113': 'Police',
      '114': 'Fire and rescue',
      '115': 'Ambulance',
    },
  },
});
