import { useState } from 'react';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import type { UnsatisfiedReason } from './deed.ts';
import { Reasons } from './reasons.tsx';
import { deedTexts } from './texts.ts';

/** "Chưa xong": what follows, and, when it can still be rated, what was not good enough. */
export function RejectSheet({
  mayRate,
  onReject,
  onClose,
}: {
  mayRate: boolean;
  onReject: (reasons: UnsatisfiedReason[]) => void;
  onClose: () => void;
}) {
  const texts = useTexts(deedTexts);
  const [reasons, setReasons] = useState<UnsatisfiedReason[]>([]);
  return (
    <Sheet title={texts.reject.title} onClose={onClose}>
      <p>{texts.reject.what}</p>
      {mayRate && (
        <>
          <Reasons legend={texts.reject.reasons} chosen={reasons} onChange={setReasons} />
          <p>{texts.reject.rated}</p>
        </>
      )}
      <Button wide onPress={() => onReject(reasons)}>
        {texts.reject.send}
      </Button>
      <Button wide look="secondary" onPress={onClose}>
        {texts.other.cancel}
      </Button>
    </Sheet>
  );
}
