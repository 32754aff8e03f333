import { useRef } from 'react';
import { useOnline } from '../../api/network.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useTexts } from '../../i18n/language.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Section } from '../../ui/section.tsx';
import { AfterSending } from '../first-contact/after-sending.tsx';
import type { LocalDraft } from './model.ts';
import styles from './sent-view.module.css';
import { draftTexts } from './texts.ts';
import { type DraftDoings, useDrafts } from './use-draft.ts';

/** It is a report: its code, who has it, until when, and what happens next. */
export function SentView({ sent, joins }: { sent: NonNullable<LocalDraft['sent']>; joins: string | null }) {
  const texts = useTexts(draftTexts).sent;
  const { code, acceptDueWords } = sent;
  return (
    <Screen
      title={texts.title}
      back={false}
      footer={
        <ButtonLink wide to={`/reports/${code}`}>
          {texts.see}
        </ButtonLink>
      }
    >
      <Notice kind="done" live>
        <p>{texts.received}</p>
      </Notice>
      <p className={styles.code}>
        <span className={styles.label}>{texts.code}</span>
        <strong>{code}</strong>
      </p>
      <p>
        {joins ? texts.joined(joins) : texts.who} {!joins && acceptDueWords && texts.until(acceptDueWords)}
      </p>
      <Section title={texts.nextTitle}>
        <ol className={styles.next}>
          {texts.next.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </Section>
      <AfterSending />
      <ButtonLink wide look="secondary" to="/">
        {texts.home}
      </ButtonLink>
    </Screen>
  );
}

/** On its way, or kept until there is a network. */
export function SendingView({ doings: { draft, trouble, keeping } }: { doings: DraftDoings }) {
  const texts = useTexts(draftTexts).sent;
  const drafts = useDrafts();
  const online = useOnline();
  // Said only once it is so; that later changes are being written makes it no less so.
  const isKept = useRef(false);
  isKept.current ||= keeping !== 'writing';
  const isWaiting = isKept.current && (!online || trouble !== null);
  const isService = online && trouble instanceof ApiProblem && trouble.status > 0;
  const { photos } = draft;
  const done = photos.filter(({ state }) => state === 'uploaded').length;
  return (
    // Its buttons lie elsewhere than "Gửi" did: the second of two quick taps must not press one of them.
    <Screen title={isWaiting ? texts.titleKept : texts.titleSending} back={false}>
      <Notice kind="info" live>
        <p>{isWaiting ? (isService ? texts.keptService : texts.kept) : texts.sending}</p>
        {photos.length > 0 && <p>{texts.sendingPhotos(done, photos.length)}</p>}
      </Notice>
      {keeping === 'closed' && (
        <Notice kind="soon" live>
          <p>{texts.keptOpen}</p>
        </Notice>
      )}
      {isWaiting && (
        <Button wide look="secondary" onPress={() => drafts.catchUp()}>
          {texts.again}
        </Button>
      )}
      <ButtonLink wide look={isWaiting ? 'primary' : 'secondary'} to="/">
        {texts.home}
      </ButtonLink>
    </Screen>
  );
}
