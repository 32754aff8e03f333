import type { Language } from '../deadlines/due-words.ts';
import { type Html, html } from './html.ts';
import { timeIn, vietnamese } from './layout.ts';
import type { HistoryView } from './report-view.ts';
import { textsIn } from './texts.ts';

/** What happened, oldest first, one sentence each. */
export function timeline(history: readonly HistoryView[], language: Language): Html {
  return html`<ol class="timeline">${history.map((entry) => item(entry, language))}</ol>`;
}

function item({ at, event, agency, from, dueAt, added, reason, into }: HistoryView, language: Language): Html {
  const told = {
    agency: vietnamese(language, agency),
    from: vietnamese(language, from),
    due: dueAt === null ? null : timeIn(language, dueAt),
    ...{ added, reason, into },
  };
  return html`<li${event === 'overdue' && html` class="timeline__late"`}><p>${textsIn(language).event(event, told)}</p>
<p class="hint">${timeIn(language, at)}</p></li>\n`;
}
