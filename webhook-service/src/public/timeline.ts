import type { Language } from '../deadlines/due-words.ts';
import { type Html, html } from './html.ts';
import { timeIn, vietnamese } from './layout.ts';
import type { HistoryView } from './report-view.ts';
import { textsIn } from './texts.ts';

/** What happened, oldest first, one sentence each. */
export function timeline(history: readonly HistoryView[], language: Language): Html {
  return html`<ol class="timeline">${history.map((entry) => item(entry, language))}</ol>`;
}

/** One event in words. */
export function eventWords(entry: HistoryView, language: Language): Html {
  const { event, agency, from, dueAt, added, reason, into } = entry;
  const told = {
    agency: vietnamese(language, agency),
    from: vietnamese(language, from),
    due: dueAt === null ? null : timeIn(language, dueAt),
    ...{ added, reason, into },
  };
  return textsIn(language).event(event, told);
}

function item(entry: HistoryView, language: Language): Html {
  return html`<li${entry.event === 'overdue' && html` class="timeline__late"`}><p>${eventWords(entry, language)}</p>
<p class="hint">${timeIn(language, entry.at)}</p></li>\n`;
}
