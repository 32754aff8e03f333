import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';
import { dueWords, type Language } from '../../deadlines/due-words.ts';
import type { PersonalData } from './collect.ts';
import type { ExportedReport } from './collect-reports.ts';
import { type PdfWords, pdfWords } from './pdf-words.ts';

/** Fonts that have every Vietnamese letter; the PDF's own fourteen have not. */
const FONTS = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');
const MARGIN = 54;

type Write = {
  heading: (text: string) => void;
  subheading: (text: string) => void;
  line: (text: string) => void;
  /** A label and what it is about; nothing is written for nothing. */
  fact: (label: string, value: string | null) => void;
};

/** The same data for people to read: A4, with title, language and structure for screen readers, pages numbered. */
export function personalDataPdf(data: PersonalData, language: Language): Promise<Buffer> {
  const words = pdfWords[language];
  const document = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    info: { Title: words.title, CreationDate: new Date(data.madeAt) },
  });
  document.registerFont('text', join(FONTS, 'DejaVuSans.ttf'));
  document.registerFont('bold', join(FONTS, 'DejaVuSans-Bold.ttf'));
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const written = new Promise<Buffer>((resolve, reject) => {
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
  const when = (at: string) => dueWords(new Date(at), language);
  const write = writerOn(document);
  write.heading(words.title);
  write.line(words.madeAt(when(data.madeAt)));
  writeAccount(write, data, { words, when });
  section(write, words.headings.reports, data.reports, words, (report) => writeReport(write, report, { words, when }));
  section(write, words.headings.drafts, data.drafts, words, ({ begunAt, texts, place }) =>
    write.line(`${when(begunAt)}: ${[...texts, place].filter(Boolean).join(' · ')}`),
  );
  section(write, words.headings.follows, data.followedReports, words, ({ code, since }) =>
    write.line(`${code}, ${when(since)}`),
  );
  section(write, words.headings.messages, data.messages, words, ({ at, from, text }) =>
    write.fact(`${when(at)}, ${words.from[from]}`, text),
  );
  section(write, words.headings.consents, data.consents, words, ({ at, purpose, given, version, wording }) =>
    write.fact(
      `${when(at)}, ${words.purpose[purpose] ?? purpose}: ${given ? words.given : words.withdrawn} (${version})`,
      wording,
    ),
  );
  section(write, words.headings.requests, data.requests, words, ({ receivedAt, kind, state, note }) =>
    write.fact(
      `${when(receivedAt)}, ${words.request[kind] ?? kind}`,
      [words.state[state] ?? state, note].filter(Boolean).join(' · '),
    ),
  );
  numberPages(document, words);
  document.end();
  return written;
}

interface Style {
  words: PdfWords;
  when: (at: string) => string;
}

function writeAccount(write: Write, { account }: PersonalData, { words, when }: Style): void {
  write.subheading(words.headings.account);
  const yesNo = (value: boolean) => (value ? words.yes : words.no);
  write.fact(words.account.zaloIdForOa, account.zaloIdForOa);
  write.fact(words.account.zaloIdForApp, account.zaloIdForApp);
  write.fact(words.account.name, account.name);
  write.fact(words.account.phone, account.phone);
  write.fact(words.account.language, account.language);
  write.fact(words.account.followsOa, yesNo(account.followsOa));
  write.fact(words.account.notificationsAllowed, yesNo(account.notificationsAllowed));
  write.fact(words.account.knownSince, when(account.knownSince));
  write.fact(words.account.lastMessageAt, account.lastMessageAt && when(account.lastMessageAt));
}

function writeReport(write: Write, report: ExportedReport, { words, when }: Style): void {
  const { latitude, longitude } = report;
  write.fact(report.code, report.text);
  write.fact(words.report.sent, when(report.sentAt));
  write.fact(words.report.state, report.stateLabel);
  write.fact(words.report.category, report.category);
  write.fact(words.report.place, [report.place, report.ward].filter(Boolean).join(', '));
  write.fact(words.report.point, latitude === null || longitude === null ? null : `${latitude}, ${longitude}`);
  write.fact(words.report.agency, report.agency);
  for (const { at, text } of report.history) write.fact(`${words.report.history}, ${when(at)}`, text);
  for (const { askedAt, question, yourReply } of report.questions) {
    write.fact(`${words.report.question}, ${when(askedAt)}`, question);
    write.fact(words.report.reply, yourReply);
  }
  for (const { at, agency, text } of report.answers) write.fact(`${words.report.answer} ${agency}, ${when(at)}`, text);
  for (const { at, level, reasons } of report.yourRatings)
    write.fact(`${words.report.rating}, ${when(at)}`, [level, ...reasons].join(', '));
  for (const { sentAt, url } of report.photos) write.fact(`${words.report.photo}, ${when(sentAt)}`, url);
  for (const { sentAt, name, url } of report.files)
    write.fact(`${words.report.file}, ${when(sentAt)}`, [name, url].filter(Boolean).join(' · '));
}

function section<Item>(
  write: Write,
  heading: string,
  items: readonly Item[],
  words: PdfWords,
  writeItem: (item: Item) => void,
): void {
  write.subheading(heading);
  if (items.length === 0) write.line(words.none);
  for (const item of items) writeItem(item);
}

/** Every piece of text is an element of the structure, so that a screen reader reads headings as headings. */
function writerOn(document: PDFKit.PDFDocument): Write {
  const root = document.struct('Document');
  document.addStructure(root);
  const add = (type: string, draw: () => void) => root.add(document.struct(type, {}, draw));
  const styled = (font: 'text' | 'bold', size: number) => document.font(font).fontSize(size);
  return {
    heading: (text) => add('H1', () => styled('bold', 16).text(clean(text)).moveDown(0.5)),
    subheading: (text) => add('H2', () => styled('bold', 12).moveDown(0.8).text(clean(text)).moveDown(0.3)),
    line: (text) => add('P', () => styled('text', 9).text(clean(text)).moveDown(0.2)),
    fact: (label, value) => {
      if (!value) return;
      add('P', () => {
        styled('bold', 9).text(`${clean(label)}: `, { continued: true });
        styled('text', 9).text(clean(value)).moveDown(0.2);
      });
    },
  };
}

function numberPages(document: PDFKit.PDFDocument, words: PdfWords): void {
  const { start, count } = document.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    document.switchToPage(start + index);
    const { page } = document;
    // In the margin: there the document would begin a new page by itself.
    page.margins.bottom = 0;
    document.markContent('Artifact', { type: 'Pagination' });
    document.font('text').fontSize(8);
    document.text(words.page(index + 1, count), MARGIN, page.height - MARGIN / 2 - 8, { lineBreak: false });
    document.endMarkedContent();
    page.margins.bottom = MARGIN;
  }
}

/** One form of every letter, and no character that moves the pen. */
function clean(text: string): string {
  return text.normalize('NFC').replace(/[^\P{Cc}\n]/gu, ' ');
}
