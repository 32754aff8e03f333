import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownName } from './attachment-name.ts';

describe('the name of a file', () => {
  it.each([
    ['đơn phản ánh.pdf', 'đơn phản ánh.pdf'],
    ['đơn'.normalize('NFD'), 'đơn'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\a\\ảnh.jpg', 'ảnh.jpg'],
    ['hoá đơn\u202efdp.exe', 'hoá đơn fdp.exe'],
    ['a\r\nSet-Cookie: b.pdf', 'a Set-Cookie: b.pdf'],
  ])('%j is shown as %j', (name, shown) => {
    expect(shownName(name)).toBe(shown);
  });

  it.each(['', '  ', '..', 'a/', '\u0000\u200b'])('%j is no name', (name) => {
    expect(shownName(name)).toBeNull();
  });

  it('keeps its ending when it is shortened', () => {
    const shown = shownName(`${'ă'.repeat(300)}.docx`) ?? '';
    expect([...shown]).toHaveLength(120);
    expect(shown).toMatch(/^ă+…\.docx$/u);
  });

  it('is one visible line of at most 120 characters, whatever was sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const shown = shownName(name);
        expect(shown === null || ([...shown].length <= 120 && !/[\p{C}/\\]/u.test(shown.replace(/\p{Cn}/gu, '')))).toBe(
          true,
        );
      }),
    );
  });
});
