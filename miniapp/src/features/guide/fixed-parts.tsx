/** What the app knows by itself: it stands here without a network, too. */
import { Link } from 'react-router-dom';
import { useTexts } from '../../i18n/language.ts';
import { Section } from '../../ui/section.tsx';
import { CallButton } from '../emergency/call-button.tsx';
import { emergencyNumbers } from '../emergency/numbers.ts';
import styles from './guide.module.css';
import { guideTexts } from './texts.ts';

export function EmergencyCalls() {
  const texts = useTexts(guideTexts).emergency;
  return (
    <Section title={texts.title}>
      <p>{texts.words}</p>
      <ul className={styles.calls}>
        {emergencyNumbers.map((number) => (
          <li key={number}>
            <CallButton number={number} look="secondary" />
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function JudgedPart() {
  const texts = useTexts(guideTexts).judged;
  return (
    <Section title={texts.title}>
      <ul className={styles.bullets}>
        {texts.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </Section>
  );
}

export function PrivacyPart() {
  const texts = useTexts(guideTexts).privacy;
  return (
    <Section title={texts.title} aside={<Link to="/me/privacy">{texts.link}</Link>}>
      <ul className={styles.bullets}>
        {texts.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </Section>
  );
}
