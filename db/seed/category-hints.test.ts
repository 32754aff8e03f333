import { expect, test } from 'vitest';
import { categories, categoryGroups } from './categories.ts';
import { categoryHint } from './category-hints.ts';

const LANGUAGES = ['vi', 'en'] as const;
const codes = [...categoryGroups, ...categories].map(({ code }) => code);

test('every group and category says what to write, in both languages, in a line a phone can show', () => {
  for (const code of codes) {
    for (const language of LANGUAGES) {
      const found = categoryHint(code, language);
      expect(found?.hint, code).toMatch(/[.!]$/u);
      expect(found?.example, code).toMatch(/[.!]$/u);
      expect(found?.hint.length, code).toBeLessThanOrEqual(140);
      expect(found?.example.length, code).toBeLessThanOrEqual(110);
      expect(found?.hint, code).toBe(found?.hint.normalize('NFC'));
    }
  }
  expect(categoryHint('XX', 'vi')).toBeNull();
});

test('a category where somebody may be in danger names the number before anything else', () => {
  for (const { code, priority, emergencyNumbers } of categories) {
    if (priority !== 'emergency') continue;
    for (const language of LANGUAGES) {
      const { hint } = categoryHint(code, language) ?? { hint: '' };
      expect(
        emergencyNumbers.some((number) => hint.includes(number)),
        `${code} ${hint}`,
      ).toBe(true);
    }
  }
});
