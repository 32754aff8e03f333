import { describe, expect, it } from 'vitest';
import type { DraftContent } from '../../../../db/schema/draft-content.ts';
import { missingFrom, readWithChoices, worthAPerson } from './read-with-choices.ts';

const AT = Date.UTC(2026, 9, 12, 9, 30);
const LANG = { latitude: 21.0135, longitude: 105.8165 };

function content(text: string, over: Partial<DraftContent> = {}): DraftContent {
  return { texts: text ? [{ messageId: 'miniapp', at: AT, text }] : [], photos: 0, asked: [], ...over };
}
const read = (text: string, over: Partial<DraftContent> = {}) => readWithChoices(content(text, over));
const missing = (text: string, over: Partial<DraftContent> = {}) =>
  missingFrom(read(text, over), content(text, over)).join(' ');

describe('a draft with choices', () => {
  it('prefers what was chosen to what is read', () => {
    const text = 'rác đổ ra đường, phường Láng';
    expect(read(text).place?.ward?.code).toBe('00199');
    const chosen = { wardCode: '00004', address: 'số 7 ngõ 80' };
    expect(read(text, { chosen }).place).toEqual({
      pin: null,
      address: 'số 7 ngõ 80',
      ward: { code: '00004', certainty: 'named', candidates: ['00004'] },
    });
  });

  it('reads the ward in an address that was typed into its own field', () => {
    expect(read('rác đổ ra đường', { chosen: { address: 'số 7, phường Láng' } }).place?.ward?.code).toBe('00199');
  });

  it('is about something when a category was chosen and a photo shows it', () => {
    expect(read('', { chosen: { categoryCode: 'GT-01' } }).what).toBe(false);
    expect(read('', { chosen: { categoryCode: 'GT-01' }, photos: 1 }).what).toBe(true);
  });
});

describe('what a report still needs', () => {
  const pin = { ...LANG, at: AT };
  it.each([
    ['nothing', 'ổ gà to', { pin }, ''],
    ['the place', 'ổ gà to', {}, 'place'],
    ['what it is', '', { pin, photos: 1 }, 'what'],
    ['both', '', { photos: 1 }, 'what place'],
    ['no place where somebody may be in danger', 'cháy nhà', { emergencyNumbers: ['114'] }, ''],
  ] as const)('%s', (_, text, over, expected) => {
    expect(missing(text, over as Partial<DraftContent>)).toBe(expected);
  });
});

describe('a draft nobody went on with', () => {
  const pin = { ...LANG, at: AT };
  it.each([
    ['words in the chat', 'ổ gà to', {}, true],
    ['a photo in the chat', '', { photos: 1 }, true],
    ['a pin in the chat', '', { pin }, false],
    ['words alone in the Mini App', 'ổ gà to', { inMiniApp: true }, false],
    ['a photo alone in the Mini App', '', { inMiniApp: true, photos: 1 }, false],
    ['words and a place in the Mini App', 'ổ gà to', { inMiniApp: true, pin }, true],
    ['words and a photo in the Mini App', 'ổ gà to', { inMiniApp: true, photos: 1 }, true],
  ] as const)('%s', (_, text, over, expected) => {
    const made = content(text, over as Partial<DraftContent>);
    expect(worthAPerson(readWithChoices(made), made)).toBe(expected);
  });
});
