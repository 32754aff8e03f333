import { useTexts } from '../../i18n/language.ts';
import { Tick } from '../../ui/choice.tsx';
import type { UnsatisfiedReason } from './deed.ts';
import styles from './deeds.module.css';
import { deedTexts } from './texts.ts';

const REASONS: readonly UnsatisfiedReason[] = ['general', 'no_proof', 'not_done', 'too_late', 'other'];

/** What was not good enough; none is ticked beforehand. */
export function Reasons({
  legend,
  chosen,
  onChange,
}: {
  legend: string;
  chosen: readonly UnsatisfiedReason[];
  onChange: (chosen: UnsatisfiedReason[]) => void;
}) {
  const { reasonNames } = useTexts(deedTexts).rating;
  return (
    <fieldset className={styles.reasons}>
      <legend>{legend}</legend>
      {REASONS.map((reason) => (
        <Tick
          key={reason}
          title={reasonNames[reason]}
          checked={chosen.includes(reason)}
          onChange={(checked) => onChange(REASONS.filter((one) => (one === reason ? checked : chosen.includes(one))))}
        />
      ))}
    </fieldset>
  );
}
