import { DraftNotices } from '../features/draft/draft-notices.tsx';
import { Review } from '../features/review/review.tsx';
import { reviewTexts } from '../features/review/texts.ts';
import { WhileWriting } from '../features/review/while-writing.tsx';
import { useTexts } from '../i18n/language.ts';

export function ReportReviewPage() {
  const { title } = useTexts(reviewTexts);
  return (
    <WhileWriting title={title}>
      {(doings) => <Review {...doings} notices={<DraftNotices doings={doings} />} />}
    </WhileWriting>
  );
}
