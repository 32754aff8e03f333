import { useEffect, useState } from 'react';
import { type Language, useLanguage } from '../../i18n/language.ts';

const A_MINUTE_MS = 60_000;

/** In whose language and how long ago: what the words of a moment depend on. Moves on by itself once a minute. */
export function useReading(): { language: Language; now: Date } {
  const language = useLanguage();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), A_MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return { language, now };
}
