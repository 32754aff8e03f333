import { useMutation } from '@tanstack/react-query';
import { LocateFixed } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useOnce } from '../../api/once.ts';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Screen } from '../../ui/screen.tsx';
import { zalo } from '../../zalo/index.ts';
import { type Located, locate, noPlaceOf } from './locate.ts';
import { placeTexts } from './texts.ts';

/**
 * Says why before Zalo asks. A "no" is no error: the person is led back to the other ways without a word. Who has allowed it
 * before is not asked, so there is nothing to explain and it begins at once.
 */
export function LocateScreen({
  onPlace,
  onRefused,
}: {
  onPlace: (located: Located) => void;
  onRefused: (forGood: boolean) => void;
}) {
  const { locate: texts } = useTexts(placeTexts);
  const finding = useMutation({
    mutationFn: locate,
    onSuccess: onPlace,
    onError: (error) => {
      const reason = noPlaceOf(error);
      if (reason === 'denied' || reason === 'deniedForever') onRefused(reason === 'deniedForever');
    },
  });
  const find = useOnce(finding);
  useBeginWhenAllowed(find);
  const problem = finding.error && noPlaceOf(finding.error);
  const words =
    problem &&
    {
      again: texts.tryAgain,
      offline: texts.offline,
      unsupported: texts.unsupported,
      denied: null,
      deniedForever: null,
    }[problem];
  return (
    <Screen
      title={texts.title}
      back="/report/place"
      footer={
        problem === 'unsupported' ? (
          <Button wide onPress={() => onRefused(false)}>
            {texts.another}
          </Button>
        ) : (
          <>
            <Button wide busy={finding.isPending} onPress={() => find()}>
              <LocateFixed aria-hidden size={22} /> {problem ? texts.again : texts.button}
            </Button>
            <Button wide look="quiet" onPress={() => onRefused(false)}>
              {texts.another}
            </Button>
          </>
        )
      }
    >
      <p>{texts.why}</p>
      <p>{texts.once}</p>
      <p>{texts.ask}</p>
      {words && (
        <Notice kind="soon" live>
          <p>{words}</p>
        </Notice>
      )}
    </Screen>
  );
}

function useBeginWhenAllowed(begin: () => void): void {
  const start = useRef(begin);
  useEffect(() => {
    let isGone = false;
    zalo.granted().then(
      ({ userLocation }) => {
        if (userLocation && !isGone) start.current();
      },
      // Not known: then it is explained and asked.
      () => {},
    );
    return () => {
      isGone = true;
    };
  }, []);
}
