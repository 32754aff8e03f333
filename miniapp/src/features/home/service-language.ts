import { useEffect } from 'react';
import { onSession } from '../../api/session.ts';
import { setLanguage } from '../../i18n/language.ts';
import { readPreference } from '../../preferences/store.ts';

/** Who wrote to the chat in English reads English here, until they choose for themselves on this phone. */
export function useServiceLanguage(): void {
  useEffect(
    () =>
      onSession((session) => {
        if (session && session.language !== 'vi' && readPreference('language') === null) setLanguage(session.language);
      }),
    [],
  );
}
