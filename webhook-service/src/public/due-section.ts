import type { Language } from '../deadlines/due-words.ts';
import { type Html, html, type Renderable } from './html.ts';
import { timeIn } from './layout.ts';
import { type ReportClock, usedMinutes } from './report-clock.ts';
import type { ReportView } from './report-view.ts';
import type { Standing } from './standing.ts';
import { textsIn } from './texts.ts';

/** Until when, how much of the time is used, and why it is this time; who is waited for while no clock runs. */
export function dueSection(view: ReportView, stands: Standing, language: Language, now: Date): Html | null {
  const { dueAt, dueKind, clock } = view;
  const texts = textsIn(language);
  const due = dueAt === null ? null : timeIn(language, dueAt);
  if (stands === 'paused') return section(texts.headings.due, html`<p>${texts.paused(due)}</p>`);
  if (stands === 'confirming') return due && section(texts.headings.due, html`<p>${texts.confirming(due)}</p>`);
  if (stands === 'over' || dueAt === null || (dueKind !== 'accept' && dueKind !== 'answer')) return null;
  return section(
    html`${texts.dueLabel[dueKind]}: ${timeIn(language, dueAt)}`,
    html`${clock && bar(clock, stands, now)}
<p>${stands === 'late' ? texts.late : clock && texts.used(usedMinutes(clock, now), clock.minutes, clock.hours)}</p>
${clock && html`<p class="hint">${why(clock, dueKind, language)}</p>`}`,
  );
}

function section(heading: Renderable, content: Html): Html {
  return html`<section aria-labelledby="thoi-han"><h2 id="thoi-han">${heading}</h2>
${content}</section>`;
}

/** Drawn, because a width in a style attribute would be an inline style; the words under it say the same. */
function bar(clock: ReportClock, stands: Standing, now: Date): Html {
  const share = Math.min(100, Math.round((100 * usedMinutes(clock, now)) / clock.minutes));
  return html`<svg class="bar bar--${stands}" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="bar__all" width="100" height="4"/><rect class="bar__used" width="${share}" height="4"/></svg>`;
}

function why(clock: ReportClock, kind: 'accept' | 'answer', language: Language): Html {
  const [first] = clock.counted;
  const later = first && Date.parse(first.from) > Date.parse(clock.startedAt);
  return textsIn(language).why({
    kind,
    minutes: clock.minutes,
    extended: clock.extended,
    hours: clock.hours,
    since: clock.since,
    paused: clock.paused,
    started: timeIn(language, clock.startedAt),
    countedFrom: later ? timeIn(language, first.from) : null,
  });
}
