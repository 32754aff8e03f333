import { useTexts } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useNativePicker } from './native-picker.ts';
import { photoTexts } from './photo-texts.ts';

export function OtherWay({ room, onAdded }: { room: number; onAdded: (count: number) => void }) {
  const texts = useTexts(photoTexts);
  const { mutate, isPending, error } = useNativePicker(room);
  const pick = () => mutate(undefined, { onSuccess: (count) => count > 0 && onAdded(count) });
  return (
    <>
      <Button wide look="quiet" busy={isPending} onPress={pick}>
        {isPending ? texts.otherWayWorking : texts.otherWay}
      </Button>
      {error && (
        <Notice kind="error" live>
          <p>{error.message && !isTechnical(error) ? error.message : texts.otherWayFailed}</p>
        </Notice>
      )}
    </>
  );
}

/** Only the service's sentences are for people. */
function isTechnical(error: Error): boolean {
  return error.name !== 'ApiProblem';
}
