import { Search } from 'lucide-react';
import { useTexts } from '../../i18n/language.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { zalo } from '../../zalo/index.ts';
import { statusPage } from './open-file.ts';
import { reportViewTexts } from './texts.ts';

/** Neither sent nor followed by this person, and not published: why that may be, and where to look. */
export function MissingReport({ code }: { code: string }) {
  const texts = useTexts(reportViewTexts).missing;
  return (
    <>
      <Notice live>
        <h2>{texts.title}</h2>
        <p>{texts.what(code)}</p>
        <p>{texts.why}</p>
      </Notice>
      <ButtonLink to="/reports" wide>
        {texts.mine}
      </ButtonLink>
      <Button look="secondary" wide onPress={() => void zalo.openPage(statusPage(code)).catch(() => {})}>
        <Search aria-hidden size={22} /> {texts.lookUp}
      </Button>
    </>
  );
}
