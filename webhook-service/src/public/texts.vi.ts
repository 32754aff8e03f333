import { eventWordsVi } from './event-words.vi.ts';
import { html } from './html.ts';
import type { PageTexts } from './texts.ts';

/** Tone: domain-hanoi §6.2 (names the unit and the time, no internal words, sorry before being asked). */
export const textsVi: PageTexts = {
  siteName: 'Phản ánh Hà Nội',
  skip: 'Đến nội dung chính',
  otherLanguage: { label: 'English', language: 'en' },
  footer: 'Việc khẩn cấp, xin gọi',
  rights: 'Quyền riêng tư',

  home: {
    title: 'Phản ánh hiện trường qua Zalo',
    lead: html`Ổ gà, rác chưa thu, đèn đường hỏng… nhắn cho thành phố ngay trong Zalo. Bạn nhận mã phản ánh, tên đơn vị xử lý và hạn trả lời.`,
    how: 'Cách gửi phản ánh',
    steps: [
      { title: 'Gửi ảnh', text: 'Mở khung chat Zalo của kênh phản ánh Hà Nội, chụp và gửi ảnh sự việc.' },
      { title: 'Gửi vị trí', text: 'Bấm nút + rồi chọn Vị trí, hoặc gõ địa chỉ kèm tên phường, xã.' },
      { title: 'Viết vài chữ', text: 'Một câu là đủ, ví dụ: rác ba ngày chưa thu.' },
    ],
    openZalo: 'Mở khung chat Zalo',
    emergency: {
      title: 'Có người đang gặp nguy hiểm?',
      text: 'Xin gọi ngay, đừng chờ tin nhắn.',
      numbers: [
        { number: '113', who: 'Công an' },
        { number: '114', who: 'Chữa cháy, cứu nạn' },
        { number: '115', who: 'Cấp cứu' },
      ],
    },
  },

  lookUp: {
    title: 'Tra cứu phản ánh',
    another: 'Tra cứu mã khác',
    label: 'Mã phản ánh',
    hint: 'HN- và tám ký tự, có trong tin nhắn Zalo bạn đã nhận. Gõ chữ thường hay chữ hoa đều được.',
    button: 'Xem tiến độ',
  },
  trouble: {
    code_wrong: {
      title: 'Mã phản ánh chưa đúng',
      text: 'Có thể sai, thiếu hoặc đảo một ký tự. Xin so lại với mã trong tin nhắn Zalo bạn đã nhận.',
    },
    code_unknown: {
      title: 'Không tìm thấy phản ánh có mã này',
      text: 'Mã viết đúng dạng nhưng không có phản ánh nào mang mã này. Xin so lại từng ký tự với tin nhắn Zalo bạn đã nhận.',
    },
    page_unknown: {
      title: 'Không có trang này',
      text: 'Địa chỉ có thể đã bị gõ thiếu hoặc cắt bớt. Phản ánh đã gửi không bị ảnh hưởng; có thể tra cứu theo mã ở đây.',
    },
    too_many: {
      title: 'Xin chờ một phút',
      text: 'Từ mạng của bạn vừa có quá nhiều lượt tra cứu. Phản ánh đã gửi không bị ảnh hưởng; xin thử lại sau một phút.',
    },
    failed: {
      title: 'Trang này đang gặp lỗi',
      text: 'Phản ánh đã gửi không bị mất và vẫn được xử lý. Xin thử lại sau ít phút.',
    },
  },

  headings: {
    answers: 'Kết quả',
    earlierAnswers: 'Câu trả lời trước',
    due: 'Thời hạn',
    next: 'Việc tiếp theo',
    history: 'Diễn biến',
    facts: 'Phản ánh này',
  },
  codeLine: (code) => html`Mã phản ánh ${code}`,
  someAgency: 'Đơn vị xử lý',
  intake: 'Cán bộ tiếp nhận',
  holder: {
    received: () => html`Cán bộ tiếp nhận đang xác định đơn vị xử lý`,
    dispatched: (agency) => html`${agency} đang giữ phản ánh này`,
    in_progress: (agency) => html`${agency} đang xử lý`,
    awaiting_citizen: (agency) => html`${agency} đang chờ người gửi bổ sung thông tin`,
    answered: (agency) => html`${agency} đã trả lời`,
    closed_confirmed: (agency) => html`${agency} đã trả lời, người gửi xác nhận việc đã xong`,
    closed_unconfirmed: (agency) => html`${agency} đã trả lời, phản ánh đã đóng sau thời gian chờ ý kiến`,
    refused: () => html`Phản ánh này không được tiếp nhận`,
    merged: () => html`Phản ánh này đã gộp với một phản ánh khác về cùng sự việc`,
    withdrawn: () => html`Người gửi đã rút phản ánh này`,
  },
  until: {
    accept: (due) => html`chuyển trước ${due}`,
    answer: (due) => html`trả lời trước ${due}`,
    confirm: (due) => html`chờ người gửi xác nhận đến ${due}`,
    late: (due) => html`đã quá hạn ${due}`,
  },
  untilPaused: 'tạm dừng tính hạn',
  badges: { soon: 'Sắp đến hạn', late: 'Quá hạn' },

  dueLabel: { accept: 'Hạn chuyển đơn vị xử lý', answer: 'Hạn trả lời' },
  used: (used, allowed, hours) =>
    `Đã dùng ${duration(used)} trong ${duration(allowed)}${hours === 'working' ? ' làm việc' : ''}.`,
  late: 'Đã dùng hết thời gian cho phép. Xin lỗi vì sự chậm trễ; việc quá hạn đã được ghi lại.',
  paused: (due) =>
    html`Đang chờ bạn trả lời${due && html`, xin trả lời trước ${due}`}. Hạn xử lý tạm dừng: thời gian chờ không tính.`,
  confirming: (due) =>
    html`Bạn có đến ${due} để cho biết việc đã xong hay chưa. Nếu không có ý kiến, phản ánh được đóng; sau đó vẫn nhắn được “chưa xong”.`,
  why: ({ kind, minutes, extended, hours, since, started, countedFrom, paused }) =>
    html`Vì sao là giờ này: ${kind === 'accept' ? 'cán bộ tiếp nhận' : 'đơn vị'} có ${duration(minutes)} ${
      hours === 'working' ? 'làm việc' : 'liên tục, kể cả ban đêm và ngày nghỉ,'
    }${extended > 0 && ` (gồm ${duration(extended)} gia hạn)`} để ${kind === 'accept' ? 'chuyển phản ánh' : 'trả lời'}, tính từ khi ${sinceWords[since]} (${started})${
      countedFrom && html`; vì ngoài giờ làm việc nên bắt đầu đếm từ ${countedFrom}`
    }${hours === 'working' && '. Giờ nghỉ trưa, buổi tối và ngày nghỉ không tính'}${
      paused && '. Thời gian chờ người gửi trả lời không tính'
    }.`,

  next: {
    received: (_code, placeKnown) =>
      placeKnown
        ? html`Bạn chưa cần làm gì thêm. Khi phản ánh được chuyển đi, hệ thống nhắn tên đơn vị và hạn trả lời cho bạn qua Zalo.`
        : html`Để chuyển nhanh hơn, xin gửi vị trí hoặc nhắn tên phường, xã vào khung chat Zalo nơi bạn đã gửi phản ánh.`,
    dispatched: () => html`Bạn chưa cần làm gì thêm. Đơn vị sẽ nhắn qua Zalo nếu cần thêm thông tin và khi có kết quả.`,
    in_progress: () =>
      html`Bạn chưa cần làm gì thêm. Đơn vị sẽ nhắn qua Zalo nếu cần thêm thông tin và khi có kết quả.`,
    awaiting_citizen: () => html`Để xử lý nhanh hơn, xin trả lời câu hỏi đã gửi bạn trong khung chat Zalo.`,
    answered: (code) =>
      html`Việc đã xong chưa? Xin nhắn “${code} đã xong” hoặc “${code} chưa xong” trong khung chat Zalo.`,
    closed_confirmed: (code) => html`Nếu sự việc tái diễn, xin gửi phản ánh mới và nhắc lại mã ${code}.`,
    closed_unconfirmed: (code) => html`Nếu việc chưa xong, xin nhắn “${code} chưa xong” trong khung chat Zalo.`,
    refused: (code) =>
      html`Lý do và nơi giải quyết đã được nhắn cho người gửi qua Zalo. Nếu chưa đồng ý, xin nhắn “${code} xem lại” trong khung chat Zalo để được xem lại một lần.`,
    merged: () => html`Bạn sẽ nhận cùng kết quả qua Zalo, không cần gửi lại.`,
    withdrawn: () => html`Không còn việc gì tiếp theo. Khi cần, xin gửi phản ánh mới trong khung chat Zalo.`,
  },
  event: (event, told) => eventWordsVi[event]?.(told) ?? html`Phản ánh có cập nhật.`,
  answer: {
    by: (agency, at) => html`${agency}, ${at}`,
    photo: (number, of) => `Ảnh ${number} trong ${of} ảnh kèm câu trả lời`,
    document: (number, size) => `Văn bản ${number} kèm câu trả lời (PDF, ${size})`,
    noEvidence: (why) => html`Không kèm ảnh, văn bản: ${why}`,
    hidden: 'Đơn vị đã trả lời. Nội dung chỉ gửi cho người phản ánh qua Zalo, không hiện trên trang này.',
  },
  merged: (main, stateLabel) => html`Kết quả theo phản ánh chính ${main} (${stateLabel}).`,
  facts: {
    category: 'Lĩnh vực',
    ward: 'Địa bàn',
    agency: 'Đơn vị',
    received: 'Nhận lúc',
    unknown: 'Chưa xác định',
  },
  privacy:
    'Trang này không hiện tên, số điện thoại, ảnh, lời nhắn hay địa chỉ cụ thể của người gửi. Câu trả lời và ảnh kèm theo là của đơn vị xử lý.',
};

const sinceWords = {
  received: 'nhận',
  dispatched: 'được chuyển',
  reopened: 'được mở lại',
  raised: 'được xếp mức khẩn hơn',
} as const;

/** "40 giờ", "4 giờ 20 phút", "35 phút". */
function duration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && `${hours} giờ`, (rest > 0 || hours === 0) && `${rest} phút`].filter(Boolean).join(' ');
}
