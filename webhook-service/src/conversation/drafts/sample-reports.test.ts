import { expect, test } from 'vitest';
import { loadSampleReports } from '../../../../db/seed/sample-reports.ts';
import { chatCommand } from '../moves/commands.ts';
import { languageOf } from '../words/language-of.ts';
import { doesNotKnow, isSmallTalk, saysSame } from '../words/small-talk.ts';
import { readDraft } from './read-draft.ts';

const samples = loadSampleReports();
const reports = samples.filter(({ kind }) => kind === 'report' || kind === 'emergency');
const texts = (found: { text: string }[]) => found.map(({ text }) => text);

test('no report is taken for a command, for small talk or for a shrug', () => {
  expect(reports.length).toBeGreaterThan(400);
  const lost = ({ text }: { text: string }) =>
    chatCommand(text) || isSmallTalk(text) || doesNotKnow(text) || saysSame(text);
  expect(texts(reports.filter(lost))).toEqual([]);
});

test('every report says what it is about', () => {
  const silent = ({ text }: { text: string }) =>
    !readDraft({ texts: [{ messageId: 'm1', at: 1, text }], photos: 0, asked: [] }).what;
  expect(texts(reports.filter(silent))).toEqual([]);
});

test('Vietnamese in every register is never taken for English, English nearly always for itself', () => {
  const vietnamese = samples.filter(({ register }) => register !== 'english');
  expect(texts(vietnamese.filter(({ text }) => languageOf(text) === 'en'))).toEqual([]);
  const english = samples.filter(({ register }) => register === 'english');
  const missed = texts(english.filter(({ text }) => languageOf(text) !== 'en'));
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(1);
});
