import { useTexts } from '../../i18n/language.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Category } from './categories.ts';
import { categoryTexts } from './texts.ts';

/** What was chosen is not for this channel: who it is for. Nobody is turned away; they may go on writing. */
export function NotAccepted({ category, onGoOn }: { category: Category; onGoOn: () => void }) {
  const texts = useTexts(categoryTexts);
  return (
    <Notice live>
      <h3>{texts.elsewhere}</h3>
      {category.whereInstead && <p>{texts.turnTo(category.whereInstead)}</p>}
      <p>{texts.elsewhereNote}</p>
      <Button wide look="secondary" onPress={onGoOn}>
        {texts.goOn}
      </Button>
      <ButtonLink wide look="quiet" to="/">
        {texts.leave}
      </ButtonLink>
    </Notice>
  );
}
