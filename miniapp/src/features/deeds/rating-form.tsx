import { useState } from 'react';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceList } from '../../ui/choice.tsx';
import type { RatingLevel, UnsatisfiedReason } from './deed.ts';
import styles from './deeds.module.css';
import { Reasons } from './reasons.tsx';
import { deedTexts } from './texts.ts';

/** In this order everywhere (domain-hanoi §6.1). */
const LEVELS: readonly RatingLevel[] = ['satisfied', 'accepted', 'unsatisfied'];

/** Three levels, and why, for the lowest. */
export function RatingForm({ onRate }: { onRate: (level: RatingLevel, reasons: UnsatisfiedReason[]) => void }) {
  const texts = useTexts(deedTexts).rating;
  const [level, setLevel] = useState<RatingLevel | null>(null);
  const [reasons, setReasons] = useState<UnsatisfiedReason[]>([]);
  const [isPressed, setPressed] = useState(false);
  const isLow = level === 'unsatisfied';
  const missing = level === null ? texts.choose : isLow && reasons.length === 0 ? texts.chooseReason : null;
  const send = () => {
    setPressed(true);
    if (level !== null && missing === null) onRate(level, isLow ? reasons : []);
  };
  return (
    <>
      <ChoiceList
        legend={texts.title}
        legendHidden
        choices={LEVELS.map((value) => ({ value, title: texts.levels[value], note: texts.notes[value] }))}
        chosen={level}
        onChoose={setLevel}
      />
      {isLow && <Reasons legend={texts.reasons} chosen={reasons} onChange={setReasons} />}
      <p role="alert" className={styles.missing}>
        {isPressed && missing}
      </p>
      <Button wide onPress={send}>
        {texts.send}
      </Button>
    </>
  );
}
