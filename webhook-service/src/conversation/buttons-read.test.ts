import { expect, test } from 'vitest';
import { buttonsFor, newOrSameButtons, resultOrNewButtons } from '../notifications/message-buttons.ts';
import { moveKey } from './moves/move-keys.ts';
import { readMove } from './moves/moves.ts';
import { saysOnlyNewMatter, saysSame, withoutCode } from './words/small-talk.ts';

const code = 'HN-7K3MR4T5';
const read = (kind: string, language: 'vi' | 'en') =>
  buttonsFor(kind, { code, language }).map((button) => {
    const said = readMove('say' in button ? button.say : '');
    const reasons = said?.move.type === 'rate' ? said.move.reasons.join() : '';
    return said && `${said.code === code} ${moveKey(said.move)} ${reasons}`.trim();
  });

test.each(['vi', 'en'] as const)('what buttons say in %s is read as what they mean', (language) => {
  expect(read('answered', language)).toEqual(['true confirm', 'true reject']);
  expect(read('closed_silent', language)).toEqual(['true reject']);
  expect(read('confirmed', language)).toEqual(['true rate:satisfied', 'true rate:accepted', 'true rate:unsatisfied']);
  expect(read('ask_reason', language)).toEqual(
    ['general', 'no_proof', 'not_done', 'too_late', 'other'].map((reason) => `true rate:unsatisfied ${reason}`),
  );
  const says = (buttons: ReturnType<typeof newOrSameButtons>) => buttons.map((one) => ('say' in one ? one.say : ''));
  const [more = '', anew = ''] = says(newOrSameButtons(code, language));
  expect([saysSame(withoutCode(more)), saysOnlyNewMatter(anew)]).toEqual([true, true]);
  expect(saysOnlyNewMatter(says(resultOrNewButtons([code], language)).at(-1) ?? '')).toBe(true);
});
