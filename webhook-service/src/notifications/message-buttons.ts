import type { MessageButton } from '../../../db/schema/index.ts';
import type { Language } from './message-texts.ts';

/** At most this many fit under a message (zalo-platform §3.3). */
const MOST_BUTTONS = 5;

/**
 * Buttons of a message about one report; empty when it has none. Each sends what a person could as well have typed, code
 * included, so the text stays complete without them and a button pressed a week later still says which report is meant.
 */
export function buttonsFor(kind: string, about: { code: string; language: Language }): MessageButton[] {
  const choices = CHOICES[kind]?.[about.language] ?? [];
  return choices.map(({ title, say }) => ({ title, say: say(about.code) }));
}

/** "Which report?": one button a report, with what to say about it. */
export function buttonsForCodes(codes: readonly string[], say: string): MessageButton[] {
  return codes
    .slice(0, MOST_BUTTONS)
    .map((code) => ({ title: [code, say].filter(Boolean).join(' '), say: [code, say].filter(Boolean).join(' ') }));
}

/** "About the result, or something new?": with one result its two answers, with several which one. */
export function resultOrNewButtons(codes: readonly string[], language: Language): MessageButton[] {
  const [only] = codes;
  const results =
    only && codes.length === 1
      ? buttonsFor('answered', { code: only, language })
      : buttonsForCodes(codes.slice(0, MOST_BUTTONS - 1), NOT_DONE[language]);
  return [...results, newMatter(language)];
}

/** "A new matter, or more about this report?" */
export function newOrSameButtons(code: string, language: Language): MessageButton[] {
  const more =
    language === 'vi'
      ? { title: `Nói thêm về ${code}`, say: `thêm vào ${code}` }
      : { title: `More about ${code}`, say: `add to ${code}` };
  return [more, newMatter(language)];
}

const NOT_DONE: Readonly<Record<Language, string>> = { vi: 'chưa xong', en: 'not done' };

function newMatter(language: Language): MessageButton {
  return language === 'vi' ? { title: 'Việc mới', say: 'Việc mới' } : { title: 'New matter', say: 'New problem' };
}

type Choice = { title: string; say: (code: string) => string };

function choice(title: string, words: string): Choice {
  return { title, say: (code) => `${code} ${words}` };
}

const DONE_OR_NOT = {
  vi: [choice('Đã xong', 'đã xong'), choice('Chưa xong', 'chưa xong')],
  en: [choice('Done', 'done'), choice('Not done', 'not done')],
};
const RATINGS = {
  vi: [choice('Hài lòng', 'hài lòng'), choice('Chấp nhận', 'chấp nhận'), choice('Chưa hài lòng', 'chưa hài lòng')],
  en: [choice('Satisfied', 'satisfied'), choice('Acceptable', 'acceptable'), choice('Not satisfied', 'not satisfied')],
};
const REASONS = {
  vi: [
    choice('1 Trả lời chung chung', 'chưa hài lòng vì trả lời chung chung'),
    choice('2 Thiếu ảnh hoặc văn bản', 'chưa hài lòng vì thiếu ảnh hoặc văn bản'),
    choice('3 Thực tế chưa xử lý', 'chưa hài lòng vì thực tế chưa xử lý'),
    choice('4 Quá chậm', 'chưa hài lòng vì quá chậm'),
    choice('5 Điều khác', 'chưa hài lòng vì điều khác'),
  ],
  en: [
    choice('1 Too general', 'not satisfied because too general'),
    choice('2 No photo or document', 'not satisfied because no photo or document'),
    choice('3 Not really solved', 'not satisfied because not really solved'),
    choice('4 Too slow', 'not satisfied because too slow'),
    choice('5 Something else', 'not satisfied because something else'),
  ],
};

/** By the kind of the message in the outbox. */
const CHOICES: Readonly<Record<string, Record<Language, Choice[]>>> = {
  answered: DONE_OR_NOT,
  confirmed: RATINGS,
  follower_done: RATINGS,
  ask_reason: REASONS,
  closed_silent: { vi: [choice('Chưa xong', 'chưa xong')], en: [choice('Not done', 'not done')] },
};
