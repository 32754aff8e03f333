import { useTexts } from '../../i18n/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { CallButton } from './call-button.tsx';
import type { EmergencyNumber } from './danger-words.ts';
import styles from './emergency.module.css';
import { emergencyTexts } from './texts.ts';

/** The numbers within a page, for matters that may be dangerous. Nothing when there are none. */
export function EmergencyLine({ numbers }: { numbers: readonly EmergencyNumber[] }) {
  const texts = useTexts(emergencyTexts);
  if (numbers.length === 0) return null;
  return (
    <div className={styles.calls}>
      <Notice kind="soon">
        <p>{texts.line}</p>
      </Notice>
      {numbers.map((number) => (
        <CallButton key={number} number={number} look="secondary" />
      ))}
    </div>
  );
}
