import { dueWords, type Language } from '../deadlines/due-words.ts';
import { PRIVACY_PATH } from '../rights/notice.ts';
import { type Html, html, markupOf, type Renderable } from './html.ts';
import type { PageTexts } from './texts.ts';
import { textsIn } from './texts.ts';

/** What every page needs to know to be written. */
export interface PageFrame {
  language: Language;
  /** Address of this page in a language, for the link to the other one. */
  addressIn: (language: Language) => string;
  assets: PageAssets;
}

export interface PageAssets {
  stylesheet: string;
  fonts: readonly string[];
  icon: string;
}

export interface Page {
  title: string;
  main: Html;
  /** Pages about one report stay out of search engines. */
  indexed?: boolean;
}

/** The whole document. No script, no inline style: the pages' content security policy allows neither. */
export function layout(frame: PageFrame, { title, main, indexed = false }: Page): string {
  const texts = textsIn(frame.language);
  const heading = title === texts.siteName ? title : `${title} – ${texts.siteName}`;
  return markupOf(html`<!doctype html>
<html lang="${frame.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
${!indexed && html`<meta name="robots" content="noindex, nofollow">\n`}<title>${heading}</title>
<link rel="stylesheet" href="${frame.assets.stylesheet}">
${frame.assets.fonts.map((href) => html`<link rel="preload" href="${href}" as="font" type="font/woff2" crossorigin>\n`)}<link rel="icon" href="${frame.assets.icon}" type="image/svg+xml">
${(['vi', 'en'] as const).map((language) => html`<link rel="alternate" hreflang="${language}" href="${frame.addressIn(language)}">\n`)}</head>
<body>
<a class="skip" href="#noi-dung">${texts.skip}</a>
<header class="top">${topBar(frame, texts)}</header>
<main id="noi-dung" tabindex="-1">
${main}
</main>
<footer class="bottom"><div class="bottom__row"><p>${texts.footer}</p>
${texts.home.emergency.numbers.map(({ number, who }) => html`<a href="tel:${number}" aria-label="${number}: ${who}">${number}</a>\n`)}<a class="bottom__privacy" href="${withLanguage(PRIVACY_PATH, frame.language)}">${texts.rights}</a></div></footer>
</body>
</html>
`);
}

function topBar(frame: PageFrame, { siteName, otherLanguage }: PageTexts): Html {
  const { label, language } = otherLanguage;
  return html`<div class="top__row"><a class="top__name" href="${withLanguage('/', frame.language)}">${siteName}</a>
<a class="top__language" href="${frame.addressIn(language)}" lang="${language}" hreflang="${language}">${label}</a></div>`;
}

/** Vietnamese is the address itself; English asks for it. */
export function withLanguage(path: string, language: Language): string {
  if (language === 'vi') return path;
  return `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
}

/** A moment in words; programs read the attribute. */
export function timeIn(language: Language, at: string): Html {
  return html`<time datetime="${at}">${dueWords(new Date(at), language)}</time>`;
}

/** A Vietnamese name inside a page of any language, so that it is read aloud as Vietnamese (WCAG 3.1.2). */
export function vietnamese(language: Language, name: string | null): Renderable {
  return name !== null && language !== 'vi' ? html`<span lang="vi">${name}</span>` : name;
}
