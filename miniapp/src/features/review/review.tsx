import { type ReactNode, useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { useOnline } from '../../api/network.ts';
import { useTexts } from '../../i18n/language.ts';
import { categoryOf, useCategories } from '../category/categories.ts';
import { isRead } from '../category/served-draft.ts';
import { Step } from '../draft/step.tsx';
import type { DraftDoings } from '../draft/use-draft.ts';
import { EmergencyStop } from '../emergency/emergency-stop.tsx';
import { useConsents } from '../rights/consents.ts';
import { answersOf, maySend, sharingToSend } from '../sharing/answers.ts';
import { SharingQuestions } from '../sharing/sharing-questions.tsx';
import { Letter } from './letter.tsx';
import { missingOf } from './missing.ts';
import styles from './review.module.css';
import { JoinedReport, MissingParts } from './review-notices.tsx';
import { reviewTexts } from './texts.ts';

/** The last step: the whole report to read again, what the person agrees to, and the button that sends it, once. */
export function Review({
  draft,
  server,
  setSharing,
  send,
  notices,
}: Pick<DraftDoings, 'draft' | 'server' | 'setSharing' | 'send'> & {
  /** What must be known of the draft, on top. */
  notices?: ReactNode;
}) {
  const texts = useTexts(reviewTexts);
  const navigate = useNavigate();
  const online = useOnline();
  const joins = useSearchParams()[0].get('joins');
  const served = isRead(draft, server) ? server : null;
  const { data: groups } = useCategories();
  const { data: consents } = useConsents();
  const isSent = useRef(false);

  const answers = answersOf(consents?.items ?? [], draft.sharing);
  const missing = missingOf(draft, served);
  const why = whyNot({
    isMissing: missing.length > 0,
    isRead: consents !== undefined,
    maySend: maySend(answers),
    online,
  });
  const press = () => {
    // The second of two quick taps finds it sent.
    if (isSent.current) return;
    isSent.current = true;
    setSharing(sharingToSend(answers, draft.sharing));
    send(joins ? { joins } : undefined);
    navigate('/report/sent', { replace: true });
  };

  return (
    <Step
      number={4}
      of={4}
      title={texts.title}
      back="/report/what"
      next={{
        label: !online ? texts.sendLater : joins ? texts.sendJoining : texts.send,
        onPress: press,
        disabled: why !== null,
        why: why ? texts[why] : !online && texts.whyOffline,
      }}
    >
      {notices}
      <EmergencyStop
        draftKey={draft.key}
        text={draft.text}
        fromService={server?.emergencyNumbers ?? []}
        ofCategory={categoryOf(groups, draft.categoryCode)?.emergencyNumbers ?? []}
      />
      <p>{texts.intro}</p>
      {joins && <JoinedReport code={joins} />}
      <MissingParts missing={missing} />
      <div className={styles.letter}>
        <Letter
          draft={draft}
          served={served}
          isPublished={answers.some(({ consent, agreed }) => consent.purpose === 'publish' && agreed)}
        />
      </div>
      <SharingQuestions sharing={draft.sharing} onChange={setSharing} />
    </Step>
  );
}

/** Why it cannot be sent yet, by the name of the sentence; null: it can. */
function whyNot(is: { isMissing: boolean; isRead: boolean; maySend: boolean; online: boolean }) {
  if (is.isMissing) return 'whyMissing';
  if (!is.isRead) return is.online ? 'whyLoading' : 'whyNever';
  return is.maySend ? null : 'whyConsent';
}
