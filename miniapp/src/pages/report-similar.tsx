import { WhileWriting } from '../features/review/while-writing.tsx';
import { SimilarReports } from '../features/similar/similar-reports.tsx';
import { similarTexts } from '../features/similar/texts.ts';
import { useTexts } from '../i18n/language.ts';

export function ReportSimilarPage() {
  const { title } = useTexts(similarTexts);
  return <WhileWriting title={title}>{(doings) => <SimilarReports {...doings} />}</WhileWriting>;
}
