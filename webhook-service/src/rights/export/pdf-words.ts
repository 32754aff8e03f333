import type { Language } from '../../deadlines/due-words.ts';
import type { PersonalData } from './collect.ts';

/** Headings and labels of the document. */
export interface PdfWords {
  title: string;
  madeAt: (at: string) => string;
  none: string;
  yes: string;
  no: string;
  headings: Readonly<
    Record<'account' | 'reports' | 'drafts' | 'follows' | 'messages' | 'consents' | 'requests', string>
  >;
  account: Readonly<Record<keyof PersonalData['account'], string>>;
  report: Readonly<
    Record<
      | 'sent'
      | 'state'
      | 'category'
      | 'place'
      | 'point'
      | 'agency'
      | 'history'
      | 'question'
      | 'reply'
      | 'answer'
      | 'rating'
      | 'photo'
      | 'file',
      string
    >
  >;
  from: Readonly<Record<'you' | 'service' | 'official', string>>;
  purpose: Readonly<Record<string, string>>;
  given: string;
  withdrawn: string;
  request: Readonly<Record<string, string>>;
  state: Readonly<Record<string, string>>;
  page: (page: number, of: number) => string;
}

export const pdfWords: Readonly<Record<Language, PdfWords>> = {
  vi: {
    title: 'Dữ liệu cá nhân của bạn trong hệ thống phản ánh',
    madeAt: (at) => `Lập lúc ${at}.`,
    none: 'Không có.',
    yes: 'có',
    no: 'không',
    headings: {
      account: 'Tài khoản',
      reports: 'Phản ánh đã gửi',
      drafts: 'Nội dung đang soạn và đã soạn',
      follows: 'Phản ánh đang theo dõi',
      messages: 'Tin nhắn',
      consents: 'Đồng ý và rút lại đồng ý',
      requests: 'Yêu cầu về dữ liệu',
    },
    account: {
      zaloIdForOa: 'Mã Zalo của bạn với kênh này',
      zaloIdForApp: 'Mã Zalo của bạn với ứng dụng',
      name: 'Tên bạn đã ghi',
      phone: 'Số điện thoại',
      language: 'Ngôn ngữ',
      followsOa: 'Quan tâm kênh',
      notificationsAllowed: 'Cho phép thông báo',
      knownSince: 'Có trong hệ thống từ',
      lastMessageAt: 'Tin nhắn gần nhất',
    },
    report: {
      sent: 'Gửi lúc',
      state: 'Trạng thái',
      category: 'Lĩnh vực',
      place: 'Nơi',
      point: 'Tọa độ',
      agency: 'Đơn vị đang giữ',
      history: 'Quá trình xử lý',
      question: 'Câu hỏi',
      reply: 'Bạn trả lời',
      answer: 'Trả lời của',
      rating: 'Bạn đánh giá',
      photo: 'Ảnh',
      file: 'Tệp',
    },
    from: { you: 'Bạn', service: 'Hệ thống', official: 'Cán bộ' },
    purpose: { handle: 'Giải quyết phản ánh', contact: 'Liên hệ', publish: 'Công khai nội dung, ảnh' },
    given: 'đồng ý',
    withdrawn: 'rút lại đồng ý',
    request: {
      erase: 'Xóa dữ liệu',
      export: 'Tải dữ liệu',
      correct: 'Sửa dữ liệu',
      restrict: 'Hạn chế dùng dữ liệu',
      object: 'Phản đối việc dùng dữ liệu',
      withdraw_consent: 'Rút lại đồng ý',
    },
    state: { received: 'đã nhận', answered: 'đã trả lời', done: 'đã xong', refused: 'bị từ chối' },
    page: (page, of) => `Trang ${page}/${of}`,
  },
  en: {
    title: 'Your personal data in the city report service',
    madeAt: (at) => `Made at ${at}.`,
    none: 'None.',
    yes: 'yes',
    no: 'no',
    headings: {
      account: 'Account',
      reports: 'Reports you sent',
      drafts: 'Drafts',
      follows: 'Reports you follow',
      messages: 'Messages',
      consents: 'Consents and withdrawals',
      requests: 'Requests about your data',
    },
    account: {
      zaloIdForOa: 'Your Zalo id with this account',
      zaloIdForApp: 'Your Zalo id with the app',
      name: 'Name you gave',
      phone: 'Phone number',
      language: 'Language',
      followsOa: 'Follows the account',
      notificationsAllowed: 'Notifications allowed',
      knownSince: 'Known since',
      lastMessageAt: 'Last message',
    },
    report: {
      sent: 'Sent at',
      state: 'State',
      category: 'Category',
      place: 'Place',
      point: 'Coordinates',
      agency: 'Held by',
      history: 'What happened',
      question: 'Question',
      reply: 'Your reply',
      answer: 'Answer of',
      rating: 'Your rating',
      photo: 'Photo',
      file: 'File',
    },
    from: { you: 'You', service: 'Service', official: 'Official' },
    purpose: { handle: 'Handle my reports', contact: 'Contact', publish: 'Publish text and photos' },
    given: 'agreed',
    withdrawn: 'withdrawn',
    request: {
      erase: 'Delete data',
      export: 'Copy of data',
      correct: 'Correct data',
      restrict: 'Restrict use',
      object: 'Object to use',
      withdraw_consent: 'Withdraw consent',
    },
    state: { received: 'received', answered: 'answered', done: 'done', refused: 'refused' },
    page: (page, of) => `Page ${page} of ${of}`,
  },
};
