import { expect, test } from 'vitest';
import { distanceWords, timeWords } from './reason-words.ts';

test.each([
  [0.9, 'cùng một điểm'],
  [1, 'cách nhau 1 m'],
  [34.6, 'cách nhau 35 m'],
  [999.4, 'cách nhau 999 m'],
  [999.6, 'cách nhau 1,0 km'],
  [1234, 'cách nhau 1,2 km'],
])('%d m: %s', (metres, words) => expect(distanceWords(metres)).toBe(words));

test.each([
  [0, 'gửi gần như cùng lúc'],
  [1 / 60, 'gửi cách nhau 1 phút'],
  [59 / 60, 'gửi cách nhau 59 phút'],
  [1, 'gửi cách nhau 1 giờ'],
  [47, 'gửi cách nhau 47 giờ'],
  [47.5, 'gửi cách nhau 2 ngày'],
  [60, 'gửi cách nhau 3 ngày'],
])('%d hours: %s', (hours, words) => expect(timeWords(hours)).toBe(words));
