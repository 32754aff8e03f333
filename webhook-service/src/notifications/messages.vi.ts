import type { MessageTexts } from './message-texts.ts';
import { atPlace } from './place-preposition.ts';

export const messagesVi: MessageTexts = {
  welcome: () =>
    'Kênh phản ánh thành phố Hà Nội xin chào bạn. Gửi ảnh, vị trí và vài chữ về sự việc ngay tại đây.\n' +
    'Bạn sẽ nhận mã phản ánh, tên đơn vị xử lý và hạn trả lời. Việc khẩn cấp, xin gọi 113, 114 hoặc 115.',
  received: ({ code, category, place, agency, acceptDue, link, wardGuess }) =>
    [
      `Đã nhận phản ánh ${code}: ${category} ${atPlace(place)}.`,
      `Dự kiến giao ${agency}, chuyển trước ${acceptDue}.`,
      wardGuess && `Theo vị trí, nơi này có lẽ thuộc ${wardGuess}; nếu chưa đúng, xin nhắn tên phường, xã.`,
      `Xem tiến độ: ${link}`,
    ]
      .filter(Boolean)
      .join(' '),
  receivedForTray: ({ code, category, place, acceptDue, link, askWard, wardChoices }) =>
    [
      `Đã nhận phản ánh ${code}: ${category ?? 'sự việc bạn nêu'}${place ? ` ${atPlace(place)}` : ''}.`,
      `Cán bộ tiếp nhận sẽ xác định đơn vị xử lý trước ${acceptDue}.`,
      askWard && wardQuestion(wardChoices),
      `Xem tiến độ: ${link}`,
    ]
      .filter(Boolean)
      .join(' '),
  dispatched: ({ code, agency, dueAt }) =>
    `${code} đã chuyển ${agency} xử lý. ${dueAt ? `Hạn trả lời: ${dueAt}. ` : ''}Đơn vị sẽ nhắn nếu cần thêm thông tin.`,
  handedOver: ({ code, agency, date, dueAt }) =>
    `${code} thuộc trách nhiệm của ${agency}, đã chuyển ngày ${date}.${dueAt ? ` Hạn trả lời không đổi: ${dueAt}.` : ''}`,
  emergency: ({ numbers }) =>
    `Nếu có người đang gặp nguy hiểm, hãy gọi ngay ${either(numbers)}. Tin nhắn này không thay cho cuộc gọi. ` +
    'Chúng tôi vẫn lưu và chuyển phản ánh của bạn.',
  askPlace: () => 'Sự việc ở đâu? Xin gửi vị trí (nút + rồi chọn Vị trí), hoặc gõ địa chỉ kèm tên phường, xã.',
  askWhat: () => 'Bạn muốn phản ánh việc gì? Xin viết một câu, ví dụ: ổ gà giữa đường, rác ba ngày chưa thu.',
  askBoth: ({ photos }) =>
    `${photos > 0 ? `Đã nhận ${photos} ảnh. ` : ''}Sự việc là gì và ở đâu? Xin viết một câu và gửi vị trí, hoặc địa chỉ kèm tên phường, xã.`,
  placeUnknown: () => 'nơi chưa rõ',
  cancelled: () =>
    'Đã huỷ nội dung vừa gửi, chưa có phản ánh nào được tạo. Khi cần, xin gửi lại ảnh, vị trí và vài chữ.',
  nothingToCancel: () =>
    'Không có nội dung nào đang soạn để huỷ. Để xem một phản ánh đã gửi, xin nhắn "tra cứu" kèm mã, ví dụ: tra cứu HN-…',
  unsupported: () =>
    'Hệ thống mới đọc được chữ, ảnh và vị trí. Xin viết một câu về sự việc thay cho tin thoại, video hoặc tệp.',
  status: ({ code, state, agency, dueAt, link }) =>
    [`${code}: ${state}.`, agency && `${agency} đang giữ.`, dueAt && `Hạn: ${dueAt}.`, `Xem tiến độ: ${link}`]
      .filter(Boolean)
      .join(' '),
  statusUnknown: ({ code }) => `Không tìm thấy phản ánh ${code}. Xin so lại từng ký tự của mã trong tin đã nhận.`,
  statusUnreadable: () =>
    'Mã vừa gửi chưa đúng, có thể sai hoặc đảo một ký tự. Xin chép lại mã trong tin đã nhận, ví dụ: tra cứu HN-…',
  addedToReport: ({ code, photos, place, words }) => {
    const added = [photos > 0 && `${photos} ảnh`, place && `địa điểm ${place}`, words && 'lời bạn vừa nhắn'].filter(
      Boolean,
    );
    return `Đã thêm ${added.join(', ')} vào phản ánh ${code}.`;
  },
  overdue: ({ code, agency, dueAt }) =>
    `${code} đã quá hạn ${dueAt}. Xin lỗi vì sự chậm trễ. ` +
    `${agency ? `${agency} vẫn đang giữ phản ánh này` : 'Phản ánh đang chờ cán bộ tiếp nhận'}, việc quá hạn đã được ghi lại.`,
};

function either(numbers: readonly string[]): string {
  const last = numbers.at(-1) ?? '';
  return numbers.length < 2 ? last : `${numbers.slice(0, -1).join(', ')} hoặc ${last}`;
}

/** Two or three names can be chosen from; more are no help. */
function wardQuestion(choices: readonly string[]): string {
  const [last, ...others] = [...choices].reverse();
  return last && others.length > 0 && others.length <= 2
    ? `Nơi này thuộc ${others.reverse().join(', ')} hay ${last}? Xin nhắn tên phường, xã.`
    : 'Để chuyển nhanh hơn, xin gửi vị trí hoặc nhắn tên phường, xã.';
}
