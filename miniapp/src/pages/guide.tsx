import { Guide } from '../features/guide/guide.tsx';
import { guideTexts } from '../features/guide/texts.ts';
import { useTexts } from '../i18n/language.ts';
import { Screen } from '../ui/screen.tsx';

export function GuidePage() {
  const texts = useTexts(guideTexts);
  return (
    <Screen title={texts.title}>
      <Guide />
    </Screen>
  );
}
