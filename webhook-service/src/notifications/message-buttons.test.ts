import { describe, expect, test } from 'vitest';
import { buttonsFor, buttonsForCodes, newOrSameButtons, resultOrNewButtons } from './message-buttons.ts';

const code = 'HN-7K3MR4T5';
const other = 'HN-HF2WTX3K';

describe.each(['vi', 'en'] as const)('buttons in %s', (language) => {
  const all = [
    ...['answered', 'confirmed', 'follower_done', 'ask_reason', 'closed_silent'].map((kind) =>
      buttonsFor(kind, { code, language }),
    ),
    resultOrNewButtons([code], language),
    resultOrNewButtons([code, other], language),
    newOrSameButtons(code, language),
    buttonsForCodes([code, other], 'đã xong'),
  ];

  test('at most five, with short titles, each saying words a person could have typed', () => {
    for (const buttons of all) {
      expect(buttons.length).toBeGreaterThan(0);
      expect(buttons.length).toBeLessThanOrEqual(5);
      for (const button of buttons) {
        expect(button.title.length).toBeLessThanOrEqual(100);
        expect('say' in button && button.say).toMatch(/^\S.*\S$/u);
      }
    }
  });
});

test('what they say carries the code, so that a button pressed late is still clear', () => {
  expect(buttonsFor('answered', { code, language: 'vi' })).toEqual([
    { title: 'Đã xong', say: `${code} đã xong` },
    { title: 'Chưa xong', say: `${code} chưa xong` },
  ]);
  expect(buttonsForCodes([code, other], '')).toEqual([
    { title: code, say: code },
    { title: other, say: other },
  ]);
  expect(resultOrNewButtons([code], 'vi').map(({ title }) => title)).toEqual(['Đã xong', 'Chưa xong', 'Việc mới']);
  expect(buttonsFor('dispatched', { code, language: 'vi' })).toEqual([]);
});
