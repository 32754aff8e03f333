import type { Language } from '../../deadlines/due-words.ts';
import { consentTexts, DEFAULT_CONTROLLER, purposes } from '../../rights/consent-texts.ts';
import { html } from '../html.ts';
import type { Page } from '../layout.ts';
import { privacyTexts } from './privacy-texts.ts';

/** `/quyen-rieng-tu`: who uses what for what, how long, and which rights there are (domain-hanoi §2.5). */
export function privacyPage(language: Language, controller = DEFAULT_CONTROLLER[language]): Page {
  const texts = privacyTexts[language];
  return {
    title: texts.title,
    indexed: true,
    main: html`<div class="narrow"><h1>${texts.title}</h1>
<p>${texts.lead(controller)}</p>
<h2>${texts.whatTitle}</h2>
<ul>${texts.what.map((line) => html`<li>${line}</li>\n`)}</ul>
<h2>${texts.whyTitle}</h2>
<dl>${purposes.map(
      (purpose) => html`<dt>${consentTexts[purpose].title[language]} (${texts.basis[consentTexts[purpose].basis]})</dt>
<dd>${consentTexts[purpose].wording(controller)[language]}</dd>\n`,
    )}</dl>
<h2>${texts.rightsTitle}</h2>
<ul>${texts.rights.map((line) => html`<li>${line}</li>\n`)}</ul>
<p>${texts.times}</p>
<h2>${texts.erasureTitle}</h2>
<p>${texts.erasure}</p>
<h2>${texts.othersTitle}</h2>
<ul>${texts.others.map((line) => html`<li>${line}</li>\n`)}</ul></div>`,
  };
}

/** Where the link of a chat leads: the two files behind links of their own, so that a preview of the page takes nothing. */
export function downloadPage(language: Language, path: string): Page {
  const { download } = privacyTexts[language];
  return {
    title: download.title,
    main: html`<div class="narrow"><h1>${download.title}</h1>
<p>${download.text}</p>
<ul><li><a href="${`${path}/du-lieu.pdf`}" rel="nofollow" download>${download.pdf}</a></li>
<li><a href="${`${path}/du-lieu.json`}" rel="nofollow" download>${download.json}</a></li></ul></div>`,
  };
}

export function linkOverPage(language: Language): Page {
  const { over } = privacyTexts[language];
  return { title: over.title, main: html`<div class="narrow"><h1>${over.title}</h1>\n<p>${over.text}</p></div>` };
}
