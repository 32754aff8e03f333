import { useTexts } from '../../i18n/language.ts';
import type { Profile } from '../settings/profile.ts';
import styles from './lines.module.css';
import { useMoments } from './moment.ts';
import { rightsTexts } from './texts.ts';

/** What is kept, in words; the whole of it is in the download. */
export function KeptList({ profile }: { profile: Profile }) {
  const texts = useTexts(rightsTexts).data;
  const { day } = useMoments();
  const { memberSince, openReports, name, phoneKept, chatLinked, notifyAllowed } = profile;
  const lines = [
    texts.always,
    texts.name(name),
    texts.phone(phoneKept),
    texts.chat(chatLinked),
    texts.notify(notifyAllowed),
    texts.open(openReports),
    texts.since(day(memberSince)),
  ];
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
