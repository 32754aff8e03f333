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
  overdue: ({ code, agency, dueAt, superior, newDue }) =>
    sentences(
      `${code} đã quá hạn ${dueAt}. Xin lỗi vì sự chậm trễ.`,
      agency
        ? superior && newDue
          ? `${superior} đã được báo và phải có ý kiến trước ${newDue}; ${agency} vẫn đang giữ phản ánh.`
          : `${agency} vẫn đang giữ phản ánh này và chưa trả lời.`
        : 'Phản ánh vẫn đang chờ cán bộ tiếp nhận; việc quá hạn đã được ghi lại.',
      'Bạn không cần gửi lại.',
    ),
  delayAhead: ({ code, agency, dueAt }) =>
    `${code} có thể bị chậm: ${agency} chưa trả lời, hạn là ${dueAt}. Đơn vị đã được nhắc. ` +
    'Nếu quá hạn, cấp trên sẽ được báo và bạn sẽ nhận tin. Xin lỗi nếu bạn phải chờ.',
  askCitizen: ({ code, agency, question, waitDue }) =>
    fitted(
      (room) =>
        sentences(
          `${agency ?? 'Cán bộ tiếp nhận'} cần thêm thông tin cho ${code}: ${stopped(shorten(question, room))}`,
          `Xin trả lời trước ${waitDue}; thời gian chờ không tính vào hạn xử lý.`,
        ),
      320,
    ),
  waitTimedOut: ({ code, agency, dueAt }) =>
    sentences(
      `Chưa nhận được bổ sung cho ${code}.`,
      `${agency ?? 'Cán bộ tiếp nhận'} tiếp tục với thông tin đang có.`,
      dueAt && `Hạn mới: ${dueAt}.`,
      'Bạn vẫn có thể gửi thêm bất cứ lúc nào, kèm mã này.',
    ),
  extended: ({ code, agency, reason, dueAt }) =>
    fitted(
      (room) =>
        sentences(
          `${agency} xin lỗi: ${code} chưa xong vì ${stopped(shorten(lowerFirst(reason), room))}`,
          dueAt && `Hạn mới: ${dueAt}.`,
        ),
      320,
    ),
  escalated: ({ code, agency, superior, dueAt }) =>
    sentences(
      `${code} vượt thẩm quyền của ${agency}, đã báo cáo ${superior} kèm đề xuất.`,
      `Hiện ${superior} đang giữ${dueAt ? `, hạn trả lời không đổi: ${dueAt}` : ''}.`,
    ),
  sentToCoordinator: ({ code, coordinator, dueAt }) =>
    sentences(
      `${code} chưa xác định được đơn vị chịu trách nhiệm nên đã chuyển ${coordinator} quyết định.`,
      dueAt && `Hạn trả lời không đổi: ${dueAt}.`,
    ),
  answered: ({ code, agency, summary, link }) =>
    fitted(
      (room) =>
        sentences(
          `${agency} đã trả lời ${code}: ${stopped(shorten(summary, room))}`,
          `Ảnh, văn bản kèm theo: ${link}`,
          '\nViệc đã xong chưa? Xin nhắn "đã xong" hoặc "chưa xong".',
        ),
      320,
    ),
  reopened: ({ code, agency, leader, dueAt }) =>
    sentences(
      `${code} đã được mở lại theo ý kiến của bạn.`,
      leader ? `Lần này lãnh đạo ${agency} chịu trách nhiệm trả lời.` : `Đã báo lên cấp trên: ${agency} đang giữ.`,
      dueAt && `Hạn trả lời: ${dueAt}.`,
    ),
  rechecked: ({ code, agency, dueAt }) =>
    sentences(
      `Kết quả ${code} được Văn phòng UBND thành phố yêu cầu kiểm tra lại.`,
      `${agency} tiếp tục xử lý.`,
      dueAt && `Hạn trả lời: ${dueAt}.`,
    ),
  askRating: ({ code }) =>
    `Cảm ơn bạn đã xác nhận ${code}. Bạn đánh giá kết quả thế nào? Xin nhắn "hài lòng", "chấp nhận" hoặc "chưa hài lòng".`,
  askUnsatisfiedReason: ({ code }) =>
    `Xin cho biết điều chưa đạt ở ${code}, nhắn một số: 1 trả lời chung chung, 2 thiếu ảnh hoặc văn bản, ` +
    '3 thực tế chưa xử lý, 4 quá chậm, 5 điều khác.',
  ratingThanks: ({ code, level }) =>
    level === 'unsatisfied'
      ? `Đã ghi đánh giá "chưa hài lòng" cho ${code}. Người rà soát sẽ xem lại kết quả này. Nếu việc chưa xong, xin nhắn "${code} chưa xong".`
      : `Đã ghi đánh giá "${level === 'satisfied' ? 'hài lòng' : 'chấp nhận'}" cho ${code}. Cảm ơn bạn.`,
  refused: ({ code, reason, where, canObject }) =>
    fitted(
      (room) =>
        sentences(
          `Chúng tôi không thể tiếp nhận ${code} vì ${stopped(shorten(reason, room))}`,
          `Ông/Bà có thể gửi tới: ${stopped(shorten(where, room))}`,
          canObject && `Nếu chưa đồng ý, nhắn "${code} xem lại" một lần để được xem lại.`,
        ),
      320,
    ),
  objectionTaken: ({ code, dueAt }) =>
    `${code} được xem lại theo đề nghị của bạn. Cán bộ tiếp nhận sẽ quyết định trước ${dueAt}. Việc xem lại chỉ thực hiện một lần.`,
  merged: ({ code, mainCode, agency }) =>
    sentences(
      `Phản ánh ${code} của bạn trùng sự việc ${mainCode}${agency ? ` đang được ${agency} xử lý` : ' đang được xem xét'}.`,
      'Bạn vẫn giữ mã của mình, sẽ nhận cùng kết quả và tự đánh giá. Nếu là việc khác, xin nhắn kèm mã.',
    ),
  split: ({ code, dueAt }) =>
    sentences(`${code} được tách ra để xử lý riêng, vì là việc khác.`, dueAt && `Hạn hiện tại: ${dueAt}.`),
  withdrawn: ({ code }) => `Đã rút phản ánh ${code} theo yêu cầu của bạn. Khi cần, xin gửi phản ánh mới tại đây.`,
  closedSilent: ({ code }) =>
    `${code} được đóng sau 7 ngày chưa có ý kiến. Nếu việc chưa xong, nhắn "${code} chưa xong".`,
  dueChanged: ({ code, dueAt, reason }) =>
    fitted((room) => `Hạn của ${code} nay là ${dueAt}, vì ${stopped(shorten(lowerFirst(reason), room))}`),
};

function sentences(...parts: (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}

/** A sentence of somebody else, so that ours can follow it. */
function stopped(text: string): string {
  return /[.!?…]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}

function lowerFirst(text: string): string {
  const trimmed = text.trim();
  // "UBND …" and other names in capitals stay.
  return /^\p{Lu}\p{Ll}/u.test(trimmed) ? trimmed.charAt(0).toLocaleLowerCase('vi') + trimmed.slice(1) : trimmed;
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
