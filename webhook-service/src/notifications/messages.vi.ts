import { intakeTextsVi } from './intake-texts.vi.ts';
import { fitted, fittedWhole, shorten } from './message-length.ts';
import type { MessageTexts } from './message-texts.ts';
import { moveTextsVi } from './move-texts.vi.ts';
import { atPlace } from './place-preposition.ts';
import { listedVi, lowerFirst, sentences, stopped } from './sentences.ts';

export const messagesVi: MessageTexts = {
  ...moveTextsVi,
  ...intakeTextsVi,
  welcome: () =>
    'Kênh phản ánh thành phố Hà Nội xin chào bạn. Gửi ảnh, vị trí và vài chữ về sự việc ngay tại đây.\n' +
    'Bạn sẽ nhận mã phản ánh, tên đơn vị xử lý và hạn trả lời. Việc khẩn cấp, xin gọi 113, 114 hoặc 115.',
  received: ({ code, category, place, agency, acceptDue, link, wardGuess, wardsBeside = [] }) =>
    fitted((room) =>
      sentences(
        `Đã nhận phản ánh ${code}: ${shorten(category, room)} ${atPlace(shorten(place, room))}.`,
        `Chúng tôi sẽ chuyển ${agency} xử lý trước ${acceptDue}.`,
        wardGuess && wardDoubt(wardGuess, wardsBeside),
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
    `Nếu có người đang gặp nguy hiểm, hãy gọi ngay ${listedVi(numbers, 'hoặc')}. Tin nhắn này không thay cho cuộc gọi. ` +
    'Chúng tôi vẫn lưu và chuyển phản ánh của bạn.',
  askPlace: () => 'Sự việc ở đâu? Xin gửi vị trí (nút + rồi chọn Vị trí), hoặc gõ địa chỉ kèm tên phường, xã.',
  askWhat: () => 'Bạn muốn phản ánh việc gì? Xin viết một câu, ví dụ: ổ gà giữa đường, rác ba ngày chưa thu.',
  askBoth: ({ photos }) =>
    `${photos > 0 ? `Đã nhận ${photos} ảnh. ` : ''}Sự việc là gì và ở đâu? Xin viết một câu và gửi vị trí, hoặc địa chỉ kèm tên phường, xã.`,
  askPlaceOrSame: ({ code }) =>
    `Đây là việc mới, hay nói thêm về ${code}? Nói thêm: xin nhắn "thêm". Việc mới: xin gửi vị trí, hoặc gõ địa chỉ kèm tên phường, xã.`,
  askWhichReport: ({ codes }) =>
    `Địa điểm này là của phản ánh nào: ${listedVi(codes.slice(0, 3), 'hay')}? Xin nhắn lại mã của phản ánh đó.`,
  placeUnknown: () => 'nơi chưa rõ',
  cancelled: () =>
    'Đã huỷ nội dung vừa gửi, chưa có phản ánh nào được tạo. Khi cần, xin gửi lại ảnh, vị trí và vài chữ.',
  nothingToCancel: () =>
    'Không có nội dung nào đang soạn để huỷ. Phản ánh đã có mã vẫn được xử lý; muốn rút, xin nhắn "rút" kèm mã; để xem tiến độ, xin nhắn "tra cứu" kèm mã.',
  unsupported: () => 'Tin vừa gửi chưa mở được ở đây. Xin viết một câu về sự việc, hoặc gửi ảnh, vị trí hay tin thoại.',
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
          ? `${agency} vẫn đang giữ; ${superior} đã được báo và phải có ý kiến trước ${newDue}.`
          : `${agency} vẫn đang giữ và chưa trả lời.`
        : 'Cán bộ tiếp nhận vẫn đang giữ; Văn phòng UBND thành phố đã được báo.',
      'Bạn không cần gửi lại.',
    ),
  delayAhead: ({ code, agency, dueAt }) =>
    `${code} có thể bị chậm: ${agency} chưa trả lời, hạn là ${dueAt}. Đơn vị đã được nhắc. ` +
    'Nếu quá hạn, cấp trên của đơn vị sẽ được báo và bạn sẽ nhận tin. Xin lỗi nếu bạn phải chờ thêm.',
  askCitizen: ({ code, agency, question, waitDue }) =>
    fittedWhole(
      (room, full) =>
        sentences(
          `${agency ?? 'Cán bộ tiếp nhận'} cần thêm thông tin cho ${code}: ${stopped(shorten(question, room))}`,
          full
            ? `Xin nhắn trả lời tại đây trước ${waitDue}; thời gian chờ không tính vào hạn xử lý.`
            : `Xin trả lời trước ${waitDue}.`,
        ),
      QUESTION_ROOM,
    ),
  waitTimedOut: ({ code, agency, dueAt }) =>
    sentences(
      `Chưa nhận được bổ sung cho ${code}.`,
      `${agency ?? 'Cán bộ tiếp nhận'} tiếp tục với thông tin đang có.`,
      dueAt && `Hạn mới: ${dueAt}.`,
      'Bạn vẫn gửi thêm được, xin nhắn kèm mã này.',
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
  answered: ({ code, agency, summary, link, attached }) =>
    fitted(
      (room) =>
        sentences(
          `${agency} đã trả lời ${code}: ${stopped(shorten(summary, room))}`,
          `${attached > 0 ? 'Ảnh, văn bản kèm theo' : 'Xem đầy đủ'}: ${link}`,
          '\nViệc đã xong chưa? Xin nhắn "đã xong" hoặc "chưa xong".',
        ),
      320,
    ),
  reopened: ({ code, agency, leader, dueAt }) =>
    sentences(
      `${code} đã được mở lại vì có ý kiến việc chưa xong.`,
      leader ? `Lần này lãnh đạo ${agency} phải trả lời.` : `Đã chuyển lên cấp trên: ${agency} đang giữ.`,
      dueAt && `Hạn trả lời: ${dueAt}.`,
    ),
  rechecked: ({ code, agency, dueAt }) =>
    sentences(
      `Kết quả ${code} được Văn phòng UBND thành phố yêu cầu kiểm tra lại.`,
      `${agency} tiếp tục xử lý.`,
      dueAt && `Hạn trả lời: ${dueAt}.`,
    ),
  askRating: ({ code }) =>
    `Cảm ơn bạn đã xác nhận ${code} đã xong. Bạn đánh giá kết quả thế nào? Xin nhắn "hài lòng", "chấp nhận" hoặc "chưa hài lòng".`,
  askUnsatisfiedReason: ({ code }) =>
    `Xin cho biết điều chưa đạt ở ${code}, nhắn một số: 1 trả lời chung chung, 2 thiếu ảnh hoặc văn bản, ` +
    '3 thực tế chưa xử lý, 4 quá chậm, 5 điều khác.',
  ratingThanks: ({ code, level, canReopen }) =>
    level === 'unsatisfied'
      ? sentences(
          `Đã lưu đánh giá "chưa hài lòng" cho ${code}. Cán bộ rà soát sẽ đọc và xác định nguyên nhân.`,
          canReopen && `Đánh giá không tự mở lại phản ánh: nếu việc chưa xong, xin nhắn "${code} chưa xong".`,
        )
      : `Đã lưu đánh giá "${level === 'satisfied' ? 'hài lòng' : 'chấp nhận'}" cho ${code}. Cảm ơn bạn.`,
  refused: ({ code, reason, where, canObject }) =>
    fitted(
      (room) =>
        sentences(
          `Chúng tôi không thể tiếp nhận ${code} vì ${stopped(shorten(reason, room))}`,
          `Ông/Bà có thể gửi tới: ${stopped(shorten(where, room))}`,
          canObject && `Nếu chưa đồng ý, nhắn "${code} xem lại" để được xem lại một lần.`,
        ),
      320,
    ),
  objectionTaken: ({ code, dueAt }) =>
    `${code} được xem lại theo đề nghị của bạn. Cán bộ tiếp nhận sẽ quyết định trước ${dueAt}. Việc xem lại chỉ thực hiện một lần.`,
  merged: ({ code, mainCode, agency }) =>
    sentences(
      `Phản ánh ${code} của bạn trùng sự việc ${mainCode}${agency ? ` đang được ${agency} xử lý` : ', cán bộ tiếp nhận đang giữ'}.`,
      'Bạn giữ mã của mình, nhận cùng kết quả và tự đánh giá. Nếu là việc khác, xin gửi lại, mở đầu bằng "việc mới".',
    ),
  split: ({ code, dueAt }) =>
    sentences(`${code} được tách ra để xử lý riêng, vì là việc khác.`, dueAt && `Hạn hiện tại: ${dueAt}.`),
  withdrawn: ({ code }) => `Đã rút phản ánh ${code} theo yêu cầu của bạn. Khi cần, xin gửi phản ánh mới tại đây.`,
  closedSilent: ({ code }) =>
    `${code} được đóng sau 7 ngày chưa có ý kiến. Nếu việc chưa xong, nhắn "${code} chưa xong".`,
  dueChanged: ({ code, dueAt, reason }) =>
    fitted((room) => `Hạn của ${code} nay là ${dueAt}, vì ${stopped(shorten(lowerFirst(reason), room))}`),
};

/** Two or three names can be chosen from; more are no help. */
function wardQuestion(choices: readonly string[]): string {
  return choices.length === 2 || choices.length === 3
    ? `Nơi này thuộc ${listedVi(choices, 'hay')}? Xin nhắn tên phường, xã.`
    : 'Để chuyển nhanh hơn, xin gửi vị trí hoặc nhắn tên phường, xã.';
}

/** Longest question an official may put; it is never cut. */
const QUESTION_ROOM = 300;

/** We had to choose, so the citizen can object; near a border both sides are named. */
function wardDoubt(guess: string, beside: readonly string[]): string {
  return beside.length === 0
    ? `Theo vị trí, nơi này có lẽ thuộc ${guess}; nếu chưa đúng, xin nhắn tên phường, xã.`
    : `Nơi này thuộc ${guess} (tạm tính) hay ${listedVi(beside.slice(0, 2), 'hay')}? Xin nhắn tên phường, xã.`;
}
