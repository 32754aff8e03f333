import type { ReportState } from '../reports/lifecycle/states.ts';
import { type Html, html } from './html.ts';

/** Strokes in a 24 × 24 box. Always beside a word, so they are hidden from screen readers. */
const strokes = {
  tray: 'M4 13l2.5-8h11L20 13v6H4zM4 13h5l1.5 2.5h3L15 13h5',
  send: 'M4 11.5L20 4l-5.5 16-3-6.5zM11.5 13.5L20 4',
  work: 'M14.5 6.5a4 4 0 0 1 5-1.5L17 7.5l1.5 1.5L21 6.5a4 4 0 0 1-5.5 5L8 19a2 2 0 0 1-3-3l7.5-7.5a4 4 0 0 1 2-2z',
  question: 'M4 5h16v11h-8l-4 4v-4H4zM10 9a2 2 0 1 1 2.5 2l-.5.5M12 13.5v.01',
  answer: 'M4 5h16v11h-8l-4 4v-4H4zM9 10.5l2 2 4-4',
  done: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 12l3 3 5-6',
  closed: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 12h8',
  refused: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM5.6 5.6l12.8 12.8',
  merged: 'M5 4v3c0 4 7 3 7 7v6M19 4v3c0 4-7 3-7 7M9 17l3 3 3-3',
  withdrawn: 'M9 7L4 12l5 5M4 12h10a6 6 0 0 1 6 6v1',
  late: 'M12 4l9 16H3zM12 10v5M12 17.5v.01',
  soon: 'M12 4a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 8v5l3 2',
  phone: 'M6 3h3l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z',
  warning: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7.5v5.5M12 16.5v.01',
} as const;

export type IconName = keyof typeof strokes;

export const stateIcons: Readonly<Record<ReportState, IconName>> = {
  received: 'tray',
  dispatched: 'send',
  in_progress: 'work',
  awaiting_citizen: 'question',
  answered: 'answer',
  closed_confirmed: 'done',
  closed_unconfirmed: 'closed',
  refused: 'refused',
  merged: 'merged',
  withdrawn: 'withdrawn',
};

export function icon(name: IconName): Html {
  return html`<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="${strokes[name]}"/></svg>`;
}
