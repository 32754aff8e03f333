import { defineTexts } from '../../i18n/language.ts';

export const guideTexts = defineTexts({
  vi: {
    title: 'Hướng dẫn',
    search: 'Tìm trong hướng dẫn',
    searchHint: 'Ví dụ: rác, đèn đường, khiếu nại. Không cần gõ dấu.',
    found: (count: number) => `Tìm thấy ${count} mục.`,
    nothing: (typed: string) =>
      `Không thấy “${typed}”. Bạn cứ gửi phản ánh bằng lời của mình; cán bộ sẽ chọn lĩnh vực và đơn vị.`,
    report: 'Gửi phản ánh',
    emergency: {
      title: 'Khẩn cấp: gọi ngay',
      words: 'Khi có người đang gặp nguy hiểm, xin gọi trước. Gửi phản ánh không thay cho cuộc gọi.',
    },
    what: {
      title: 'Phản ánh được gì',
      words: 'Việc ngoài đường, nơi công cộng mà thành phố, phường xã phải lo. Bấm vào từng nhóm để xem.',
      answer: (time: string) => `Thời gian trả lời: ${time}`,
    },
    not: {
      title: 'Việc không giải quyết ở đây',
      words: 'Có việc luật giao cho nơi khác. Gửi nhầm cũng không sao: chúng tôi trả lời kèm nơi cần tới.',
      where: (where: string) => `Gửi tới: ${where}`,
    },
    time: {
      title: 'Mất bao lâu',
      words:
        'Đếm theo giờ làm việc, trừ việc khẩn cấp đếm cả ngày đêm. Hạn của từng phản ánh ghi rõ trên trang của nó.',
      accept: (time: string) => `Có đơn vị xử lý: trong ${time}`,
      answer: (time: string) => `Có câu trả lời: trong ${time} sau đó`,
      again: (time: string) => `Bạn báo “chưa xong”: trả lời lại trong ${time}`,
      confirm: (days: number) =>
        `Có kết quả, bạn có ${days} ngày để cho biết việc đã xong chưa. Không có ý kiến thì phản ánh được đóng.`,
    },
    judged: {
      title: 'Thế nào là một câu trả lời',
      items: [
        'Phải nói đã kiểm tra, thấy gì, làm gì, kèm ảnh sau xử lý hoặc văn bản; chỉ “đã ghi nhận” thì không được gửi đi.',
        'Bạn xem ảnh trước và sau, rồi cho biết đã xong hay chưa.',
        'Bấm “Chưa xong”, phản ánh được mở lại với hạn mới.',
        'Bạn chấm: hài lòng, chấp nhận, chưa hài lòng. Số liệu công khai tính từ chính các lần chấm ấy.',
      ],
    },
    privacy: {
      title: 'Quyền riêng tư',
      items: [
        'Tên, số điện thoại, tài khoản Zalo của bạn không bao giờ hiện công khai.',
        'Nội dung và ảnh chỉ công khai khi bạn đồng ý; xem, tải, xóa dữ liệu lúc nào cũng được.',
      ],
      link: 'Đọc thông báo đầy đủ',
    },
  },
  en: {
    title: 'Guide',
    search: 'Search the guide',
    searchHint: 'For example: waste, street light, complaint.',
    found: (count: number) => `Found: ${count}.`,
    nothing: (typed: string) =>
      `Nothing about “${typed}”. Just send a report in your own words; an official will choose category and agency.`,
    report: 'Report a problem',
    emergency: {
      title: 'Emergency: call now',
      words: 'When somebody is in danger, please call first. A report does not replace the call.',
    },
    what: {
      title: 'What to report',
      words:
        'Matters in streets and public places that the city or your ward must see to. Open a group to look inside.',
      answer: (time: string) => `Time to answer: ${time}`,
    },
    not: {
      title: 'What is not settled here',
      words: 'The law gives some matters to others. Sending one here does no harm: we answer and say where to go.',
      where: (where: string) => `Turn to: ${where}`,
    },
    time: {
      title: 'How long it takes',
      words: 'Counted in working hours; emergencies day and night. The due time of each report stands on its page.',
      accept: (time: string) => `An agency has it within ${time}`,
      answer: (time: string) => `It answers within ${time} after that`,
      again: (time: string) => `You say “not done”: another answer within ${time}`,
      confirm: (days: number) =>
        `Once there is a result you have ${days} days to say whether it is done. Without a word from you the report is closed.`,
    },
    judged: {
      title: 'What counts as an answer',
      items: [
        'It must say what was checked, found and done, with a photo afterwards or a document; a mere “noted” is not sent.',
        'You see the photos before and after, and say whether it is done.',
        'Press “Not done” and the report is opened again with a new due time.',
        'You rate it: satisfied, acceptable, not satisfied. The public figures are made of these ratings.',
      ],
    },
    privacy: {
      title: 'Privacy',
      items: [
        'Your name, phone number and Zalo account are never shown in public.',
        'Words and photos are published only if you agree; you can see, download and delete your data at any time.',
      ],
      link: 'Read the full notice',
    },
  },
});
