import { defineTexts } from '../../i18n/language.ts';

export const reportCardTexts = defineTexts({
  vi: {
    overdue: 'Quá hạn',
    before: 'Trước',
    after: 'Sau',
    photoOf: (what: string) => `Ảnh: ${what}`,
    photoBefore: (what: string) => `Ảnh trước khi xử lý: ${what}`,
    photoAfter: (what: string) => `Ảnh sau khi xử lý: ${what}`,
  },
  en: {
    overdue: 'Overdue',
    before: 'Before',
    after: 'After',
    photoOf: (what: string) => `Photo: ${what}`,
    photoBefore: (what: string) => `Photo before the work: ${what}`,
    photoAfter: (what: string) => `Photo after the work: ${what}`,
  },
});
