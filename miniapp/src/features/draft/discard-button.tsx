import { useState } from 'react';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { draftTexts } from './texts.ts';

/** Asks once more: what is thrown away does not come back. */
export function DiscardButton({ onDiscard }: { onDiscard: () => Promise<void> }) {
  const texts = useTexts(draftTexts).discard;
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button wide look="quiet" onPress={() => setAsking(true)}>
        {texts.button}
      </Button>
      {isAsking && (
        <Sheet title={texts.title} onClose={() => setAsking(false)}>
          <p>{texts.words}</p>
          <Button
            wide
            look="danger"
            onPress={() => {
              setAsking(false);
              void onDiscard();
            }}
          >
            {texts.yes}
          </Button>
          <Button wide look="secondary" onPress={() => setAsking(false)}>
            {texts.no}
          </Button>
        </Sheet>
      )}
    </>
  );
}
