import { defineTexts } from '../../i18n/language.ts';

export const similarTexts = defineTexts({
  vi: {
    title: 'Có người đã phản ánh việc này?',
    intro: 'Nếu đúng là việc này, hãy cùng phản ánh: bạn nhận cùng kết quả, ảnh của bạn được thêm vào.',
    looking: 'Đang xem có ai phản ánh việc này chưa…',
    same: 'Đúng việc này: cùng phản ánh',
    sameAs: (what: string) => `Đúng việc này, cùng phản ánh: ${what}`,
    other: 'Việc khác, gửi phản ánh mới',
    skip: 'Bỏ qua, đi tiếp',
    noCategory: 'Chưa phân loại',
    metres: (metres: number) => `cách nơi bạn chọn khoảng ${metres} m`,
    kilometres: (km: string) => `cách nơi bạn chọn khoảng ${km} km`,
    samePoint: 'cùng nơi bạn chọn',
    sent: (ago: string) => `gửi ${ago}`,
    photo: (what: string) => `Ảnh của phản ánh: ${what}`,
    followers: (count: number) => `${count} người đã cùng phản ánh hoặc theo dõi`,
    why: 'Vì sao có thể là cùng một việc',
  },
  en: {
    title: 'Has somebody reported this already?',
    intro: 'If it is the same, join in: you get the same result, and your photos are added.',
    looking: 'Looking whether somebody has reported this…',
    same: 'It is this: join in',
    sameAs: (what: string) => `It is this, join in: ${what}`,
    other: 'Something else: send a new report',
    skip: 'Skip and go on',
    noCategory: 'Not sorted yet',
    metres: (metres: number) => `about ${metres} m from your place`,
    kilometres: (km: string) => `about ${km} km from your place`,
    samePoint: 'at the place you chose',
    sent: (ago: string) => `sent ${ago}`,
    photo: (what: string) => `Photo of the report: ${what}`,
    followers: (count: number) =>
      count === 1 ? '1 person has joined in or follows it' : `${count} people have joined in or follow it`,
    why: 'Why it may be the same',
  },
});
