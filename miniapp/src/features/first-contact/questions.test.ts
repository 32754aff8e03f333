import { describe, expect, it } from 'vitest';
import { nextQuestion } from './questions.ts';

const nobody = { notifyAllowed: false, chatLinked: false, followsOa: false };
const may = { askedNotify: 'now', askedFollow: 'now' } as const;

describe('after sending', () => {
  it('one question follows another only while the answer is yes', () => {
    expect(nextQuestion({ profile: nobody, may, decisions: {} })).toBe('notify');
    expect(nextQuestion({ profile: nobody, may, decisions: { notify: 'yes' } })).toBe('chat');
    expect(nextQuestion({ profile: nobody, may, decisions: { notify: 'yes', chat: 'yes' } })).toBe('follow');
    expect(nextQuestion({ profile: nobody, may, decisions: { notify: 'no' } })).toBeNull();
  });

  it('what was said before is not asked again', () => {
    const profile = { ...nobody, notifyAllowed: true, chatLinked: true };
    expect(nextQuestion({ profile, may, decisions: {} })).toBe('follow');
    expect(nextQuestion({ profile, may: { ...may, askedFollow: 'later' }, decisions: {} })).toBeNull();
    expect(nextQuestion({ profile, may: { ...may, askedFollow: 'never' }, decisions: {} })).toBeNull();
  });

  it('whoever refused notifications lately is still shown the way by the chat', () => {
    expect(nextQuestion({ profile: nobody, may: { ...may, askedNotify: 'later' }, decisions: {} })).toBe('chat');
  });
});
