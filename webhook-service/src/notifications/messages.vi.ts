import { fitted, shorten } from './message-length.ts';
import type { MessageTexts } from './message-texts.ts';
import { atPlace } from './place-preposition.ts';

export const messagesVi: MessageTexts = {
  welcome: () =>
    'Kênh phản ánh thành phố Hà Nội xin chào bạn. Gửi ảnh, vị trí và vài chữ về sự việc ngay tại đây.\n' +
    'Bạn sẽ nhận mã phản ánh, tên đơn vị xử lý và hạn trả lời. Việc khẩn cấp, xin gọi 113, 114 hoặc 115.',
  received: ({ code, category, place, agency, acceptDue, link, wardGuess }) =>
    fitted((room) =>
      sentences(
        `Đã nhận phản ánh ${code}: ${shorten(category, room)} ${atPlace(shorten(place, room))}.`,
        `Chúng tôi sẽ chuyển ${agency} xử lý trước ${acceptDue}.`,
        wardGuess && `Theo vị trí, nơi này có lẽ thuộc ${wardGuess}; nếu chưa đúng, xin nhắn tên phường, xã.`,
        `Xem tiến độ: ${link}`,
      ),
    ),
  receivedForTray: ({ code, category, place, acceptDue, link, askWard, wardChoices }) =>
    fitted((room) =>
      sentences(
        `Đã nhận phản ánh ${code}: ${category ? shorten(category, room) : 'sự việc bạn nêu'}${place ? ` ${atPlace(shorten(place, room))}` : ''}.`,
        `Cán bộ tiếp nhận sẽ xác định đơn vị xử lý trước ${acceptDue}.`,
        askWard && wardQuestion(wardChoices),
        `Xem tiến độ: ${link}`,
      ),
    ),
  dispatched: ({ code, agency, dueAt }) =>
    sentences(
      `${code} đã chuyển ${agency} xử lý.`,
      dueAt && `Hạn trả lời: ${dueAt}.`,
      'Đơn vị sẽ nhắn nếu cần thêm thông tin.',
    ),
  handedOver: ({ code, agency, date, dueAt }) =>
    sentences(
      `${code} thuộc trách nhiệm của ${agency}, đã chuyển ngày ${date}.`,
      dueAt && `Hạn trả lời không đổi: ${dueAt}.`,
    ),
  emergency: ({ numbers }) =>
    `Nếu có người đang gặp nguy hiểm, hãy gọi ngay ${either(numbers)}. Tin nhắn này không thay cho cuộc gọi. ` +
    'Chúng tôi vẫn lưu và chuyển phản ánh của bạn.',
  askPlace: () => 'Sự việc ở đâu? Xin gửi vị trí (nút + rồi chọn Vị trí), hoặc gõ địa chỉ kèm tên phường, xã.',
  askWhat: () => 'Bạn muốn phản ánh việc gì? Xin viết một câu, ví dụ: ổ gà giữa đường, rác ba ngày chưa thu.',
  askBoth: ({ photos }) =>
    `${photos > 0 ? `Đã nhận ${photos} ảnh. ` : ''}Sự việc là gì và ở đâu? Xin viết một câu và gửi vị trí, hoặc địa chỉ kèm tên phường, xã.`,
  askPlaceOrSame: ({ code }) =>
    `Đây là việc mới, hay nói thêm về ${code}? Nói thêm: xin nhắn "thêm". Việc mới: xin gửi vị trí, hoặc gõ địa chỉ kèm tên phường, xã.`,
  askWhichReport: ({ codes }) =>
    `Địa điểm này là của phản ánh nào: ${listed(codes.slice(0, 3), 'hay')}? Xin nhắn lại mã của phản ánh đó.`,
  placeUnknown: () => 'nơi chưa rõ',
  cancelled: () =>
    'Đã huỷ nội dung vừa gửi, chưa có phản ánh nào được tạo. Khi cần, xin gửi lại ảnh, vị trí và vài chữ.',
  nothingToCancel: () =>
    'Không có nội dung nào đang soạn để huỷ. Phản ánh đã có mã vẫn được xử lý; để xem tiến độ, xin nhắn "tra cứu" kèm mã.',
  unsupported: () =>
    'Hệ thống mới đọc được chữ, ảnh và vị trí. Xin viết một câu về sự việc thay cho tin thoại, video hoặc tệp.',
  status: ({ code, state, agency, dueAt, link }) =>
    sentences(
      `${code}: ${state}.`,
      agency && `${agency} đang giữ.`,
      // Without an agency the only due time is that of passing it on; the citizen must not take it for the answer's.
      dueAt && `${agency ? 'Hạn trả lời' : 'Hạn chuyển đơn vị xử lý'}: ${dueAt}.`,
      `Xem tiến độ: ${link}`,
    ),
  statusUnknown: ({ code }) => `Không tìm thấy phản ánh ${code}. Xin so lại từng ký tự của mã trong tin đã nhận.`,
  statusUnreadable: () =>
    'Mã vừa gửi chưa đúng, có thể sai, thiếu hoặc đảo một ký tự. Xin chép lại mã trong tin đã nhận, ví dụ: tra cứu HN-…',
  noReportYet: () =>
    'Chưa có phản ánh nào được gửi từ tài khoản Zalo này. Nếu có mã, xin nhắn "tra cứu" kèm mã, ví dụ: tra cứu HN-…',
  addedToReport: ({ code, photos, place, words }) =>
    fitted((room) => {
      const added = [photos > 0 && `${photos} ảnh`, words && 'lời bạn vừa nhắn'].filter(Boolean).join(' và ');
      return sentences(
        (added || !place) && `Đã thêm ${added || 'thông tin bạn gửi'} vào phản ánh ${code}.`,
        place && `Đã ghi nơi xảy ra của ${code}: ${shorten(place, room)}.`,
        // Put there because it followed closely, so the citizen must be able to object.
        photos > 0 && !words && 'Nếu là việc khác, xin viết một câu về việc đó kèm địa chỉ.',
      );
    }),
  overdue: ({ code, agency, dueAt }) =>
    `${code} đã quá hạn ${dueAt}. Xin lỗi vì sự chậm trễ. ` +
    `${agency ? `${agency} vẫn đang giữ phản ánh này và chưa trả lời` : 'Phản ánh vẫn đang chờ cán bộ tiếp nhận'}; ` +
    'việc quá hạn đã được ghi lại. Bạn không cần gửi lại.',
};

function sentences(...parts: (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}

function either(numbers: readonly string[]): string {
  return listed(numbers, 'hoặc');
}

function listed(items: readonly string[], last: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/** Two or three names can be chosen from; more are no help. */
function wardQuestion(choices: readonly string[]): string {
  return choices.length === 2 || choices.length === 3
    ? `Nơi này thuộc ${listed(choices, 'hay')}? Xin nhắn tên phường, xã.`
    : 'Để chuyển nhanh hơn, xin gửi vị trí hoặc nhắn tên phường, xã.';
}
