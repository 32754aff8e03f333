import { FiguresView } from '../features/figures/figures.tsx';
import { figuresTexts } from '../features/figures/texts.ts';
import { useTexts } from '../i18n/language.ts';
import { Screen } from '../ui/screen.tsx';

export function FiguresPage() {
  const texts = useTexts(figuresTexts);
  return (
    <Screen title={texts.title}>
      <FiguresView />
    </Screen>
  );
}
