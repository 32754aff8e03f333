import type { Language } from '../deadlines/due-words.ts';
import { html } from './html.ts';
import type { Page } from './layout.ts';
import { lookUpForm } from './look-up-form.ts';
import { type Trouble, textsIn } from './texts.ts';

/** `/tra-cuu` before a code is typed. */
export function lookUpPage(language: Language): Page {
  const { lookUp } = textsIn(language);
  return {
    title: lookUp.title,
    main: html`<div class="narrow"><h1>${lookUp.title}</h1>\n${lookUpForm(language)}</div>`,
  };
}

/** What went wrong, that nothing is lost, and the field to try again; a wrong code stays in the field to be mended. */
export function troublePage(language: Language, trouble: Trouble, typed?: string): Page {
  const { title, text } = textsIn(language).trouble[trouble];
  const aboutTheCode = trouble === 'code_wrong' || trouble === 'code_unknown';
  return {
    title,
    main: html`<div class="narrow"><h1>${title}</h1>
${!aboutTheCode && html`<p>${text}</p>\n`}${lookUpForm(language, aboutTheCode ? { typed: typed ?? '', error: text } : {})}</div>`,
  };
}
