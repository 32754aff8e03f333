import { useRef } from 'react';
import { Navigate, useNavigate, useSearchParams } from 'react-router-dom';
import { useOnline } from '../../api/network.ts';
import { useTexts } from '../../i18n/language.ts';
import { categoryOf, useCategories } from '../category/categories.ts';
import { useServedDraft } from '../category/served-draft.ts';
import { Step } from '../draft/step.tsx';
import type { DraftDoings } from '../draft/use-draft.ts';
import { EmergencyStop } from '../emergency/emergency-stop.tsx';
import { useConsents } from '../rights/consents.ts';
import { answersOf, maySend, sharingToSend } from '../sharing/answers.ts';
import { SharingQuestions } from '../sharing/sharing-questions.tsx';
import { Letter } from './letter.tsx';
import { missingOf } from './missing.ts';
import styles from './review.module.css';
import { JoinedReport, MissingParts, RefusedNotice } from './review-notices.tsx';
import { reviewTexts } from './texts.ts';

/** The last step: the whole report to read again, what the person agrees to, and the button that sends it, once. */
export function Review({ draft, setSharing, send }: Pick<DraftDoings, 'draft' | 'setSharing' | 'send'>) {
  const texts = useTexts(reviewTexts);
  const navigate = useNavigate();
  const online = useOnline();
  const joins = useSearchParams()[0].get('joins');
  const { served, isCurrent } = useServedDraft(draft);
  const { data: groups } = useCategories();
  const { data: consents } = useConsents();
  const isSent = useRef(false);

  const answers = answersOf(consents?.items ?? [], draft.sharing);
  const missing = missingOf(draft, isCurrent ? served : null);
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

  if (draft.state === 'sending' || draft.state === 'sent') return <Navigate to="/report/sent" replace />;
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
      <RefusedNotice draft={draft} />
      <EmergencyStop
        draftKey={draft.key}
        text={draft.text}
        fromService={served?.emergencyNumbers ?? []}
        ofCategory={categoryOf(groups, draft.categoryCode)?.emergencyNumbers ?? []}
      />
      <p>{texts.intro}</p>
      {joins && <JoinedReport code={joins} />}
      <MissingParts missing={missing} />
      <div className={styles.letter}>
        <Letter
          draft={draft}
          served={isCurrent ? served : null}
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
