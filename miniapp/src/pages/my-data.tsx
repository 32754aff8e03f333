import { MyData } from '../features/rights/my-data.tsx';
import { OnlyInZalo } from '../features/rights/only-in-zalo.tsx';
import { rightsTexts } from '../features/rights/texts.ts';
import { useTexts } from '../i18n/language.ts';
import { Screen } from '../ui/screen.tsx';

export function MyDataPage() {
  const texts = useTexts(rightsTexts);
  return (
    <Screen title={texts.data.title} back="/me">
      <OnlyInZalo>
        <MyData />
      </OnlyInZalo>
    </Screen>
  );
}
