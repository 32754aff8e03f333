import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { CallButton } from './call-button.tsx';
import type { EmergencyNumber } from './danger-words.ts';
import styles from './emergency.module.css';
import { emergencyNumbers } from './numbers.ts';
import { emergencyTexts } from './texts.ts';

/** Before anything else: whom to call. It never says that help is coming (domain-hanoi §2.4). */
export function EmergencySheet({ numbers, onGoOn }: { numbers: readonly EmergencyNumber[]; onGoOn: () => void }) {
  const texts = useTexts(emergencyTexts);
  const others = emergencyNumbers.filter((number) => !numbers.includes(number));
  return (
    <Sheet tall title={texts.title} onClose={onGoOn}>
      <div className={`${styles.calls} ${styles.big}`}>
        {numbers.map((number) => (
          <CallButton key={number} number={number} />
        ))}
      </div>
      <p>{texts.notACall}</p>
      <Button wide look="secondary" onPress={onGoOn}>
        {texts.goOn}
      </Button>
      {others.length > 0 && (
        <>
          <h3>{texts.others}</h3>
          <div className={styles.calls}>
            {others.map((number) => (
              <CallButton key={number} number={number} look="secondary" />
            ))}
          </div>
        </>
      )}
    </Sheet>
  );
}
