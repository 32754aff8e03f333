import { defineTexts } from '../../i18n/language.ts';

export const firstContactTexts = defineTexts({
  vi: {
    welcome: {
      title: 'Phản ánh Hà Nội',
      what: 'Thấy ổ gà, rác, đèn hỏng, tiếng ồn… hãy chụp ảnh và gửi cho thành phố, ngay trong Zalo.',
      next: (answer: string | null) =>
        answer === null
          ? 'Bạn nhận mã phản ánh, tên đơn vị xử lý và hạn trả lời; có kết quả kèm ảnh, bạn cho biết việc đã xong chưa.'
          : `Bạn nhận mã phản ánh, tên đơn vị xử lý và hạn trả lời: việc thông thường là ${answer} từ khi có đơn vị xử lý. Có kết quả kèm ảnh, bạn cho biết việc đã xong chưa.`,
      examples: 'Việc đã được giải quyết',
      begin: 'Bắt đầu',
      otherLanguage: 'English',
      leftBy: {
        erase: 'Đã nhận yêu cầu xóa. Dữ liệu của bạn được xóa trong ít phút, và trên máy này không còn gì.',
        withdraw_consent: 'Đã rút lại mọi đồng ý. Trên máy này không còn gì của bạn.',
      },
    },
    after: {
      title: 'Nhận kết quả thế nào?',
      notify: {
        why: 'Khi có câu trả lời, ứng dụng gửi một thông báo đến điện thoại của bạn. Chỉ báo về phản ánh của bạn, không quảng cáo.',
        button: 'Cho phép thông báo',
        done: 'Đã bật thông báo.',
      },
      chat: {
        why: 'Nhắn kênh này một lần để nhận kết quả, cả ảnh, ngay trong khung chat Zalo. Câu nhắn đã có sẵn: bạn chỉ cần bấm gửi rồi quay lại đây.',
        button: 'Nhắn một lần trong Zalo',
        words: 'Tra cứu phản ánh của tôi',
        done: 'Kết quả sẽ đến trong khung chat Zalo.',
      },
      follow: {
        why: 'Quan tâm kênh này trên Zalo để câu trả lời đến được với bạn cả khi lâu ngày bạn không nhắn.',
        button: 'Quan tâm kênh',
        done: 'Bạn đã quan tâm kênh này.',
      },
      later: 'Để sau',
      otherwise: 'Bạn luôn xem được tiến độ và kết quả ở “Phản ánh của tôi”.',
      settings: 'Mở cài đặt quyền của Zalo',
    },
  },
  en: {
    welcome: {
      title: 'Phản ánh Hà Nội',
      what: 'Potholes, waste, broken lights, noise… take a photo and send it to the city, right here in Zalo.',
      next: (answer: string | null) =>
        answer === null
          ? 'You get a report code, the agency in charge and a due time; when there is a result, with photos, you say whether it is done.'
          : `You get a report code, the agency in charge and a due time: for ordinary matters ${answer} once an agency has it. When there is a result, with photos, you say whether it is done.`,
      examples: 'What has been resolved',
      begin: 'Begin',
      otherLanguage: 'Tiếng Việt',
      leftBy: {
        erase:
          'Your request has been received. Your data is deleted within minutes, and nothing is left on this phone.',
        withdraw_consent: 'All consents are withdrawn. Nothing of yours is left on this phone.',
      },
    },
    after: {
      title: 'How would you like to hear the result?',
      notify: {
        why: 'When there is an answer, the app sends a notification to your phone. Only about your reports, no advertising.',
        button: 'Allow notifications',
        done: 'Notifications are on.',
      },
      chat: {
        why: 'Write to this channel once and results, photos included, come to your Zalo chat. The words are ready: just press send, then come back.',
        button: 'Write once in Zalo',
        words: 'Status of my report',
        done: 'Results will come to your Zalo chat.',
      },
      follow: {
        why: 'Follow this channel on Zalo, so that answers reach you even when you have not written for a while.',
        button: 'Follow the channel',
        done: 'You follow this channel.',
      },
      later: 'Not now',
      otherwise: 'You can always see progress and results under “My reports”.',
      settings: 'Open Zalo’s permission settings',
    },
  },
});
