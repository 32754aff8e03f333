import type { Language } from '../deadlines/due-words.ts';
import { answersSection, earlierAnswersSection } from './answers-section.ts';
import { dueSection } from './due-section.ts';
import { type Html, html, type Renderable } from './html.ts';
import { icon, stateIcons } from './icons.ts';
import { type Page, timeIn, vietnamese } from './layout.ts';
import { lookUpForm } from './look-up-form.ts';
import type { ReportView } from './report-view.ts';
import { type Standing, standing } from './standing.ts';
import { textsIn } from './texts.ts';
import { timeline } from './timeline.ts';

/** `/tra-cuu/:code`: the sentence that says it all, then the due time, what comes next, and how it came to this. */
export function statusPage(view: ReportView, language: Language, now: Date): Page {
  const texts = textsIn(language);
  const stands = standing(view, now);
  return {
    title: `${view.code}: ${view.stateLabel}`,
    main: html`<article class="columns">
<header class="verdict">
<p class="verdict__code">${texts.codeLine(html`<strong class="code">${view.code}</strong>`)}</p>
<h1>${sentence(view, stands, language)}</h1>
${view.agency && view.agencyGloss && html`<p class="hint">${vietnamese(language, view.agency)}: ${view.agencyGloss}.</p>\n`}<p class="badges">${badge(view, stands, language)}</p>
</header>
<div class="stack">
${answersSection(view, language)}${dueSection(view, stands, language, now)}
<section aria-labelledby="tiep-theo"><h2 id="tiep-theo">${texts.headings.next}</h2>
<p>${texts.next[view.state](html`<span class="code">${view.code}</span>`, view.ward !== null)}</p></section>
${earlierAnswersSection(view, language)}<section aria-labelledby="dien-bien"><h2 id="dien-bien">${texts.headings.history}</h2>
${timeline(view.history, language)}</section>
</div>
<div class="stack">
${facts(view, language)}
<section class="card no-print" aria-labelledby="tra-cuu"><h2 id="tra-cuu">${texts.lookUp.another}</h2>
${lookUpForm(language)}</section>
</div>
</article>`,
  };
}

/** "UBND phường Láng đang xử lý · trả lời trước 17:00 thứ Tư, 25/11/2026". */
function sentence({ state, agency, dueAt, dueKind }: ReportView, stands: Standing, language: Language): Html {
  const texts = textsIn(language);
  const nobody = state === 'awaiting_citizen' ? texts.intake : texts.someAgency;
  const holder = texts.holder[state](vietnamese(language, agency) ?? nobody);
  if (stands === 'paused') return inParts(holder, texts.untilPaused);
  if (stands === 'over' || dueAt === null || dueKind === null || dueKind === 'reply') return holder;
  const due = timeIn(language, dueAt);
  return inParts(holder, texts.until[stands === 'late' ? 'late' : dueKind](due));
}

function inParts(holder: Html, until: Renderable): Html {
  return html`${holder}\u00a0· ${until}`;
}

/** State, and how it stands against the clock: icon, word and colour, never colour alone. */
function badge({ state, stateLabel }: ReportView, stands: Standing, language: Language): Html {
  const { badges } = textsIn(language);
  const tone = state === 'closed_confirmed' ? ' badge--done' : '';
  return html`<span class="badge${tone}">${icon(stateIcons[state])}${stateLabel}</span>${
    stands === 'late' && html` <span class="badge badge--late">${icon('late')}${badges.late}</span>`
  }${stands === 'due_soon' && html` <span class="badge badge--soon">${icon('soon')}${badges.soon}</span>`}`;
}

function facts(view: ReportView, language: Language): Html {
  const { facts: label, headings, privacy } = textsIn(language);
  const rows = [
    [label.category, view.category],
    [label.ward, view.ward],
    [label.agency, vietnamese(language, view.agency)],
    [label.received, timeIn(language, view.receivedAt)],
  ] as const;
  return html`<section aria-labelledby="phan-anh"><h2 id="phan-anh">${headings.facts}</h2>
<dl class="facts">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value ?? label.unknown}</dd></div>\n`)}</dl>
<p class="hint">${privacy}</p></section>`;
}
