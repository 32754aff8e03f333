import { useTexts } from '../../i18n/language.ts';
import { Section } from '../../ui/section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { KeptCopy } from '../kept-copy/kept-copy.tsx';
import { useProfile } from '../settings/profile.ts';
import { AskForm } from './ask-form.tsx';
import { CopyPart } from './copy-part.tsx';
import { ErasePart } from './erase-part.tsx';
import { KeptList } from './kept-list.tsx';
import { PhonePart } from './phone-part.tsx';
import { RequestList } from './request-list.tsx';
import { rightsTexts } from './texts.ts';

/** `/me/data`: see, take along, correct, delete (domain-hanoi §2.5). */
export function MyData() {
  const texts = useTexts(rightsTexts);
  return (
    <>
      <p>{texts.data.lead}</p>
      <WhatIsKept />
      <Section title={texts.copy.title}>
        <CopyPart />
      </Section>
      <Section title={texts.ask.title}>
        <AskForm />
      </Section>
      <Section title={texts.requests.title}>
        <RequestList />
      </Section>
      <Section title={texts.erase.title}>
        <ErasePart />
      </Section>
    </>
  );
}

function WhatIsKept() {
  const texts = useTexts(rightsTexts);
  const { data: profile, error, refetch, dataUpdatedAt } = useProfile();
  return (
    <>
      <KeptCopy at={dataUpdatedAt} failed={error !== null} />
      <Section title={texts.data.kept}>
        {profile && <KeptList profile={profile} />}
        {!profile && (error ? <Trouble error={error} onRetry={() => void refetch()} /> : <Skeleton lines={5} />)}
      </Section>
      {profile && (
        <Section title={texts.phone.title}>
          <PhonePart isKept={profile.phoneKept} />
        </Section>
      )}
    </>
  );
}
