import { defineTexts } from '../../i18n/language.ts';

const many = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

export const draftTexts = defineTexts({
  vi: {
    sync: {
      cancelledInChat:
        'Bản nháp này đã bị hủy trong chat. Nội dung vẫn còn trên máy; bấm “Gửi phản ánh” nếu bạn vẫn muốn gửi.',
      partlySent: (code: string) =>
        `Những gì đã lưu trước đó đã được gửi thành phản ánh ${code}. Phần dưới đây chưa nằm trong phản ánh ấy.`,
      refused: 'Hệ thống chưa nhận được phản ánh này. Nội dung vẫn còn trên máy; xin xem lại rồi gửi lần nữa.',
      photoRefused: 'Có ảnh không gửi được. Xin bỏ ảnh đó hoặc chọn ảnh khác, rồi gửi lại.',
    },
    notices: {
      mend: 'Xem và sửa',
      fromChat: 'Bạn đã bắt đầu phản ánh này trong chat. Viết tiếp ở đây, không phải nhập lại.',
      attachments: (count: number) => `Kèm ${count} tệp hoặc tin thoại đã gửi trong chat.`,
      full: 'Máy hết chỗ. Chữ bạn viết vẫn được giữ; ảnh vừa thêm chỉ còn đến khi đóng ứng dụng. Xin gửi sớm, hoặc xóa bớt ảnh trong máy.',
      closed: 'Máy này không cho ứng dụng lưu lại gì. Xin đừng đóng ứng dụng trước khi gửi xong.',
      lost: (count: number) => `${count} ảnh chưa kịp lưu khi ứng dụng bị đóng. Xin chụp hoặc chọn lại.`,
    },
    discard: {
      button: 'Bỏ bản nháp này',
      title: 'Bỏ bản nháp này?',
      words: 'Mọi điều đã viết và ảnh đã chọn sẽ bị xóa, ở đây và trong chat. Không lấy lại được.',
      yes: 'Bỏ bản nháp',
      no: 'Giữ lại',
    },
    waiting: {
      title: 'Chưa gửi xong',
      writing: 'Đang viết dở',
      goOn: 'Viết tiếp',
      goOnOf: (what: string) => `Viết tiếp: ${what}`,
      sending: 'Đang gửi…',
      sendingLater: 'Đã giữ trên máy. Sẽ tự gửi khi có mạng và ứng dụng đang mở.',
      takeBack: 'Sửa lại trước khi gửi',
      takeBackOf: (what: string) => `Sửa lại trước khi gửi: ${what}`,
      refused: 'Chưa gửi được',
      mend: 'Xem và sửa',
      mendOf: (what: string) => `Xem và sửa: ${what}`,
      noWords: (photos: number) => (photos > 0 ? `${photos} ảnh, chưa có lời` : 'Chưa có lời'),
    },
    sent: {
      title: 'Đã nhận phản ánh',
      titleKept: 'Đã giữ phản ánh',
      titleSending: 'Đang gửi phản ánh',
      titleRefused: 'Chưa gửi được',
      received: 'Hệ thống đã nhận phản ánh của bạn.',
      code: 'Mã phản ánh',
      who: 'Cán bộ tiếp nhận sẽ đọc và chuyển cho đơn vị có trách nhiệm.',
      until: (due: string) => `Chậm nhất: ${due}.`,
      joined: (main: string) =>
        `Bạn cùng phản ánh với ${main}: ảnh của bạn được thêm vào đó, và bạn được báo cùng một kết quả.`,
      nextTitle: 'Tiếp theo',
      next: [
        'Bạn được báo khi phản ánh đến đơn vị xử lý, kèm hạn trả lời.',
        'Khi có kết quả, bạn xem ảnh sau xử lý và cho biết việc đã xong hay chưa.',
        'Thiếu thông tin thì cán bộ sẽ hỏi bạn.',
      ],
      see: 'Xem phản ánh',
      home: 'Về trang đầu',
      sending: 'Đang gửi. Bạn có thể đợi, hoặc đóng trang này: mọi thứ đã nằm trên máy.',
      sendingPhotos: (done: number, all: number) => `Đã gửi ${done} trên ${all} ảnh.`,
      kept: 'Phản ánh đã được giữ trên máy. Sẽ tự gửi khi có mạng và ứng dụng đang mở; bạn không phải làm gì thêm.',
      keptService: 'Hệ thống đang trục trặc. Phản ánh đã được giữ trên máy và sẽ tự gửi lại sau ít phút.',
      keptOpen: 'Máy này không cho ứng dụng lưu lại gì: xin giữ ứng dụng mở cho đến khi gửi xong.',
      again: 'Thử gửi ngay',
    },
  },
  en: {
    sync: {
      cancelledInChat:
        'This draft was cancelled in the chat. It is still on this phone; press “Send report” if you still want to send it.',
      partlySent: (code: string) =>
        `What had been saved before was sent as report ${code}. What you see here is not part of it yet.`,
      refused: 'The service did not take this report. It is still on this phone; please check it and send it again.',
      photoRefused: 'A photo could not be sent. Please remove it or choose another one, then send again.',
    },
    notices: {
      mend: 'See and correct',
      fromChat: 'You began this report in the chat. Go on here, nothing has to be entered again.',
      attachments: (count: number) => `With what else was sent in the chat: ${many(count, 'file')}.`,
      full: 'The phone is full. Your words are kept; photos just added last only until the app is closed. Please send soon, or delete some photos on the phone.',
      closed: 'This phone does not let the app keep anything. Please do not close the app before the report is sent.',
      lost: (count: number) =>
        `${many(count, 'photo')} had not been saved when the app was closed. Please take or choose again.`,
    },
    discard: {
      button: 'Throw this draft away',
      title: 'Throw this draft away?',
      words: 'Everything written and all photos will be deleted, here and in the chat. This cannot be undone.',
      yes: 'Throw away',
      no: 'Keep it',
    },
    waiting: {
      title: 'Not sent yet',
      writing: 'Being written',
      goOn: 'Go on',
      goOnOf: (what: string) => `Go on: ${what}`,
      sending: 'Sending…',
      sendingLater: 'Kept on this phone. It is sent by itself when there is a network and the app is open.',
      takeBack: 'Change before it is sent',
      takeBackOf: (what: string) => `Change before it is sent: ${what}`,
      refused: 'Not sent',
      mend: 'See and correct',
      mendOf: (what: string) => `See and correct: ${what}`,
      noWords: (photos: number) => (photos > 0 ? `${many(photos, 'photo')}, no words yet` : 'No words yet'),
    },
    sent: {
      title: 'Report received',
      titleKept: 'Report kept',
      titleSending: 'Sending the report',
      titleRefused: 'Not sent',
      received: 'The service has received your report.',
      code: 'Report code',
      who: 'An intake officer reads it and passes it on to whoever is responsible.',
      until: (due: string) => `At the latest: ${due}.`,
      joined: (main: string) => `It joins report ${main}: your photos are added to it, and you hear the same result.`,
      nextTitle: 'What happens next',
      next: [
        'You are told when it reaches the office in charge, and until when they answer.',
        'When there is a result you see a photo of it and say whether it is done.',
        'If something is unclear, an officer will ask you.',
      ],
      see: 'See the report',
      home: 'To the first page',
      sending: 'Sending. You can wait, or close this page: everything is on this phone.',
      sendingPhotos: (done: number, all: number) => `${done} of ${all} photos sent.`,
      kept: 'The report is kept on this phone. It is sent by itself when there is a network and the app is open; there is nothing more to do.',
      keptService:
        'The service has a problem. The report is kept on this phone and will be sent again in a few minutes.',
      keptOpen: 'This phone does not let the app keep anything: please leave the app open until it is sent.',
      again: 'Try to send now',
    },
  },
});
