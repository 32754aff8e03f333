import type { Language } from '../deadlines/due-words.ts';
import { type Html, html } from './html.ts';
import { icon } from './icons.ts';
import type { Page } from './layout.ts';
import { lookUpForm } from './look-up-form.ts';
import { textsIn } from './texts.ts';

/** `/`: what this is, how to report, what to do in an emergency, and where a report stands. */
export function homePage(language: Language, { zaloLink }: { zaloLink: string | null }): Page {
  const { siteName, home, lookUp } = textsIn(language);
  return {
    title: siteName,
    indexed: true,
    main: html`<div class="columns">
<div class="lead">
<h1>${home.title}</h1>
<p class="lead__text">${home.lead}</p>
${zaloLink && html`<p><a class="button" href="${zaloLink}">${home.openZalo}</a></p>`}
</div>
<section class="card" aria-labelledby="tra-cuu"><h2 id="tra-cuu">${lookUp.title}</h2>
${lookUpForm(language)}</section>
<section aria-labelledby="cach-gui"><h2 id="cach-gui">${home.how}</h2>
<ol class="steps">${home.steps.map(({ title, text }) => html`<li><strong>${title}</strong> <span>${text}</span></li>\n`)}</ol></section>
${emergency(home.emergency)}
</div>`,
  };
}

function emergency({ title, text, numbers }: ReturnType<typeof textsIn>['home']['emergency']): Html {
  return html`<section aria-labelledby="khan-cap"><h2 id="khan-cap">${title}</h2>
<p>${text}</p>
<ul class="numbers">${numbers.map(
    ({ number, who }) =>
      html`<li><a href="tel:${number}">${icon('phone')}<strong>${number}</strong> <span>${who}</span></a></li>\n`,
  )}</ul></section>`;
}
