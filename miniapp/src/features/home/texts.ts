import { defineTexts } from '../../i18n/language.ts';

export const homeTexts = defineTexts({
  vi: {
    title: 'Phản ánh Hà Nội',
    report: 'Gửi phản ánh',
    reportNote: 'Chụp ảnh, chọn nơi, viết một câu',
    outside: {
      what: 'Đây là ứng dụng trong Zalo để báo cho thành phố việc ngoài đường: ổ gà, rác, đèn hỏng, tiếng ồn… và nhận câu trả lời.',
      how: 'Gửi phản ánh cần mở trong Zalo. Ở đây bạn vẫn xem được việc quanh đây, hướng dẫn và số liệu.',
      open: 'Mở trong Zalo',
    },
    mine: {
      title: 'Phản ánh của tôi',
      all: 'Xem tất cả',
      none: 'Bạn chưa gửi phản ánh nào. Thấy việc gì chưa ổn ngoài đường, hãy chụp một tấm ảnh và bấm “Gửi phản ánh”.',
    },
    around: {
      title: 'Quanh đây',
      ward: (name: string) => `Mới nhất ở ${name}`,
      city: 'Mới nhất trong thành phố',
      all: 'Xem bản đồ',
      none: 'Chưa có phản ánh nào được công khai. Phản ánh hiện ở đây khi người gửi đồng ý.',
    },
    more: 'Xem thêm',
    links: {
      figures: { title: 'Số liệu', note: 'Phường xã của bạn trả lời đúng hạn bao nhiêu' },
      guide: { title: 'Hướng dẫn', note: 'Phản ánh gì, mất bao lâu' },
      me: { title: 'Tôi và cài đặt', note: 'Cỡ chữ, ngôn ngữ, dữ liệu của tôi' },
    },
    emergency: {
      title: 'Việc khẩn cấp',
      words: 'Có người đang gặp nguy hiểm? Xin gọi ngay, đừng chờ tin nhắn.',
    },
    notFound: {
      title: 'Không có trang này',
      words: 'Đường dẫn có thể đã cũ hoặc bị cắt bớt. Phản ánh bạn đã gửi không bị ảnh hưởng.',
      home: 'Về trang đầu',
      mine: 'Phản ánh của tôi',
    },
  },
  en: {
    title: 'Phản ánh Hà Nội',
    report: 'Report a problem',
    reportNote: 'Take a photo, choose the place, write a sentence',
    outside: {
      what: 'This is an app inside Zalo to tell the city about problems in the street: potholes, waste, broken lights, noise… and to get an answer.',
      how: 'Reports are sent from within Zalo. Here you can still see what is around you, the guide and the figures.',
      open: 'Open in Zalo',
    },
    mine: {
      title: 'My reports',
      all: 'See all',
      none: 'You have not sent any report yet. When you see something wrong in the street, take a photo and press “Report a problem”.',
    },
    around: {
      title: 'Around here',
      ward: (name: string) => `Newest in ${name}`,
      city: 'Newest in the city',
      all: 'See the map',
      none: 'No report has been published yet. Reports appear here when their senders agree.',
    },
    more: 'More',
    links: {
      figures: { title: 'Figures', note: 'How often your ward answers on time' },
      guide: { title: 'Guide', note: 'What to report, how long it takes' },
      me: { title: 'Me and settings', note: 'Text size, language, my data' },
    },
    emergency: {
      title: 'Emergencies',
      words: 'Is somebody in danger? Please call now, do not wait for a message.',
    },
    notFound: {
      title: 'There is no such page',
      words: 'The link may be old or cut short. Reports you have sent are not affected.',
      home: 'To the first page',
      mine: 'My reports',
    },
  },
});
