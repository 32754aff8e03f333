import { useQueryClient } from '@tanstack/react-query';
import { type Language, setLanguage, useLanguage, useTexts } from '../../i18n/language.ts';
import { ChoiceList } from '../../ui/choice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { zalo } from '../../zalo/index.ts';
import { useChangeProfile } from './profile.ts';
import { settingsTexts } from './texts.ts';

const languages: readonly Language[] = ['vi', 'en'];

/** The app changes at once; the service is told, because it writes to this person and words its answers by it. */
export function LanguageChoice() {
  const texts = useTexts(settingsTexts);
  const chosen = useLanguage();
  const queries = useQueryClient();
  const tell = useChangeProfile();
  const choose = (language: Language) => {
    setLanguage(language);
    if (!zalo.isInside) return;
    // What was answered in the other language is asked for anew, once the service knows.
    tell.mutate({ language }, { onSuccess: () => void queries.invalidateQueries() });
  };
  return (
    <>
      <ChoiceList
        legend={texts.language}
        choices={languages.map((value) => ({ value, title: <span lang={value}>{texts.languages[value]}</span> }))}
        chosen={chosen}
        onChoose={choose}
      />
      {tell.isError && (
        <Notice kind="soon" live>
          <p>{texts.languageNotTold}</p>
        </Notice>
      )}
    </>
  );
}
