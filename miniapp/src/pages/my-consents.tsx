import { MyConsents } from '../features/rights/my-consents.tsx';
import { OnlyInZalo } from '../features/rights/only-in-zalo.tsx';
import { rightsTexts } from '../features/rights/texts.ts';
import { useTexts } from '../i18n/language.ts';
import { Screen } from '../ui/screen.tsx';

export function MyConsentsPage() {
  const texts = useTexts(rightsTexts);
  return (
    <Screen title={texts.consents.title} back="/me">
      <OnlyInZalo>
        <MyConsents />
      </OnlyInZalo>
    </Screen>
  );
}
