import { fitted, shorten } from './message-length.ts';
import type { CannotReason, MoveName, MoveTexts } from './move-texts.ts';
import { listedVi, sentences, stopped } from './sentences.ts';

export const moveTextsVi: MoveTexts = {
  replyTaken: ({ code, agency, dueAt }) =>
    sentences(
      `Đã chuyển câu trả lời của bạn về ${code} cho ${agency ?? 'cán bộ tiếp nhận'}.`,
      dueAt && `Hạn ${agency ? 'trả lời' : 'chuyển đơn vị xử lý'} hiện tại: ${dueAt}.`,
      'Nếu bạn nói về việc khác, xin gửi lại và mở đầu bằng "việc mới".',
    ),
  replyAwaited: ({ code, question }) =>
    fitted(
      (room) =>
        sentences(
          `Câu hỏi về ${code} vẫn chờ bạn trả lời: ${stopped(shorten(question, room))}`,
          'Xin viết câu trả lời, ví dụ "đúng", "không đúng" hoặc một câu ngắn.',
        ),
      320,
    ),
  askWhichMove: ({ codes, say }) =>
    codes.length === 1
      ? `Bạn nói về phản ánh ${codes[0]}? Nếu đúng, xin nhắn "${codes[0]} ${say}".`
      : `Bạn nói về phản ánh nào: ${listedVi(codes.slice(0, 3), 'hay')}? Xin nhắn mã của phản ánh đó, ví dụ "${codes[0]} ${say}".`,
  askResultOrNew: ({ codes }) =>
    sentences(
      `Bạn nói về kết quả ${listedVi(codes.slice(0, 3), 'hay')}, hoặc một việc mới?`,
      `Kết quả: xin nhắn ${codes.length > 1 ? 'mã kèm ' : ''}"đã xong" hoặc "chưa xong".`,
      'Việc mới: xin gửi vị trí, hoặc gõ địa chỉ kèm tên phường, xã.',
    ),
  askWhichReply: ({ codes }) =>
    `Câu trả lời này cho phản ánh nào: ${listedVi(codes.slice(0, 3), 'hay')}? Xin nhắn mã của phản ánh đó.`,
  nothingToMove: ({ move }) => nothing[move],
  notYours: ({ code }) =>
    `${code} không phải phản ánh gửi từ tài khoản Zalo này, nên chỉ xem được tiến độ. Xin nhắn "tra cứu ${code}", hoặc "theo dõi ${code}" để nhận tin khi có kết quả.`,
  cannot: ({ why, ...facts }) => sentences(...reasons[why](facts)),
  followerDone: ({ code }) =>
    `Cảm ơn bạn. ${code} sẽ đóng khi người gửi phản ánh chính xác nhận. Bạn đánh giá kết quả thế nào? Xin nhắn "hài lòng", "chấp nhận" hoặc "chưa hài lòng".`,
  duplicateOffer: ({ code, mainCode, category, place, distanceMetres }) =>
    sentences(
      `${code} có thể trùng ${mainCode} đã gửi trước: ${shorten(category, 80)}${place ? `, ${place}` : ''}${distanceMetres === null ? '' : `, cách khoảng ${Math.max(10, distanceMetres)} m`}.`,
      `Nếu cùng một việc, nhắn "cùng phản ánh ${mainCode}" để nhận cùng kết quả.`,
      'Nếu không, bạn không cần làm gì.',
    ),
  followed: ({ code, agency, dueAt }) =>
    sentences(
      `Bạn đang theo dõi ${code} và sẽ nhận tin khi có kết quả.`,
      agency && `${agency} đang giữ${dueAt ? `, hạn trả lời: ${dueAt}` : ''}.`,
    ),
  unfollowed: ({ code }) => `Đã thôi theo dõi ${code}. Bạn sẽ không nhận tin về phản ánh này nữa.`,
  cannotFollow: ({ code }) =>
    `Chưa theo dõi được ${code} vì phản ánh này đã kết thúc hoặc không công khai. Để xem tiến độ, xin nhắn "tra cứu ${code}".`,
};

const nothing: Readonly<Record<MoveName, string>> = {
  confirm: 'Chưa có phản ánh nào của bạn đang chờ xác nhận. Để xem tiến độ, xin nhắn "tra cứu" kèm mã.',
  reject:
    'Chưa có kết quả nào của bạn đang chờ xác nhận. Nếu muốn mở lại phản ánh đã đóng, xin nhắn mã kèm chữ "chưa xong".',
  rate: 'Chưa có kết quả nào đang chờ bạn đánh giá. Nếu muốn đánh giá một phản ánh cũ, xin nhắn mã kèm lời đánh giá.',
  withdraw: 'Không có phản ánh nào của bạn có thể rút lúc này. Để xem tiến độ, xin nhắn "tra cứu" kèm mã.',
  object: 'Không có phản ánh nào của bạn chờ xem lại. Để xem tiến độ, xin nhắn "tra cứu" kèm mã.',
  join: 'Chưa có phản ánh nào được gợi ý là trùng với phản ánh của bạn. Để theo dõi một phản ánh, xin nhắn "theo dõi" kèm mã.',
};

type Facts = { code: string; agency: string | null; dueAt: string | null };
type Sentences = (string | null | false)[];

const reasons: Readonly<Record<CannotReason, (facts: Facts) => Sentences>> = {
  no_answer_yet: ({ code, agency, dueAt }) => [
    `${code} chưa có kết quả nên chưa thể xác nhận hay đánh giá.`,
    agency ? `${agency} đang giữ${dueAt ? `, hạn trả lời: ${dueAt}` : ''}.` : 'Cán bộ tiếp nhận đang xem.',
    'Khi có kết quả, bạn sẽ nhận tin.',
  ],
  already_in_progress: ({ code, agency }) => [
    `${code} đang được ${agency ?? 'đơn vị'} xử lý nên được giữ riêng.`,
    'Bạn sẽ nhận kết quả của chính phản ánh này.',
  ],
  awaiting_citizen: ({ code }) => [`${code} đang chờ bạn trả lời một câu hỏi. Xin trả lời câu hỏi đó trước.`],
  already_answered: ({ code }) => [
    `${code} đã có kết quả.`,
    `Việc đã xong chưa? Xin nhắn "${code} đã xong" hoặc "${code} chưa xong".`,
  ],
  already_closed: ({ code }) => [
    `${code} đã đóng nên không cần làm gì thêm.`,
    'Nếu sự việc tái diễn, xin gửi phản ánh mới và nhắc mã này.',
  ],
  already_refused: ({ code }) => [
    `${code} không được tiếp nhận.`,
    `Nếu chưa đồng ý và chưa đề nghị xem lại lần nào, xin nhắn "${code} xem lại".`,
  ],
  already_merged: ({ code }) => [
    `${code} đã gộp với phản ánh về cùng sự việc và nhận cùng kết quả, nên không cần làm riêng.`,
  ],
  already_withdrawn: ({ code }) => [
    `${code} đã được rút theo yêu cầu của bạn.`,
    'Nếu việc vẫn còn, xin gửi phản ánh mới.',
  ],
  work_has_begun: ({ code, agency }) => [
    `${code} chưa rút được vì ${agency ?? 'đơn vị'} đã bắt đầu xử lý.`,
    'Nếu việc đã xong, xin xác nhận khi nhận kết quả.',
  ],
  nothing_asked: ({ code }) => [
    `${code} hiện không có câu hỏi nào chờ bạn trả lời.`,
    'Muốn bổ sung, xin nhắn kèm mã này.',
  ],
  not_refused: ({ code }) => [
    `${code} không bị từ chối nên không cần xem lại.`,
    `Để xem tiến độ, xin nhắn "tra cứu ${code}".`,
  ],
  rated_already: ({ code }) => [
    `Bạn đã đánh giá kết quả ${code}, mỗi kết quả đánh giá một lần.`,
    'Đánh giá của bạn được giữ nguyên.',
  ],
  objection_used: ({ code }) => [
    `${code} đã được xem lại một lần theo đề nghị của bạn.`,
    'Khi có tình tiết mới, xin gửi phản ánh mới.',
  ],
  merge_target_over: ({ code }) => [`Phản ánh được gợi ý không còn mở, nên ${code} vẫn được xử lý riêng.`],
  merge_not_suggested: ({ code }) => [`Chưa thấy phản ánh nào trùng với ${code}, nên ${code} vẫn được xử lý riêng.`],
  other: ({ code }) => [`Chưa làm được việc này với ${code}. Để xem tiến độ, xin nhắn "tra cứu ${code}".`],
};
