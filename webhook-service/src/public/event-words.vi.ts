import { type Html, html } from './html.ts';
import type { EventTold } from './texts.ts';

/** What happened, one sentence each, for everyone who has the code. */
export const eventWordsVi: Readonly<Record<string, (told: EventTold) => Html>> = {
  received: () => html`Đã nhận phản ánh qua Zalo.`,
  supplemented: ({ added }) =>
    html`Người gửi bổ sung ${list.format(added.map((kind) => additionWords[kind])) || 'thông tin'}.`,
  dispatched: ({ agency, due }) => html`Đã chuyển ${agency ?? 'đơn vị xử lý'}${due && html`; hạn trả lời ${due}`}.`,
  accepted: ({ agency }) => html`${agency ?? 'Đơn vị xử lý'} đã nhận xử lý.`,
  handed_over: ({ agency, due }) =>
    html`Thuộc trách nhiệm của ${agency ?? 'đơn vị khác'}, đã chuyển${due && html`; hạn trả lời ${due}`}.`,
  sent_to_coordinator: ({ agency }) =>
    html`Chưa rõ đơn vị nào chịu trách nhiệm; đã chuyển ${agency ?? 'cơ quan điều phối'} quyết định.`,
  rehomed: ({ agency }) =>
    html`Chuyển${agency && html` ${agency}`} theo địa giới hành chính mới; hạn trả lời không đổi.`,
  citizen_asked: ({ agency }) =>
    html`${agency ?? 'Cán bộ tiếp nhận'} hỏi thêm người gửi. Thời gian chờ không tính vào hạn.`,
  citizen_replied: ({ due }) => html`Người gửi đã trả lời; hạn được tính tiếp${due && html`, nay là ${due}`}.`,
  wait_timed_out: ({ due }) =>
    html`Chưa nhận được trả lời của người gửi; xử lý tiếp với thông tin đang có${due && html`, hạn ${due}`}.`,
  extended: ({ due, reason }) =>
    html`Đơn vị xin lỗi vì chưa xong${reason && html`: ${stopless(reason)}`}${due && html`. Hạn mới ${due}`}.`,
  due_changed: ({ due, reason }) =>
    html`Hạn được tính lại${due && html`, nay là ${due}`}${reason && html`: ${stopless(reason)}`}.`,
  delay_announced: ({ agency, due }) =>
    html`${agency ?? 'Đơn vị xử lý'} chưa trả lời khi gần đến hạn${due && html` ${due}`}; đơn vị đã được nhắc.`,
  overdue: ({ agency, due }) =>
    agency
      ? html`${agency} quá hạn trả lời${due && html` ${due}`}. Xin lỗi vì sự chậm trễ.`
      : html`Quá hạn chuyển đơn vị xử lý${due && html` ${due}`}. Xin lỗi vì sự chậm trễ.`,
  escalated: ({ agency, from }) =>
    html`Vượt thẩm quyền của ${from ?? 'đơn vị'}; đã báo cáo ${agency ?? 'cấp trên'} kèm đề xuất.`,
  progress_noted: ({ agency }) => html`${agency ?? 'Đơn vị xử lý'} nhắn cho người gửi về tiến độ.`,
  answered: ({ agency }) => html`${agency ?? 'Đơn vị xử lý'} đã trả lời.`,
  confirmed: () => html`Người gửi xác nhận việc đã xong.`,
  result_rejected: () => html`Có ý kiến việc chưa xong.`,
  reopened: ({ agency, due }) =>
    html`Phản ánh được mở lại; ${agency ?? 'đơn vị xử lý'} phải trả lời lại${due && html`, hạn ${due}`}.`,
  rechecked: ({ due }) =>
    html`Văn phòng UBND thành phố yêu cầu kiểm tra lại kết quả${due && html`; hạn trả lời ${due}`}.`,
  refused: () => html`Không được tiếp nhận; lý do và nơi giải quyết đã nhắn cho người gửi.`,
  objected: () => html`Người gửi đề nghị xem lại việc từ chối.`,
  merged: ({ into }) => html`Đã gộp với ${into ? html`phản ánh ${into}` : 'một phản ánh khác'} về cùng sự việc.`,
  split: ({ due }) => html`Được tách ra để xử lý riêng, vì là việc khác${due && html`; hạn ${due}`}.`,
  withdrawn: () => html`Người gửi đã rút phản ánh.`,
  closed_silent: () => html`Được đóng sau thời gian chờ ý kiến người gửi.`,
};

const list = new Intl.ListFormat('vi');
const additionWords = { photos: 'ảnh', place: 'vị trí', words: 'lời nhắn' } as const;

function stopless(text: string): string {
  return text.trim().replace(/[.…]+$/u, '');
}
