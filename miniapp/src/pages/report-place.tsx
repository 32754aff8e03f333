import { PlaceStep } from '../features/place/place-step.tsx';
import { placeTexts } from '../features/place/texts.ts';
import { WhileWriting } from '../features/review/while-writing.tsx';
import { useTexts } from '../i18n/language.ts';

export function ReportPlacePage() {
  const { title } = useTexts(placeTexts);
  return <WhileWriting title={title}>{(doings) => <PlaceStep doings={doings} />}</WhileWriting>;
}
