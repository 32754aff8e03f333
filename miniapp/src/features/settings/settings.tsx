import { BookOpen, FileUser, ListChecks, ShieldCheck } from 'lucide-react';
import { useLanguage, useTexts } from '../../i18n/language.ts';
import { LinkList } from '../../ui/link-list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { zalo } from '../../zalo/index.ts';
import { KeptCopy } from '../kept-copy/kept-copy.tsx';
import { dayWords } from '../rights/moment.ts';
import { LanguageChoice } from './language-choice.tsx';
import { TextSizeChoice, ThemeChoice } from './look-choices.tsx';
import { NameForm } from './name-form.tsx';
import { useProfile } from './profile.ts';
import styles from './settings.module.css';
import { SignOutEverywhere } from './sign-out.tsx';
import { settingsTexts } from './texts.ts';
import { appVersion } from './version.ts';

/** `/me`: what belongs to this phone needs no network; what belongs to the person is read from the service. */
export function Settings() {
  const texts = useTexts(settingsTexts);
  const { data, consents, privacy, guide } = texts.links;
  const links = [
    { to: '/me/data', icon: FileUser, ...data },
    { to: '/me/consents', icon: ListChecks, ...consents },
  ];
  const open = [
    { to: '/me/privacy', icon: ShieldCheck, ...privacy },
    { to: '/guide', icon: BookOpen, ...guide },
  ];
  return (
    <>
      {!zalo.isInside && (
        <Notice>
          <p>{texts.outside}</p>
        </Notice>
      )}
      <LanguageChoice />
      <TextSizeChoice />
      <ThemeChoice />
      {zalo.isInside && <OwnName />}
      <Section title={texts.more}>
        <LinkList rows={zalo.isInside ? [...links, ...open] : open} />
      </Section>
      {zalo.isInside && (
        <Section title={texts.signOut.title}>
          <SignOutEverywhere />
        </Section>
      )}
      <p className={styles.version}>{texts.version(appVersion())}</p>
    </>
  );
}

function OwnName() {
  const texts = useTexts(settingsTexts);
  const language = useLanguage();
  const { data: profile, error, refetch, dataUpdatedAt } = useProfile();
  return (
    <Section title={texts.name.section}>
      <KeptCopy at={dataUpdatedAt} failed={error !== null} />
      {profile && (
        <>
          <NameForm profile={profile} />
          <p className={styles.since}>{texts.memberSince(dayWords(profile.memberSince, language))}</p>
        </>
      )}
      {!profile && (error ? <Trouble error={error} onRetry={() => void refetch()} /> : <Skeleton lines={3} />)}
    </Section>
  );
}
