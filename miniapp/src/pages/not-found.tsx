import { homeTexts } from '../features/home/texts.ts';
import { useTexts } from '../i18n/language.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Screen } from '../ui/screen.tsx';

export function NotFoundPage() {
  const texts = useTexts(homeTexts).notFound;
  return (
    <Screen title={texts.title}>
      <p>{texts.words}</p>
      <ButtonLink to="/" wide>
        {texts.home}
      </ButtonLink>
      <ButtonLink to="/reports" look="secondary" wide>
        {texts.mine}
      </ButtonLink>
    </Screen>
  );
}
