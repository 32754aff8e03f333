import { Navigate } from 'react-router-dom';
import { SendingView, SentView } from '../features/draft/sent-view.tsx';
import { useDraft } from '../features/draft/use-draft.ts';
import { useTexts } from '../i18n/language.ts';
import { Screen } from '../ui/screen.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { uiTexts } from '../ui/texts.ts';

export function ReportSentPage() {
  const texts = useTexts(uiTexts);
  const doings = useDraft();
  const { state, sent, joins } = doings.draft;
  if (!doings.isReady)
    return (
      <Screen title={texts.loading} back={false}>
        <Skeleton lines={4} />
      </Screen>
    );
  if (state === 'sent' && sent) return <SentView key="sent" sent={sent} joins={joins} />;
  if (state === 'sending') return <SendingView key="sending" doings={doings} />;
  // Refused: the review says why, and has the button. Nothing sent at all: an old link.
  return <Navigate to={state === 'refused' ? '/report/review' : '/reports'} replace />;
}
