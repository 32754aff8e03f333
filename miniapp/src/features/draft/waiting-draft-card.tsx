import { CircleAlert, PencilLine, Send } from 'lucide-react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { useOnline } from '../../api/network.ts';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { furthestStepOf } from './furthest-step.ts';
import type { LocalDraft } from './model.ts';
import { draftTexts } from './texts.ts';
import { type DraftDoings, useDraft } from './use-draft.ts';
import styles from './waiting-draft.module.css';

/** What was begun and is not sent yet, for the first page and the list of reports; nothing where there is none. */
export function WaitingDraftCard() {
  const texts = useTexts(draftTexts).waiting;
  const doings = useDraft();
  const { waiting } = doings;
  if (waiting.length === 0) return null;
  return (
    <Section title={texts.title}>
      <ul className={styles.list}>
        {waiting.map((draft) => (
          <li key={draft.key} className={styles.card}>
            <Waiting draft={draft} doings={doings} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Waiting({ draft, doings }: { draft: LocalDraft; doings: DraftDoings }) {
  const texts = useTexts(draftTexts).waiting;
  const navigate = useNavigate();
  const online = useOnline();
  const go = (path: string) => () => {
    doings.open(draft.key);
    navigate(path);
  };
  const what = draft.text.trim() ? shortened(draft.text.trim()) : texts.noWords(draft.photos.length);
  const own = draft.text.trim() ? { lang: 'vi' } : {};
  if (draft.state === 'sending')
    return (
      <>
        <State icon={<Send aria-hidden size={20} />}>
          {online && !doings.trouble ? texts.sending : texts.sendingLater}
        </State>
        <p className={styles.what} {...own}>
          {what}
        </p>
        {!(online && !doings.trouble) && (
          <Button
            look="secondary"
            wide
            label={texts.takeBackOf(what)}
            onPress={() => {
              if (doings.takeBack(draft.key)) navigate('/report/review');
            }}
          >
            {texts.takeBack}
          </Button>
        )}
      </>
    );
  if (draft.state === 'refused')
    return (
      <>
        <State icon={<CircleAlert aria-hidden size={20} />} isError>
          {texts.refused}
        </State>
        <p className={styles.what} {...own}>
          {what}
        </p>
        {draft.problem && <p>{draft.problem}</p>}
        <Button wide label={texts.mendOf(what)} onPress={go('/report/review')}>
          {texts.mend}
        </Button>
      </>
    );
  return (
    <>
      <State icon={<PencilLine aria-hidden size={20} />}>{texts.writing}</State>
      <p className={styles.what} {...own}>
        {what}
      </p>
      <Button wide look="secondary" label={texts.goOnOf(what)} onPress={go(furthestStepOf(draft))}>
        {texts.goOn}
      </Button>
    </>
  );
}

function State({ icon, isError = false, children }: { icon: ReactNode; isError?: boolean; children: ReactNode }) {
  return (
    <p className={isError ? `${styles.state} ${styles.error}` : styles.state}>
      {icon} <span>{children}</span>
    </p>
  );
}

const EXCERPT = 80;

function shortened(text: string): string {
  return text.length <= EXCERPT ? text : `${text.slice(0, EXCERPT).trimEnd()}…`;
}
