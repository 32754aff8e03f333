import { describe, expect, test } from 'vitest';
import { seedStandardTexts } from '../../../../db/seed/standard-texts.ts';
import { checkText, type TextInput } from './check-text.ts';
import { unfilledPlaceholders } from './fill.ts';
import { neededInAnswers, placeholderName, purposeNames, textPurposes } from './purposes.ts';

const input: TextInput = { name: 'Hỏi ảnh', categoryCode: null, purpose: 'askCitizen', body: 'xin gửi thêm ảnh' };
const answer = '{checkedBy} {checkedAt} {found} {done} {proof}';
const refusal = (over: Partial<TextInput>) => {
  try {
    checkText({ ...input, ...over });
  } catch (error) {
    return error;
  }
  return null;
};

describe('a standard text', () => {
  test('is stored tidy', () => {
    const messy = {
      ...input,
      name: ' Hỏi  ảnh ',
      body: ` xin\n gửi thêm ${'ảnh'.normalize('NFD')} `,
      categoryCode: 'GT',
    };
    expect(checkText(messy)).toEqual({ ...input, categoryCode: 'GT' });
    expect(checkText({ ...input, categoryCode: 'GT-01' }).categoryCode).toBe('GT-01');
  });

  test.each<[string, Partial<TextInput>, string]>([
    ['no name', { name: ' ' }, 'text_name_missing'],
    ['an unknown category', { categoryCode: 'GT-99' }, 'text_category_unknown'],
    ['no words', { body: ' ' }, 'text_empty'],
    ['501 characters', { body: 'a'.repeat(501) }, 'text_too_long'],
    ['braces nobody can fill', { body: 'gửi {phone}' }, 'text_placeholder_unknown'],
    ['braces of the prototype', { body: 'gửi {toString}' }, 'text_placeholder_unknown'],
    ['a brace that is not closed', { body: 'gửi {found' }, 'text_placeholder_broken'],
    ['a brace with a space', { body: 'gửi { found }' }, 'text_placeholder_broken'],
    ['an exclamation mark', { body: 'Cảm ơn!' }, 'text_tone'],
    ['an emoji', { body: 'Đã xong ✅' }, 'text_tone'],
    ['an internal abbreviation', { body: 'Về PAKN của Ông/Bà' }, 'text_tone'],
    ['blame', { body: 'Do Ông/Bà không cung cấp ảnh' }, 'text_tone'],
  ])('is refused with %s', (_, over, code) => {
    expect(refusal(over)).toMatchObject({ code, status: 422 });
  });

  test('may have 500 characters and numbers', () => {
    expect(refusal({ body: 'a'.repeat(500) })).toBeNull();
    expect(refusal({ body: 'gọi 113, số 12' })).toBeNull();
  });

  test.each(neededInAnswers)('for an answer needs {%s}', (needed) => {
    expect(refusal({ purpose: 'answer', body: answer.replace(`{${needed}}`, '') })).toMatchObject({
      code: 'text_answer_incomplete',
      detail: `Mẫu trả lời phải có chỗ điền: ${placeholderName(needed)} {${needed}}.`,
    });
    expect(refusal({ purpose: 'answer', body: answer })).toBeNull();
    expect(refusal({ purpose: 'extend', body: 'chờ vật tư' })).toBeNull();
  });
});

describe('the texts to begin with', () => {
  test.each(seedStandardTexts.map((text) => [text.name, text] as const))('“%s” keep to the rules', (_, text) => {
    expect(checkText(text)).toEqual(text);
  });

  test('serve every purpose for every category, and are told apart by name', () => {
    for (const purpose of textPurposes) {
      expect(seedStandardTexts.some((text) => text.purpose === purpose && text.categoryCode === null)).toBe(true);
      expect(purposeNames[purpose]).toBeTruthy();
    }
    expect(new Set(seedStandardTexts.map(({ name }) => name)).size).toBe(seedStandardTexts.length);
    expect(seedStandardTexts.length).toBeGreaterThanOrEqual(20);
  });

  test('are no answer by themselves: each answer has something only the official can say', () => {
    for (const { body } of seedStandardTexts.filter(({ purpose }) => purpose === 'answer')) {
      expect(unfilledPlaceholders(body)).toEqual(expect.arrayContaining([...neededInAnswers]));
    }
  });
});
