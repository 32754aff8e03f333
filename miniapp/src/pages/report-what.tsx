import { categoryTexts } from '../features/category/texts.ts';
import { WhatStep } from '../features/category/what-step.tsx';
import { DraftNotices } from '../features/draft/draft-notices.tsx';
import { WhileWriting } from '../features/review/while-writing.tsx';
import { useTexts } from '../i18n/language.ts';

export function ReportWhatPage() {
  const { title } = useTexts(categoryTexts);
  return (
    <WhileWriting title={title}>
      {(doings) => <WhatStep {...doings} notices={<DraftNotices doings={doings} />} />}
    </WhileWriting>
  );
}
