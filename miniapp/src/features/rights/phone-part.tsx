import { useTexts } from '../../i18n/language.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { isRefusal, ZaloError, zalo } from '../../zalo/index.ts';
import { useConsents } from './consents.ts';
import { useGivePhone, useRemovePhone } from './phone.ts';
import { rightsTexts } from './texts.ts';

/** Why a number helps stands here, before Zalo asks; without the consent to be contacted there is no button to ask with. */
export function PhonePart({ isKept }: { isKept: boolean }) {
  return isKept ? <KeptPhone /> : <NoPhone />;
}

function KeptPhone() {
  const texts = useTexts(rightsTexts).phone;
  const remove = useRemovePhone();
  return (
    <>
      <p>{texts.kept}</p>
      <Button look="secondary" busy={remove.isPending} onPress={() => remove.mutate()}>
        {texts.remove}
      </Button>
      {remove.isError && <Trouble error={remove.error} onRetry={() => remove.mutate()} />}
    </>
  );
}

function NoPhone() {
  const texts = useTexts(rightsTexts).phone;
  const consents = useConsents();
  const give = useGivePhone();
  const agreed = consents.data?.items.some(({ purpose, given }) => purpose === 'contact' && given) ?? false;
  return (
    <>
      <p>{texts.why}</p>
      {agreed ? (
        <>
          <p>{texts.how}</p>
          <Button look="secondary" busy={give.isPending} onPress={() => give.mutate()}>
            {texts.give}
          </Button>
        </>
      ) : (
        <>
          <p>{texts.consentFirst}</p>
          <ButtonLink to="/me/consents" look="secondary">
            {texts.toConsents}
          </ButtonLink>
        </>
      )}
      {give.isError && <NotGiven error={give.error} onRetry={() => give.mutate()} />}
    </>
  );
}

/** "No" is an answer, not an error: what still works, and the way back for who said it for ever. */
function NotGiven({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const texts = useTexts(rightsTexts).phone;
  if (isUnable(error)) {
    return (
      <Notice kind="soon" live>
        <p>{texts.unable}</p>
      </Notice>
    );
  }
  if (!isRefusal(error)) return <Trouble error={error} onRetry={onRetry} />;
  const forEver = error instanceof ZaloError && error.kind === 'deniedForever';
  return (
    <Notice live>
      <p>{texts.notGiven}</p>
      {forEver && (
        <>
          <p>{texts.settings}</p>
          <Button look="secondary" onPress={() => void zalo.openPermissions().catch(() => {})}>
            {texts.openSettings}
          </Button>
        </>
      )}
    </Notice>
  );
}

/** Too old, or not granted to this app: trying again changes nothing. */
function isUnable(error: Error): boolean {
  return error instanceof ZaloError && (error.kind === 'unsupported' || error.kind === 'notApproved');
}
