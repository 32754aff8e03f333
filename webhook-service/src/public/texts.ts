import type { Language } from '../deadlines/due-words.ts';
import type { ReportState } from '../reports/lifecycle/states.ts';
import type { Html, Renderable } from './html.ts';
import type { ReportClock } from './report-clock.ts';
import type { Addition } from './report-view.ts';
import { textsEn } from './texts.en.ts';
import { textsVi } from './texts.vi.ts';

/** The word for a choice, and its heading: problems a look-up can end with. */
export type Trouble = 'code_wrong' | 'code_unknown' | 'page_unknown' | 'too_many' | 'failed';

/** What an event can tell beside its name. */
export interface EventTold {
  agency: Renderable;
  from: Renderable;
  due: Html | null;
  added: readonly Addition[];
  reason: string | null;
  into: string | null;
}

/** Everything the public pages say. Values arrive escaped or as markup (times, names), so a text may place them freely. */
export interface PageTexts {
  siteName: string;
  skip: string;
  otherLanguage: { label: string; language: Language };
  /** Followed by the numbers. */
  footer: string;
  /** The link to the page about personal data. */
  rights: string;

  home: {
    title: string;
    lead: Html;
    how: string;
    steps: readonly { title: string; text: string }[];
    openZalo: string;
    emergency: { title: string; text: string; numbers: readonly { number: string; who: string }[] };
  };

  lookUp: { title: string; another: string; label: string; hint: string; button: string };
  trouble: Readonly<Record<Trouble, { title: string; text: string }>>;

  headings: { answers: string; earlierAnswers: string; due: string; next: string; history: string; facts: string };
  codeLine: (code: Html) => Html;
  /** Who holds it and what happens: the first half of the sentence on top. */
  holder: Readonly<Record<ReportState, (agency: Renderable) => Html>>;
  someAgency: string;
  /** Who holds it while no agency does. */
  intake: string;
  /** The second half: until when. */
  until: Readonly<Record<'accept' | 'answer' | 'confirm' | 'late', (due: Html) => Html>>;
  untilPaused: string;
  badges: { soon: string; late: string };

  dueLabel: Readonly<Record<'accept' | 'answer', string>>;
  used: (used: number, allowed: number, hours: 'working' | '24x7') => string;
  late: string;
  /** The sender is asked; `due`: until when the reply is waited for. */
  paused: (due: Html | null) => Html;
  /** The result waits for the sender's word. */
  confirming: (due: Html) => Html;
  why: (reason: {
    kind: 'accept' | 'answer';
    minutes: number;
    /** Of these, minutes of extensions. */
    extended: number;
    hours: 'working' | '24x7';
    since: ReportClock['since'];
    started: Html;
    paused: boolean;
    /** When counting began, if that was later than the event that started it. */
    countedFrom: Html | null;
  }) => Html;

  next: Readonly<Record<ReportState, (code: Html, placeKnown: boolean) => Html>>;
  event: (event: string, told: EventTold) => Html;
  answer: {
    by: (agency: Renderable, at: Html) => Html;
    photo: (number: number, of: number) => string;
    document: (number: number, size: string) => string;
    noEvidence: (why: Renderable) => Html;
    /** For a category whose answers only the sender reads. */
    hidden: string;
  };
  merged: (main: Html, stateLabel: string) => Html;
  facts: { category: string; ward: string; agency: string; received: string; unknown: string };
  privacy: string;
}

const texts: Readonly<Record<Language, PageTexts>> = { vi: textsVi, en: textsEn };

export function textsIn(language: Language): PageTexts {
  return texts[language];
}
