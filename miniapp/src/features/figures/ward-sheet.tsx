import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { WardList } from '../place/ward-list.tsx';
import { figuresTexts } from './texts.ts';

/** The whole city, or one of its wards and communes, found by today's name or an old one. */
export function WardSheet({
  chosen,
  onChoose,
  onClose,
}: {
  chosen: string | null;
  /** Null: the whole city. */
  onChoose: (code: string | null) => void;
  onClose: () => void;
}) {
  const texts = useTexts(figuresTexts);
  return (
    <Sheet title={texts.chooseWard} onClose={onClose}>
      <Button wide look="secondary" onPress={() => onChoose(null)}>
        {texts.city}
      </Button>
      <WardList chosen={chosen} onWard={({ code }) => onChoose(code)} />
    </Sheet>
  );
}
