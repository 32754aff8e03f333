import { CircleCheck, CircleDashed, CircleMinus } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { ConfirmSheet } from './confirm-sheet.tsx';
import styles from './consent-card.module.css';
import { type Consent, isNewWording, useDecide } from './consents.ts';
import { useMoments } from './moment.ts';
import { rightsTexts } from './texts.ts';

/** One purpose: the wording in full, where it stands since when, and the one thing that can be done about it. */
export function ConsentCard({ consent }: { consent: Consent }) {
  const texts = useTexts(rightsTexts).consents;
  const [isLeaving, setLeaving] = useState(false);
  const decide = useDecide();
  const { purpose, version, title, wording, basis, given } = consent;
  const say = (next: boolean) =>
    decide.mutate({ purpose, version, given: next }, { onSettled: () => setLeaving(false) });
  return (
    <Section title={title}>
      <div className={styles.card}>
        <Standing consent={consent} />
        <p>{wording}</p>
        <p className={styles.small}>
          {texts.basis[basis]} · {texts.version(version)}
        </p>
        {given ? (
          <Button look="secondary" label={texts.withdrawFrom(title)} onPress={() => setLeaving(true)}>
            {texts.withdraw}
          </Button>
        ) : (
          <Button look="secondary" label={texts.agreeTo(title)} busy={decide.isPending} onPress={() => say(true)}>
            {texts.agree}
          </Button>
        )}
        {isNewWording(decide.error) && (
          <Notice kind="soon" live>
            <p>{texts.changed}</p>
          </Notice>
        )}
        {decide.isError && !isNewWording(decide.error) && <Trouble error={decide.error} />}
      </div>
      {isLeaving && (
        <ConfirmSheet
          title={texts.sheet(title)}
          confirm={texts.withdraw}
          keep={texts.keep}
          busy={decide.isPending}
          onConfirm={() => say(false)}
          onClose={() => setLeaving(false)}
        >
          <p>{texts.whatFollows[purpose]}</p>
        </ConfirmSheet>
      )}
    </Section>
  );
}

function Standing({ consent: { given, at } }: { consent: Consent }) {
  const texts = useTexts(rightsTexts).consents;
  const { day } = useMoments();
  const Icon = given ? CircleCheck : given === false ? CircleMinus : CircleDashed;
  const words =
    at === null || given === null ? texts.unanswered : given ? texts.given(day(at)) : texts.refused(day(at));
  return (
    <p className={given ? `${styles.standing} ${styles.given}` : styles.standing} aria-live="polite">
      <Icon aria-hidden size={22} /> <span>{words}</span>
    </p>
  );
}
