import type { Language } from '../deadlines/due-words.ts';
import type { AnswerView } from './answers-view.ts';
import { type Html, html } from './html.ts';
import { timeIn, vietnamese, withLanguage } from './layout.ts';
import type { ReportView } from './report-view.ts';
import { textsIn } from './texts.ts';

/** What the agency answered and its proof; nothing while no answer stands. */
export function answersSection({ answers, answersHidden, main }: ReportView, language: Language): Html | null {
  const texts = textsIn(language);
  const standing = answers.filter(({ stands }) => stands);
  const lead = main && texts.merged(mainLink(main.code, language), main.stateLabel);
  if (!lead && standing.length === 0 && !answersHidden) return null;
  return html`<section aria-labelledby="ket-qua"><h2 id="ket-qua">${texts.headings.answers}</h2>
${lead && html`<p>${lead}</p>\n`}${answersHidden && html`<p>${texts.answer.hidden}</p>\n`}${standing.map((answer) => one(answer, language))}</section>\n`;
}

/** Answers after which the report was reopened, latest first. */
export function earlierAnswersSection({ answers }: ReportView, language: Language): Html | null {
  const earlier = answers.filter(({ stands }) => !stands);
  if (earlier.length === 0) return null;
  return html`<section aria-labelledby="tra-loi-truoc"><h2 id="tra-loi-truoc">${textsIn(language).headings.earlierAnswers}</h2>
${earlier.map((answer) => one(answer, language))}</section>\n`;
}

function one({ agency, text, givenAt, noEvidence, photos, documents }: AnswerView, language: Language): Html {
  const texts = textsIn(language).answer;
  const lines = text.split(/\n+/u).filter((line) => line.trim() !== '');
  return html`<article class="answer"><h3>${texts.by(vietnamese(language, agency), timeIn(language, givenAt))}</h3>
<div${language !== 'vi' && html` lang="vi"`}>${lines.map((line) => html`<p>${line}</p>\n`)}</div>
${noEvidence !== null && html`<p class="hint">${texts.noEvidence(vietnamese(language, noEvidence))}</p>\n`}${
  photos.length > 0 &&
  html`<ul class="proof">${photos.map(({ address, thumbnail, width, height }, index) => {
    const name = texts.photo(index + 1, photos.length);
    return html`<li><a href="${address}"><img src="${thumbnail ?? address}" alt="${name}" width="${width}" height="${height}" loading="lazy"></a></li>\n`;
  })}</ul>\n`
}${documents.map(
  ({ address, bytes }, index) =>
    html`<p><a class="file" href="${address}" download>${texts.document(index + 1, sizeWords(bytes, language))}</a></p>\n`,
)}</article>\n`;
}

function mainLink(code: string, language: Language): Html {
  return html`<a class="code" href="${withLanguage(`/tra-cuu/${code}`, language)}">${code}</a>`;
}

/** "120 KB", "1,4 MB". */
function sizeWords(bytes: number, language: Language): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  if (kilobytes < 1024) return `${kilobytes} KB`;
  const megabytes = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(bytes / 1024 / 1024);
  return `${megabytes} MB`;
}
