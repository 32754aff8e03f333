import { type Html, html, markupOf, type Renderable } from '../public/html.ts';
import { timeIn } from '../public/layout.ts';
import type { Operator } from './find-operator.ts';
import type { Connection } from './read-connection.ts';
import type { AdminSession } from './session.ts';
import { type Told, texts } from './texts.ts';

interface AdminPage {
  title: string;
  main: Html;
}

/**
 * The frame, with the stylesheet of the public pages: by its stable name, which is always served, not by the one with a hash.
 * No script, no inline style.
 */
function adminLayout({ title, main }: AdminPage): string {
  return markupOf(html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex, nofollow">
<title>${title} – ${texts.siteName}</title>
<link rel="stylesheet" href="/assets/pages.css">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
</head>
<body>
<a class="skip" href="#noi-dung">${texts.skip}</a>
<header class="top"><div class="top__row"><a class="top__name" href="/admin">${texts.siteName}</a></div></header>
<main id="noi-dung" tabindex="-1">
${main}
</main>
<footer class="bottom"><div class="bottom__row"><p>${texts.footer}</p></div></footer>
</body>
</html>
`);
}

/** The field for the personal token; `wrong` says why the last try failed. */
export function signInPage(wrong?: Told): string {
  const { title, text, label, button } = texts.signIn;
  return adminLayout({
    title,
    main: html`<div class="narrow"><h1>${title}</h1>
<p id="giai-thich">${text}</p>
${wrong && html`<p class="error" id="loi" role="alert"><span>${wrong.text}</span></p>\n`}<form class="look-up" action="/admin/sign-in" method="post">
<label for="token">${label}</label>
<div class="look-up__row"><input id="token" name="token" type="password" required maxlength="200" autocomplete="current-password" spellcheck="false" aria-describedby="${wrong && 'loi '}giai-thich"${wrong && html` aria-invalid="true"`}>
<button type="submit">${button}</button></div>
</form></div>`,
  });
}

/** How something ended, and the way on. */
export function toldPage({ title, text }: Told, code: string | null): string {
  return adminLayout({
    title,
    main: html`<div class="narrow"><h1>${title}</h1>
<p>${text}</p>
<p><a class="button" href="/admin">${texts.back}</a></p>
${code && html`<p class="hint">${texts.code} <span class="code">${code}</span></p>`}</div>`,
  });
}

/** How the connection stands, and the button that asks Zalo for consent. */
export function connectionPage(connection: Connection, session: AdminSession, operator: Operator): string {
  const { pair, webhook, alarms } = connection;
  const good = pair.state === 'ok';
  return adminLayout({
    title: texts.pair.title,
    main: html`<div class="columns">
<section class="card" aria-labelledby="quyen"><div class="narrow"><h1 id="quyen">${texts.pair.title}</h1>
<p class="badges"><span class="badge badge--${badgeOf(pair.state)}">${texts.pair.state[pair.state]}</span></p>
<p>${texts.pair.explain[pair.state]}</p>
<dl class="facts">${fact(texts.pair.expires, moment(pair.expiresAt))}${fact(texts.pair.refreshed, moment(pair.refreshedAt))}</dl>
<form class="narrow" action="/admin/zalo/consent" method="post">${mark(session)}
<p class="hint" id="cach-cap">${texts.pair.buttonHint}</p>
<button class="button" type="submit" aria-describedby="cach-cap">${texts.pair.button}</button></form></div></section>
<div class="stack"><section class="card" aria-labelledby="tin"><h2 id="tin">${texts.webhook.title}</h2>
<dl class="facts">${fact(texts.webhook.last, moment(webhook.lastEventAt))}
${fact(texts.webhook.gaps, webhook.openGaps.length === 0 ? texts.webhook.noGap : webhook.openGaps.map(({ fromAt }) => html`${moment(fromAt)} `))}</dl></section>
<section class="card" aria-labelledby="canh-bao"><h2 id="canh-bao">${texts.alarms.title}</h2>
${alarms.length === 0 ? html`<p>${texts.alarms.none}</p>` : alarms.map(alarmItem)}</section>
<form class="badges" action="/admin/sign-out" method="post">${mark(session)}<p>${texts.signedIn(operator.name)}</p>
<button class="button" type="submit">${texts.signOut}</button></form></div>
</div>`,
  });

  function badgeOf(state: Connection['pair']['state']): string {
    if (good) return 'done';
    return state === 'unsure' ? 'soon' : 'late';
  }
}

function alarmItem({ label, since, times, why, advice }: Connection['alarms'][number]): Html {
  const because = why === null ? null : (texts.alarms.why[why] ?? why);
  return html`<div class="answer"><h3>${label}</h3>
<p class="hint">${texts.alarms.since(times)} ${moment(since)}</p>
${because && html`<p>${because}</p>`}${advice && html`<p>${advice}</p>`}</div>\n`;
}

function fact(term: string, value: Renderable): Html {
  return html`<div><dt>${term}</dt><dd>${value}</dd></div>\n`;
}

function moment(at: Date | null): Renderable {
  return at === null ? texts.webhook.none : timeIn('vi', at.toISOString());
}

function mark({ csrf }: AdminSession): Html {
  return html`<input type="hidden" name="csrf" value="${csrf}">`;
}
