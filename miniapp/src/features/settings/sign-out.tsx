import { useMutation } from '@tanstack/react-query';
import { answered, api } from '../../api/client.ts';
import { signOut } from '../../api/session.ts';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { settingsTexts } from './texts.ts';

/** After a phone was lost. Here the app signs in again by itself: Zalo's account is the key, not this button. */
export function SignOutEverywhere() {
  const texts = useTexts(settingsTexts).signOut;
  const end = useMutation({
    mutationFn: async () => {
      await answered(api.DELETE('/api/citizen/sessions'));
      await signOut();
    },
  });
  return (
    <>
      <p>{texts.note}</p>
      <Button look="secondary" busy={end.isPending} onPress={() => end.mutate()}>
        {texts.button}
      </Button>
      {end.isSuccess && (
        <Notice kind="done" live>
          <p>{texts.done}</p>
        </Notice>
      )}
      {end.isError && <Trouble error={end.error} onRetry={() => end.mutate()} />}
    </>
  );
}
