import { defineTexts } from '../../i18n/language.ts';

export const stepTexts = defineTexts({
  vi: {
    stepOf: (number: number, of: number) => `Bước ${number} trên ${of}`,
    done: 'Xong',
  },
  en: {
    stepOf: (number: number, of: number) => `Step ${number} of ${of}`,
    done: 'Done',
  },
});
