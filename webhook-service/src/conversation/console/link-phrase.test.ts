import { expect, it } from 'vitest';
import { readLinkPhrase } from './link-phrase.ts';

it.each([
  ['Liên kết 482913', '482913'],
  ['lien ket 482913', '482913'],
  ['LIÊN KẾT: 482 913.', '482913'],
  ['“Liên kết 482913”', '482913'],
  ['Liên kết tài khoản 482-913', '482913'],
  ['Liên kết', null],
  ['Liên kết 48291', null],
  ['Liên kết 4829130', null],
])('%j is a link phrase', (words, code) => {
  expect(readLinkPhrase(words)).toEqual({ code });
});

it.each([
  'liên kết cầu bị hỏng',
  'Mối liên kết 482913',
  'Liên kết 482913 nhé bác',
  '482913',
  'nắp liên kết 2 ống bị bung',
  '',
])('%j is none', (words) => {
  expect(readLinkPhrase(words)).toBeNull();
});
