import type { Language } from '../deadlines/due-words.ts';
import { type Html, html } from './html.ts';
import { icon } from './icons.ts';
import { textsIn } from './texts.ts';

/** Nothing longer is a code; also what the field accepts and what of a wrong one is shown again. */
export const TYPED_CODE_MAX = 40;

/** The look-up field, and what was wrong with the code typed before. Works without script: a plain GET. */
export function lookUpForm(language: Language, before: { typed?: string; error?: string } = {}): Html {
  const { lookUp } = textsIn(language);
  const { typed = '', error } = before;
  return html`<form class="look-up" action="/tra-cuu" method="get" role="search">
<label for="ma">${lookUp.label}</label>
<p class="hint" id="ma-goi-y">${lookUp.hint}</p>
${error && html`<p class="error" id="ma-loi">${icon('warning')}<span>${error}</span></p>\n`}<div class="look-up__row">
<input id="ma" name="ma" value="${typed.slice(0, TYPED_CODE_MAX)}" type="text" required maxlength="${TYPED_CODE_MAX}" autocomplete="off" autocapitalize="characters" spellcheck="false" enterkeyhint="search" aria-describedby="${error && 'ma-loi '}ma-goi-y"${error && html` aria-invalid="true"`}>
${language !== 'vi' && html`<input type="hidden" name="lang" value="${language}">\n`}<button type="submit">${lookUp.button}</button>
</div>
</form>`;
}
