import { useTexts } from '../../i18n/language.ts';
import { OwnPhoto } from '../../ui/own-photo.tsx';
import type { KeptDeed } from '../deeds/deed.ts';
import { ReportCard } from '../report-card/report-card.tsx';
import { useReading } from '../report-view/use-now.ts';
import { lineWords } from './line-words.ts';
import { myReportsTexts } from './texts.ts';
import type { ReportLine } from './use-my-reports.ts';

/** A report of mine in a list: what it asks of me, what it is about, who has it and until when. */
export function MyReportCard({ line, kept = [] }: { line: ReportLine; kept?: readonly KeptDeed[] }) {
  const texts = useTexts(myReportsTexts);
  const reading = useReading();
  const { code, category, place, ward, state, stateLabel, overdue } = line;
  return (
    <ReportCard
      to={`/reports/${code}`}
      title={category ?? texts.noCategory}
      place={place ?? ward}
      state={state}
      stateLabel={stateLabel}
      overdue={overdue}
      note={lineWords(line, texts.line, reading)}
      call={useCall(line, kept)}
      photo={line.thumbnailUrl ? <OwnPhoto path={line.thumbnailUrl} alt={texts.photo(code)} /> : null}
    />
  );
}

function useCall({ needsMe }: ReportLine, kept: readonly KeptDeed[]): string | null {
  const { call } = useTexts(myReportsTexts);
  if (kept.some(({ state }) => state !== 'waiting')) return call.undone;
  if (kept.length > 0) return call.waiting;
  return needsMe && call[needsMe];
}
