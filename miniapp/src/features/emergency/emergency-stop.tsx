import { useState } from 'react';
import { useSettled } from '../../ui/use-settled.ts';
import { dangerIn } from './danger-in.ts';
import { EmergencyLine } from './emergency-line.tsx';
import { EmergencySheet } from './emergency-sheet.tsx';
import { isEmergencyNumber } from './numbers.ts';
import { rememberShown, wasShown } from './shown.ts';

/** Nobody is stopped in the middle of a word: "cháy" may become "cháy hàng". */
const PAUSE_MS = 1_200;

export interface EmergencyStopProps {
  /** The matter: whoever writes about it is stopped once. */
  draftKey: string;
  text: string;
  /** What the service reads in the same words; empty without a network. */
  fromService: readonly string[];
  /** Of the kind of matter that was chosen: shown within the page, but they stop nobody. */
  ofCategory?: readonly string[];
}

/** Stops whoever writes about danger with the numbers to call; afterwards the numbers stay within the page. */
export function EmergencyStop({ draftKey, text, fromService, ofCategory = [] }: EmergencyStopProps) {
  const written = useSettled(text, PAUSE_MS);
  const [shown, setShown] = useState(() => wasShown(draftKey));
  // The service's first: it reads more than the phone does.
  const numbers = [...new Set([...fromService.filter(isEmergencyNumber), ...dangerIn(written)])];
  if (shown || numbers.length === 0)
    return <EmergencyLine numbers={[...new Set([...numbers, ...ofCategory.filter(isEmergencyNumber)])]} />;
  return (
    <EmergencySheet
      numbers={numbers}
      onGoOn={() => {
        rememberShown(draftKey);
        setShown(true);
      }}
    />
  );
}
