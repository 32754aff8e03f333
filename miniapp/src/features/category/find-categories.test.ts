import { expect, it } from 'vitest';
import { findCategories } from './find-categories.ts';
import { recentOf } from './recent.ts';
import { groups } from './testing/samples.ts';

const codes = (query: string) =>
  findCategories(groups, query).flatMap(({ categories }) => categories.map(({ code }) => code));

it('nothing typed shows everything that may be chosen, in its groups', () => {
  expect(codes('  ')).toEqual(['GT-01', 'GT-12', 'CS-01', 'OS-02']);
});

it('names are found without diacritics, in any order of the words', () => {
  expect(codes('den duong')).toEqual(['CS-01']);
  expect(codes('HỎNG ĐÈN')).toEqual(['CS-01']);
});

it('the name of a group finds all of it', () => {
  expect(codes('chieu sang cap')).toEqual(['CS-01']);
  expect(codes('giao thong')).toEqual(['GT-01', 'GT-12']);
});

it('hints and examples are searched when no name fits', () => {
  expect(codes('lang ha')).toEqual(['GT-01']);
  expect(codes('toi')).toEqual(['CS-01']);
});

it('what only officials sort as is never offered', () => {
  expect(codes('tin rac')).toEqual([]);
});

it('what was reported last comes first, once, and only when it may be chosen again', () => {
  const names = [
    'Đèn đường hỏng, thiếu chiếu sáng',
    'Tố cáo, tham nhũng, tiêu cực',
    'Đã bỏ',
    'Đèn đường hỏng, thiếu chiếu sáng',
  ];
  expect(recentOf(groups, names).map(({ code }) => code)).toEqual(['CS-01']);
});
