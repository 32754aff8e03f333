import { useTexts } from '../../i18n/language.ts';
import { Notice } from '../../ui/notice.tsx';
import type { ReportDetail } from './report-api.ts';
import { reportViewTexts } from './texts.ts';

/** Why it was not accepted, and where to turn: never the one without the other (domain-hanoi §2.3). */
export function Refusal({ refusal }: Pick<ReportDetail, 'refusal'>) {
  const texts = useTexts(reportViewTexts).refusal;
  if (!refusal) return null;
  return (
    <Notice kind="info">
      <p>{texts.why(refusal.reason)}</p>
      <p>{texts.where(refusal.where)}</p>
    </Notice>
  );
}
