import { defineTexts } from '../../i18n/language.ts';

export const sharingTexts = defineTexts({
  vi: {
    title: 'Bạn đồng ý những gì',
    intro: 'Ba việc riêng nhau. Không đánh dấu nghĩa là không đồng ý.',
    needed: 'Cần có để gửi: không có thì không đơn vị nào được đọc và giải quyết.',
    duty: 'Đây là nhiệm vụ của cơ quan nhà nước.',
    free: 'Không bắt buộc.',
    agree: (title: string) => `Đồng ý: ${title}`,
    given: (day: string) => `Bạn đã đồng ý ngày ${day}.`,
    change: 'Xem hoặc rút lại',
    changeOf: (title: string) => `Xem hoặc rút lại đồng ý: ${title}`,
    thisOneToo: 'Đồng ý này dùng cho cả phản ánh này.',
    notThisOne: 'Không công khai phản ánh này',
    hideMyName: 'Ẩn tên tôi với đơn vị xử lý',
    hideMyNameNote:
      'Đơn vị xử lý không thấy tên và số điện thoại của bạn. Cán bộ tiếp nhận chỉ xem được khi ghi rõ lý do, và lần xem đó được lưu lại.',
    notice: 'Thông báo về dữ liệu cá nhân',
    never: 'Cần có mạng một lần để đọc nội dung đồng ý trước khi gửi. Mọi điều bạn viết vẫn được giữ.',
  },
  en: {
    title: 'What you agree to',
    intro: 'Three separate things. No tick means no.',
    needed: 'Needed to send: without it no agency may read and handle the report.',
    duty: 'This is a duty of the state body.',
    free: 'Optional.',
    agree: (title: string) => `I agree: ${title}`,
    given: (day: string) => `You agreed on ${day}.`,
    change: 'See or withdraw',
    changeOf: (title: string) => `See or withdraw: ${title}`,
    thisOneToo: 'It counts for this report, too.',
    notThisOne: 'Do not publish this report',
    hideMyName: 'Hide my name from the agency',
    hideMyNameNote:
      'The agency does not see your name and phone number. The intake office can only look with a stated reason, and that look is recorded.',
    notice: 'Notice on personal data',
    never: 'You need to be online once to read what you agree to before sending. Everything you wrote is kept.',
  },
});
