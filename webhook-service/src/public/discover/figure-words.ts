import type { Language } from '../../deadlines/due-words.ts';
import type { PlaceFigures } from '../../stats/place-figures.ts';

/** What each figure means, one sentence: a figure without its definition has been read in two ways (domain-hanoi C9). */
export const figureWords: Readonly<Record<Language, Readonly<Record<keyof PlaceFigures, string>>>> = {
  vi: {
    received: 'Số phản ánh nhận trong kỳ, kể cả phản ánh sau đó bị từ chối, gộp hoặc rút.',
    answeredOnTime: 'Trong các câu trả lời có hạn được gửi trong kỳ, số câu gửi đúng hạn.',
    rated: 'Trong các câu trả lời gửi trong kỳ, số lượt được người dân đánh giá trong kỳ.',
    satisfied: 'Trong các lượt đánh giá trong kỳ, số lượt “hài lòng”.',
    satisfiedOrAccepted: 'Trong các lượt đánh giá trong kỳ, số lượt “hài lòng” hoặc “chấp nhận”.',
    medianDays:
      'Số ngày từ khi nhận đến câu trả lời đầu tiên, lấy mức giữa: một nửa nhanh hơn, một nửa chậm hơn; tính cả ngày nghỉ.',
    openNow: 'Số phản ánh đang chờ chuyển, đang xử lý hoặc đang chờ người dân bổ sung lúc này.',
    overdueNow: 'Trong số đang mở lúc này, số đã quá hạn chuyển hoặc quá hạn trả lời.',
    topCategories: 'Các lĩnh vực công khai nhận nhiều phản ánh nhất trong kỳ.',
  },
  en: {
    received: 'Reports received in the period, also those refused, merged or withdrawn later.',
    answeredOnTime: 'Of the answers with a due time given in the period, those given in time.',
    rated: 'Ratings by citizens in the period, of the answers given in the period.',
    satisfied: 'Of the ratings in the period, those that say “satisfied”.',
    satisfiedOrAccepted: 'Of the ratings in the period, those that say “satisfied” or “acceptable”.',
    medianDays:
      'Days from receipt to the first answer, the middle one: half were quicker, half slower; days off are counted.',
    openNow: 'Reports that wait to be passed on, are worked on, or wait for their sender right now.',
    overdueNow: 'Of those open right now, those past the time to be passed on or answered.',
    topCategories: 'The public categories with most reports in the period.',
  },
};
