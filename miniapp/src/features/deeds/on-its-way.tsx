import { ApiProblem, unreachable } from '../../api/problem.ts';
import { useTexts } from '../../i18n/language.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useTroubleWords } from '../../ui/trouble.tsx';
import type { Deed, KeptDeed } from './deed.ts';
import styles from './deeds.module.css';
import type { ReportDeeds } from './deeds.ts';
import { deedTexts } from './texts.ts';

/** What the person said and the service has not taken yet: sent now, waiting for the network, or refused and why. */
export function OnItsWay({ deeds }: { deeds: ReportDeeds }) {
  return (
    <div role="status" className={styles.onItsWay}>
      {deeds.kept.map((kept) => (
        <One key={kept.key} kept={kept} deeds={deeds} />
      ))}
    </div>
  );
}

function One({ kept, deeds }: { kept: KeptDeed; deeds: ReportDeeds }) {
  const texts = useTexts(deedTexts);
  const why = useTroubleWords(kept.problem ? new ApiProblem(kept.problem) : unreachable());
  const { key, state } = kept;
  const said = <p>{useSaid(kept.deed)}</p>;
  if (state === 'waiting')
    return (
      <Notice>
        <p className={styles.strong}>{deeds.isSending ? texts.on.sending : texts.on.waiting}</p>
        {said}
        {!deeds.isSending && <p>{texts.on.waitingWhy}</p>}
      </Notice>
    );
  return (
    <Notice kind={state === 'failed' ? 'error' : 'soon'}>
      <p className={styles.strong}>{state === 'failed' ? texts.on.failed : texts.on.refused}</p>
      {said}
      <p>{why}</p>
      <div className={styles.buttons}>
        {kept.problem?.code === 'publish_consent_needed' && (
          <ButtonLink to="/me/consents" look="secondary">
            {texts.on.consent}
          </ButtonLink>
        )}
        {state === 'failed' && (
          <Button look="secondary" busy={deeds.isSending} onPress={() => deeds.retry(key)}>
            {texts.on.retry}
          </Button>
        )}
        <Button look="secondary" onPress={() => deeds.drop(key)}>
          {state === 'failed' ? texts.on.forget : texts.on.read}
        </Button>
      </div>
    </Notice>
  );
}

function useSaid(deed: Deed): string {
  const { said, rating } = useTexts(deedTexts);
  if (deed.type === 'reply') return said.reply(deed.text);
  if (deed.type === 'publish') return deed.publish ? said.publish : said.unpublish;
  return deed.type === 'rating' ? said.rating(rating.levels[deed.level]) : said[deed.type];
}
