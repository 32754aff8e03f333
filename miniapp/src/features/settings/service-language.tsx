import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onSession } from '../../api/session.ts';
import { chosenLanguage, showLanguage } from '../../i18n/language.ts';
import { useChangeProfile } from './profile.ts';

/**
 * Keeps the languages of app and service in step: what was chosen on this phone is told with every sign-in, also where it could not be
 * told when it was chosen; who has chosen nothing here reads the language they write in the chat.
 */
export function ServiceLanguage() {
  const queries = useQueryClient();
  const { mutate: tell } = useChangeProfile();
  useEffect(
    () =>
      onSession((session) => {
        if (!session) return;
        const language = chosenLanguage();
        if (language === null) showLanguage(session.language);
        else if (language !== session.language)
          tell({ language }, { onSuccess: () => void queries.invalidateQueries() });
      }),
    [queries, tell],
  );
  return null;
}
