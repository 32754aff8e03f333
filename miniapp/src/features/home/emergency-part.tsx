import { useTexts } from '../../i18n/language.ts';
import { Section } from '../../ui/section.tsx';
import { CallButton } from '../emergency/call-button.tsx';
import { emergencyNumbers } from '../emergency/numbers.ts';
import styles from './published-list.module.css';
import { homeTexts } from './texts.ts';

/** 113 · 114 · 115 */
const FIRST = 3;

/** Needs neither a network nor a session. */
export function EmergencyPart() {
  const texts = useTexts(homeTexts).emergency;
  return (
    <Section title={texts.title}>
      <p>{texts.words}</p>
      <ul className={styles.list}>
        {emergencyNumbers.slice(0, FIRST).map((number) => (
          <li key={number}>
            <CallButton number={number} look="secondary" />
          </li>
        ))}
      </ul>
    </Section>
  );
}
