import { fitted, shorten } from '../notifications/message-length.ts';
import { sentences, stopped } from '../notifications/sentences.ts';
import type { RequestKind } from './open-request.ts';
import type { RightsTexts } from './rights-texts.ts';

const what: Readonly<Record<RequestKind, string>> = {
  erase: 'xóa dữ liệu',
  export: 'tải dữ liệu',
  correct: 'sửa dữ liệu',
  restrict: 'hạn chế dùng dữ liệu',
  object: 'phản đối việc dùng dữ liệu',
  withdraw_consent: 'rút lại đồng ý',
};

export const rightsTextsVi: RightsTexts = {
  notice: ({ controller, url }) =>
    sentences(
      `Về dữ liệu của bạn: ${controller} dùng nội dung, vị trí, ảnh và mã tài khoản Zalo bạn gửi để giải quyết phản ánh và báo kết quả.`,
      'Bạn có thể nhắn "tải dữ liệu của tôi" hoặc "xóa dữ liệu của tôi" bất cứ lúc nào.',
      `Quyền của bạn: ${url}`,
    ),
  askEraseConfirmed: () =>
    sentences(
      'Xóa dữ liệu thì không lấy lại được: nội dung, vị trí, ảnh, tin nhắn, số điện thoại của bạn sẽ mất, phản ánh chưa có đơn vị nhận được rút.',
      'Trả lời "XÓA DỮ LIỆU" trong 24 giờ để xác nhận. Nếu không, bạn không cần làm gì.',
    ),
  erasing: () =>
    sentences(
      '✅ Dữ liệu của bạn được xóa ngay sau tin này: nội dung, vị trí, ảnh, tin nhắn, số điện thoại.',
      'Chỉ giữ lại mã phản ánh, phường xã, thời gian và câu trả lời của cơ quan, không gắn với bạn. Nếu nhắn lại, bạn là người dùng mới.',
    ),
  exportLink: ({ url, until }) =>
    sentences(
      `Dữ liệu của bạn đã sẵn sàng, tải tại: ${url}`,
      `Liên kết dùng được trước ${until}. Xin không chuyển liên kết này cho người khác.`,
    ),
  consentWithdrawn: () =>
    sentences(
      '✅ Đã ghi nhận bạn rút lại đồng ý. Số điện thoại của bạn (nếu có) đã xóa, phản ánh của bạn không được công khai kèm nội dung và ảnh.',
      'Phản ánh đang xử lý vẫn được giải quyết theo nhiệm vụ của cơ quan. Để xóa hết, xin nhắn "xóa dữ liệu của tôi".',
    ),
  taken: ({ kind, answerDue }) => `Đã nhận yêu cầu ${what[kind]} của bạn. Chúng tôi sẽ trả lời trước ${answerDue}.`,
  answered: ({ kind, words, due }) =>
    fitted(
      (room) =>
        sentences(`Trả lời yêu cầu ${what[kind]} của bạn: ${stopped(shorten(words, room))}`, `Hạn làm xong: ${due}.`),
      480,
    ),
  extended: ({ kind, reason, due }) =>
    fitted(
      (room) =>
        sentences(
          `Xin lỗi, yêu cầu ${what[kind]} của bạn cần thêm thời gian. Lý do: ${stopped(shorten(reason, room))}`,
          `Hạn mới: ${due}.`,
        ),
      480,
    ),
  refused: ({ kind, reason, where }) =>
    fitted(
      (room) =>
        sentences(
          `Chưa làm được yêu cầu ${what[kind]} của bạn vì: ${stopped(shorten(reason, Math.floor(room / 2)))}`,
          `Nếu chưa đồng ý, bạn có thể gửi tới: ${stopped(shorten(where, Math.floor(room / 2)))}`,
        ),
      480,
    ),
  done: ({ kind, words }) =>
    fitted((room) => `✅ Đã làm xong yêu cầu ${what[kind]} của bạn: ${stopped(shorten(words, room))}`, 480),
};
