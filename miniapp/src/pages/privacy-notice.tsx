import { PrivacyNotice } from '../features/rights/privacy-notice.tsx';
import { rightsTexts } from '../features/rights/texts.ts';
import { useTexts } from '../i18n/language.ts';
import { Screen } from '../ui/screen.tsx';

export function PrivacyNoticePage() {
  const texts = useTexts(rightsTexts);
  return (
    <Screen title={texts.notice.title} back="/me">
      <PrivacyNotice />
    </Screen>
  );
}
