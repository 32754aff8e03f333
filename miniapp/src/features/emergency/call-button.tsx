import { Phone } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { zalo } from '../../zalo/index.ts';
import type { EmergencyNumber } from './danger-words.ts';
import { emergencyTexts } from './texts.ts';

/** Opens the phone with the number; the person presses call. Where that fails, they read what to dial. */
export function CallButton({ number, look = 'primary' }: { number: EmergencyNumber; look?: 'primary' | 'secondary' }) {
  const texts = useTexts(emergencyTexts);
  const [failed, setFailed] = useState(false);
  const call = async () => {
    setFailed(false);
    await zalo.call(number).catch(() => setFailed(true));
  };
  return (
    <div>
      <Button wide look={look} onPress={() => void call()}>
        <Phone aria-hidden size={24} />
        {texts.call(number, texts.who[number])}
      </Button>
      <p role="alert">{failed && texts.dialYourself(number)}</p>
    </div>
  );
}
