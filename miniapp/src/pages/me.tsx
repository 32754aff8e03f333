import { Settings } from '../features/settings/settings.tsx';
import { settingsTexts } from '../features/settings/texts.ts';
import { useTexts } from '../i18n/language.ts';
import { Screen } from '../ui/screen.tsx';

export function MePage() {
  const texts = useTexts(settingsTexts);
  return (
    <Screen title={texts.title}>
      <Settings />
    </Screen>
  );
}
