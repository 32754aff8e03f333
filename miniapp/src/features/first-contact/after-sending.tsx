import { Bell, Heart, type LucideIcon, MessageCircle } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { zalo } from '../../zalo/index.ts';
import { useAbout } from '../guide/about.ts';
import { type Profile, useProfile } from '../settings/profile.ts';
import styles from './after-sending.module.css';
import { useAnswerQuestion } from './answer-question.ts';
import { mayAsk, noteNo, noteOf } from './asking.ts';
import { type Decisions, nextQuestion, type Question } from './questions.ts';
import { firstContactTexts } from './texts.ts';

const icons: Readonly<Record<Question, LucideIcon>> = { notify: Bell, chat: MessageCircle, follow: Heart };

/** After a report was sent: how the result finds its way. Says why before Zalo asks; nothing at all when all is settled. */
export function AfterSending() {
  const profile = useProfile();
  const about = useAbout();
  if (!zalo.isInside || !profile.data || !about.data) return null;
  return <Questions profile={profile.data} oaId={about.data.oaId} />;
}

function Questions({ profile, oaId }: { profile: Profile; oaId: string }) {
  const texts = useTexts(firstContactTexts).after;
  const [decisions, setDecisions] = useState<Decisions>({});
  // As it was when the page opened: a "no" that is noted meanwhile is in the decisions.
  const [may] = useState(() => ({
    askedNotify: mayAsk('askedNotify', Date.now()),
    askedFollow: mayAsk('askedFollow', Date.now()),
  }));
  const answer = useAnswerQuestion(oaId);
  const question = nextQuestion({ profile, may, decisions });
  const decide = (decided: Question, decision: 'yes' | 'no') =>
    setDecisions((before) => ({ ...before, [decided]: decision }));
  const yes = (asked: Question) => answer.mutate(asked, { onSuccess: (decision) => decide(asked, decision) });
  const later = (asked: Question) => {
    if (asked !== 'chat') noteNo(noteOf[asked], Date.now());
    decide(asked, 'no');
  };
  const given = (['notify', 'chat', 'follow'] as const).filter((one) => decisions[one] === 'yes');
  if (!question && Object.keys(decisions).length === 0) return null;
  return (
    <Section title={texts.title}>
      <div role="status" className={styles.given}>
        {given.map((one) => (
          <Notice key={one} kind="done">
            <p>{texts[one].done}</p>
          </Notice>
        ))}
      </div>
      {question && (
        <Asking
          key={question}
          question={question}
          busy={answer.isPending}
          onYes={() => yes(question)}
          onLater={() => later(question)}
        />
      )}
      {answer.isError && question && <Trouble error={answer.error} onRetry={() => yes(question)} />}
      {!question && <Otherwise />}
    </Section>
  );
}

function Asking({
  question,
  busy,
  onYes,
  onLater,
}: {
  question: Question;
  busy: boolean;
  onYes: () => void;
  onLater: () => void;
}) {
  const texts = useTexts(firstContactTexts).after;
  const Icon = icons[question];
  return (
    <div className={styles.asking}>
      <p className={styles.why}>
        <Icon aria-hidden size={28} />
        <span>{texts[question].why}</span>
      </p>
      <Button wide look="secondary" busy={busy} onPress={onYes}>
        {texts[question].button}
      </Button>
      <Button wide look="quiet" disabled={busy} onPress={onLater}>
        {texts.later}
      </Button>
    </div>
  );
}

/** What works without any of it; and, for who told Zalo never to ask again, the one way back. */
function Otherwise() {
  const texts = useTexts(firstContactTexts).after;
  const now = Date.now();
  const isSettled = mayAsk('askedNotify', now) === 'never' || mayAsk('askedFollow', now) === 'never';
  return (
    <>
      <p>{texts.otherwise}</p>
      {isSettled && (
        <Button look="quiet" onPress={() => void zalo.openPermissions().catch(() => {})}>
          {texts.settings}
        </Button>
      )}
    </>
  );
}
