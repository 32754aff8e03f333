import { useMutation } from '@tanstack/react-query';
import { LocateFixed } from 'lucide-react';
import { useState } from 'react';
import { useOnce } from '../../api/once.ts';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { zalo } from '../../zalo/index.ts';
import { type NoPlace, noPlaceOf } from '../place/locate.ts';
import { aroundTexts } from './texts.ts';

/** "Gần tôi": says why before Zalo asks; a "no" closes the sheet without a word. */
export function NearMe({ locateMe, onFound }: { locateMe: () => Promise<void>; onFound: () => void }) {
  const { nearMe, ask: texts } = useTexts(aroundTexts);
  const [isOpen, setOpen] = useState(false);
  const [problem, setProblem] = useState<NoPlace | null>(null);
  const finding = useMutation({
    mutationFn: locateMe,
    onSuccess: () => {
      setOpen(false);
      onFound();
    },
    onError: (error) => {
      const reason = noPlaceOf(error);
      setProblem(reason);
      if (reason === 'denied') setOpen(false);
    },
  });
  const find = useOnce(finding);
  return (
    <>
      <Button
        look="secondary"
        onPress={() => {
          setProblem(null);
          setOpen(true);
        }}
      >
        <LocateFixed aria-hidden size={20} /> {nearMe}
      </Button>
      {isOpen && (
        <Sheet title={texts.title} onClose={() => setOpen(false)}>
          <p>{texts.why}</p>
          <p>{texts.zalo}</p>
          {problem === 'deniedForever' ? (
            <Notice live>
              <p>{texts.later}</p>
              <Button look="secondary" onPress={() => void zalo.openPermissions().catch(() => {})}>
                {texts.settings}
              </Button>
            </Notice>
          ) : (
            problem && (
              <Notice kind="soon" live>
                <p>{texts.failed}</p>
              </Notice>
            )
          )}
          {problem !== 'deniedForever' && (
            <Button wide busy={finding.isPending} onPress={() => find()}>
              {texts.button}
            </Button>
          )}
        </Sheet>
      )}
    </>
  );
}
