import { describe, expect, it } from 'vitest';
import { emptyDraft, type Sharing } from '../draft/model.ts';
import type { Consent } from '../rights/consents.ts';
import { answering, answersOf, maySend, sharingToSend } from './answers.ts';

const none = emptyDraft('k', 0).sharing;

function consent(purpose: Consent['purpose'], given: boolean | null = null, version = `${purpose}-1`): Consent {
  const at = given === null ? null : '2026-10-05T02:00:00.000Z';
  return {
    purpose,
    version,
    given,
    at,
    title: purpose,
    wording: '…',
    basis: purpose === 'handle' ? 'duty' : 'consent',
  };
}
const asked = [consent('handle'), consent('contact'), consent('publish')];
const kinds = (consents: Consent[], sharing: Sharing = none) =>
  answersOf(consents, sharing).map(({ kind, agreed }) => `${kind} ${agreed ? 'yes' : 'no'}`);

describe('where each purpose stands', () => {
  it('nothing is agreed to before somebody says so', () => {
    expect(kinds(asked)).toEqual(['open no', 'open no', 'open no']);
    expect(maySend(answersOf(asked, none))).toBe(false);
  });

  it('what was given before counts as given; a refusal and an unread new wording do not', () => {
    expect(kinds([consent('handle', true), consent('contact', false), consent('publish', null)])).toEqual([
      'given yes',
      'open no',
      'open no',
    ]);
  });

  it('an answer on this report goes before what was given, also a "not this one"', () => {
    const declined = { ...none, ...answering(none, consent('publish'), false) };
    expect(kinds([consent('publish', true)], declined)).toEqual(['answered no']);
  });

  it('a tick under other words is no consent to these', () => {
    const ticked = { ...none, ...answering(none, consent('handle', null, 'handle-1'), true) };
    expect(kinds([consent('handle', null, 'handle-1')], ticked)).toEqual(['answered yes']);
    expect(kinds([consent('handle', null, 'handle-2')], ticked)).toEqual(['open no']);
  });
});

describe('what is sent', () => {
  it('is what stands on the screen, with the version of every wording shown there', () => {
    const answers = answersOf([consent('handle', true), consent('contact'), consent('publish', true)], none);
    expect(sharingToSend(answers, { ...none, hideMyName: true })).toEqual({
      ...{ handle: true, contact: false, publish: true, hideMyName: true },
      versions: { handle: 'handle-1', contact: 'contact-1', publish: 'publish-1' },
    });
    expect(maySend(answers)).toBe(true);
  });

  it('each answer keeps the others', () => {
    const first = { ...none, ...answering(none, consent('handle'), true) };
    const both = { ...first, ...answering(first, consent('contact'), true) };
    expect(kinds(asked, both)).toEqual(['answered yes', 'answered yes', 'open no']);
  });
});
