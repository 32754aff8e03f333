import type { Language } from '../../deadlines/due-words.ts';

/** What the pages about data protection say. */
interface PrivacyTexts {
  title: string;
  lead: (controller: string) => string;
  whatTitle: string;
  what: readonly string[];
  whyTitle: string;
  basis: Readonly<Record<'duty' | 'consent', string>>;
  rightsTitle: string;
  rights: readonly string[];
  times: string;
  erasureTitle: string;
  erasure: string;
  othersTitle: string;
  others: readonly string[];
  download: { title: string; text: string; pdf: string; json: string };
  over: { title: string; text: string };
}

export const privacyTexts: Readonly<Record<Language, PrivacyTexts>> = {
  vi: {
    title: 'Quyền riêng tư',
    lead: (controller) =>
      `${controller} chịu trách nhiệm về dữ liệu cá nhân trong kênh phản ánh này, theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 và Nghị định 356/2025/NĐ-CP.`,
    whatTitle: 'Chúng tôi giữ những gì',
    what: [
      'Mã tài khoản Zalo của bạn với kênh này, để trả lời bạn. Chúng tôi không lấy tên và ảnh đại diện của tài khoản.',
      'Nội dung, ảnh, tệp và vị trí của sự việc bạn gửi; tin nhắn qua lại về phản ánh.',
      'Số điện thoại và tên bạn tự ghi, chỉ khi bạn đồng ý cho liên hệ; cả hai được mã hóa khi lưu.',
      'Đánh giá của bạn, và các lần bạn đồng ý hay rút lại đồng ý.',
    ],
    whyTitle: 'Để làm gì, trên cơ sở nào',
    basis: { duty: 'nhiệm vụ của cơ quan nhà nước, không cần đồng ý', consent: 'chỉ khi bạn đồng ý' },
    rightsTitle: 'Quyền của bạn',
    rights: [
      'Xem và tải toàn bộ dữ liệu: nhắn "tải dữ liệu của tôi", hoặc mục Quyền riêng tư trong Mini App.',
      'Xóa dữ liệu: nhắn "xóa dữ liệu của tôi", hoặc mục Quyền riêng tư trong Mini App.',
      'Rút lại đồng ý: nhắn "rút lại đồng ý". Từ chối liên hệ hoặc công khai không ảnh hưởng đến việc giải quyết phản ánh.',
      'Sửa dữ liệu, hạn chế hoặc phản đối việc dùng dữ liệu: mục Quyền riêng tư trong Mini App.',
      'Khiếu nại tới cơ quan bảo vệ dữ liệu cá nhân có thẩm quyền (Bộ Công an).',
    ],
    times:
      'Chúng tôi trả lời trong 2 ngày làm việc và làm xong trong 15 ngày; nếu cần thêm thời gian sẽ nói rõ lý do, một lần, không quá 15 ngày.',
    erasureTitle: 'Khi bạn xóa dữ liệu',
    erasure:
      'Nội dung, vị trí chính xác, ảnh, tệp, tin nhắn, bản nháp, tên, số điện thoại và mã Zalo của bạn bị xóa, không lấy lại được. Phản ánh chưa có đơn vị nhận được rút; phản ánh đang xử lý vẫn được làm tiếp. Chỉ còn lại mã phản ánh, lĩnh vực, phường xã, thời gian, trạng thái và câu trả lời của cơ quan, không gắn với bạn.',
    othersTitle: 'Ai khác thấy dữ liệu của bạn',
    others: [
      'Cán bộ của đơn vị giải quyết phản ánh và bộ phận tiếp nhận, trong phạm vi được giao.',
      'Zalo, vì bạn và chúng tôi nhắn tin qua Zalo; tin nhắn trong ứng dụng Zalo của bạn do bạn và Zalo quản lý.',
      'Trang công khai không bao giờ hiện tên, số điện thoại, tài khoản của người gửi. Nội dung và ảnh phản ánh chỉ hiện khi bạn đồng ý công khai, sau khi che những gì chỉ ra ai đó; vị trí nhà riêng được làm tròn.',
      'Máy gợi ý lĩnh vực và phường xã từ lời của bạn; chương trình này chạy tại hệ thống, không gửi dữ liệu ra ngoài.',
    ],
    download: {
      title: 'Tải dữ liệu của bạn',
      text: 'Hai tệp có cùng nội dung. Xin giữ kín: trong đó có tin nhắn và vị trí bạn đã gửi.',
      pdf: 'Tải tệp PDF để đọc',
      json: 'Tải tệp JSON để dùng với chương trình khác',
    },
    over: {
      title: 'Liên kết đã hết hạn',
      text: 'Liên kết này đã hết hạn hoặc không đúng. Để nhận liên kết mới, xin nhắn "tải dữ liệu của tôi" trong khung chat.',
    },
  },
  en: {
    title: 'Privacy',
    lead: (controller) =>
      `For personal data in this channel ${controller} is responsible, under the Personal Data Protection Law (91/2025/QH15) and Decree 356/2025/NĐ-CP.`,
    whatTitle: 'What we keep',
    what: [
      'Your Zalo account id with this channel, to answer you. We take neither the name nor the picture of your account.',
      'Words, photos, files and the place of what you report; messages about it in both directions.',
      'A phone number and the name you write yourself, only if you agree to be contacted; both are stored encrypted.',
      'Your ratings, and when you agreed or withdrew.',
    ],
    whyTitle: 'What for, and on what basis',
    basis: { duty: 'duty of a state body, without consent', consent: 'only with your consent' },
    rightsTitle: 'Your rights',
    rights: [
      'See and download everything: write "export my data", or use Privacy in the Mini App.',
      'Delete: write "delete my data", or use Privacy in the Mini App.',
      'Withdraw consent: write "withdraw my consent". Refusing contact or publication does not affect how your report is handled.',
      'Correct, restrict or object: Privacy in the Mini App.',
      'Complain to the authority for personal data protection (Ministry of Public Security).',
    ],
    times:
      'We answer within 2 working days and are done within 15 days; if we need more time we say why, once, for at most 15 days.',
    erasureTitle: 'When you delete your data',
    erasure:
      'Your words, exact places, photos, files, messages, drafts, name, phone number and Zalo id are deleted and cannot be brought back. Reports no agency has accepted are withdrawn; those in progress go on. Only report code, category, ward, times, state and the agency’s answer remain, no longer tied to you.',
    othersTitle: 'Who else sees your data',
    others: [
      'Officials of the agency in charge and of the intake, each within their duties.',
      'Zalo, because we write to each other through Zalo; the messages in your Zalo app are between you and Zalo.',
      'Public pages never show name, phone number or account of the sender. Words and photos of a report appear only if you agree to publish them, with everything that points to somebody masked; the place of a private home is rounded.',
      'A program suggests category and ward from your words; it runs on our own machines and sends nothing elsewhere.',
    ],
    download: {
      title: 'Download your data',
      text: 'Both files have the same content. Please keep them to yourself: messages and places you sent are in them.',
      pdf: 'Download as PDF, to read',
      json: 'Download as JSON, for other programs',
    },
    over: {
      title: 'This link has expired',
      text: 'The link has expired or is not right. For a new one write "export my data" in the chat.',
    },
  },
};
