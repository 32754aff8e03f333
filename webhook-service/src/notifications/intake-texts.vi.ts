import type { IntakeTexts, KeptKind } from './intake-texts.ts';
import { fitted, shorten } from './message-length.ts';
import { listedVi, sentences } from './sentences.ts';

export const intakeTextsVi: IntakeTexts = {
  askWhichMeant: ({ codes }) =>
    `Bạn nói về phản ánh nào: ${listedVi(codes.slice(0, 3), 'hay')}? Xin nhắn mã của phản ánh đó.`,
  kept: ({ kinds }) => `Đã giữ ${what(kinds)} cùng phản ánh; cán bộ sẽ ${reads(kinds)}.`,
  keptWith: ({ code, kinds, askWords }) =>
    sentences(
      `Đã giữ ${what(kinds)} cùng phản ánh ${code}; cán bộ sẽ ${reads(kinds)}.`,
      askWords && 'Nếu tiện, xin viết thêm một câu về sự việc, kèm mã này.',
    ),
  cardNotNeeded: () =>
    'Không cần gửi danh thiếp; số điện thoại trong đó không được lưu. Xin viết sự việc, kèm ảnh và vị trí.',
  callNotAnswered: () =>
    'Kênh này không nghe điện thoại. Xin nhắn sự việc kèm ảnh và vị trí tại đây. Việc khẩn cấp, hãy gọi 113, 114 hoặc 115.',
  signIn: ({ numbers }) =>
    numbers.length > 0
      ? `Nếu có người đang gặp nguy hiểm, hãy gọi ngay ${listedVi(numbers, 'hoặc')}. Tin này vẫn được lưu và chuyển đi. Để bổ sung và nhận kết quả, xin đăng nhập Zalo rồi nhắn lại.`
      : 'Để gửi phản ánh, xin đăng nhập Zalo rồi nhắn lại tại đây; kết quả cũng được báo ở đó. Việc khẩn cấp, hãy gọi 113, 114 hoặc 115.',
  calm: () =>
    'Việc gì làm bạn bức xúc, xin viết một câu kèm ảnh và vị trí. Phản ánh nào cũng có mã, đơn vị xử lý và hạn trả lời.',
  severalMatters: ({ code, count, place }) =>
    fitted((room) =>
      sentences(
        `${code} đang giữ cả ${count} việc bạn nêu${place ? `, xử lý theo nơi: ${shorten(place, room)}` : ''}.`,
        'Để mỗi việc đến đúng đơn vị, xin gửi riêng từng việc còn lại, mở đầu bằng "việc mới".',
      ),
    ),
};

const NAMES: Readonly<Record<KeptKind, string>> = { voice: 'tin thoại', video: 'video', file: 'tệp' };
const READS: Readonly<Record<KeptKind, string>> = { voice: 'nghe', video: 'xem', file: 'đọc' };

function what(kinds: readonly KeptKind[]): string {
  return listedVi(
    kinds.map((kind) => NAMES[kind]),
    'và',
  );
}

function reads(kinds: readonly KeptKind[]): string {
  return listedVi(
    kinds.map((kind) => READS[kind]),
    'và',
  );
}
