import { type FormEvent, useState } from 'react';
import { ApiProblem } from '../../api/problem.ts';
import { useTexts } from '../../i18n/language.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import styles from './name-form.module.css';
import { type Profile, useChangeProfile } from './profile.ts';
import { settingsTexts } from './texts.ts';

const MOST = 80;

/** Optional, and only with the consent to be contacted: the service says so, and the way there is offered. */
export function NameForm({ profile }: { profile: Profile }) {
  const texts = useTexts(settingsTexts).name;
  const [name, setName] = useState(profile.name ?? '');
  const [fault, setFault] = useState<string | null>(null);
  const change = useChangeProfile();
  const save = (event: FormEvent) => {
    event.preventDefault();
    const typed = name.trim();
    const wrong = typed === '' ? texts.empty : typed.length > MOST ? texts.tooLong : null;
    setFault(wrong);
    if (!wrong && !change.isPending) change.mutate({ name: typed });
  };
  const remove = () => change.mutate({ name: null }, { onSuccess: () => setName('') });
  const needsConsent = change.error instanceof ApiProblem && change.error.code === 'contact_consent_needed';
  return (
    <form className={styles.form} onSubmit={save} noValidate>
      <TextField
        label={texts.label}
        hint={texts.hint}
        optional
        error={fault}
        value={name}
        autoComplete="name"
        onChange={(event) => setName(event.target.value)}
      />
      <div className={styles.buttons}>
        <Button type="submit" look="secondary" busy={change.isPending}>
          {texts.save}
        </Button>
        {profile.name !== null && (
          <Button look="quiet" disabled={change.isPending} onPress={remove}>
            {texts.remove}
          </Button>
        )}
      </div>
      {change.isSuccess && (
        <Notice kind="done" live>
          <p>{change.data.name === null ? texts.removed : texts.saved}</p>
        </Notice>
      )}
      {needsConsent && (
        <Notice live>
          <p>{texts.consentFirst}</p>
          <ButtonLink to="/me/consents" look="secondary">
            {texts.toConsents}
          </ButtonLink>
        </Notice>
      )}
      {change.isError && !needsConsent && <Trouble error={change.error} />}
    </form>
  );
}
