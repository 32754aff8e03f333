import { useState } from 'react';
import { useTexts } from '../../i18n/language.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type CategoryGroup, useCategories } from '../category/categories.ts';
import { emergencyTexts } from '../emergency/texts.ts';
import { KeptCopy } from '../kept-copy/kept-copy.tsx';
import { EmergencyCalls, JudgedPart, PrivacyPart } from './fixed-parts.tsx';
import { NotPart } from './not-part.tsx';
import { usePromises } from './promises.ts';
import { useRefusals } from './refusals.ts';
import { matcher } from './search.ts';
import { guideTexts } from './texts.ts';
import { TimePart } from './time-part.tsx';
import { WhatPart } from './what-part.tsx';

/** `/guide`: what to report and what not, whom to call, how long it takes, what an answer is worth; searched without diacritics. */
export function Guide() {
  const texts = useTexts(guideTexts);
  const calls = useTexts(emergencyTexts);
  const [typed, setTyped] = useState('');
  const isSearch = typed.trim() !== '';
  const isShown = matcher(typed);
  const categories = useCategories();
  const refusals = useRefusals();
  const promises = usePromises();
  const groups = categories.data && foundIn(categories.data, isShown);
  const fixed = {
    emergency: isShown(texts.emergency.title, texts.emergency.words, ...Object.values(calls.who)),
    judged: isShown(texts.judged.title, ...texts.judged.items),
    privacy: isShown(texts.privacy.title, ...texts.privacy.items),
  };
  const count =
    (groups ?? []).reduce((sum, group) => sum + group.categories.length, 0) +
    (refusals.data ?? []).filter(({ reason, where }) => isShown(reason, where)).length +
    (promises.data?.items ?? []).filter(({ name }) => isShown(texts.time.title, name)).length +
    Object.values(fixed).filter(Boolean).length;
  return (
    <>
      <TextField
        label={texts.search}
        hint={texts.searchHint}
        type="search"
        value={typed}
        enterKeyHint="search"
        onChange={(event) => setTyped(event.target.value)}
      />
      <p role="status" className={isSearch && count > 0 ? undefined : 'visually-hidden'}>
        {isSearch && count > 0 && texts.found(count)}
      </p>
      {isSearch && count === 0 && <Nothing typed={typed.trim()} />}
      <KeptCopy at={categories.dataUpdatedAt} failed={categories.error !== null} />
      {fixed.emergency && <EmergencyCalls />}
      <WhatPart
        groups={groups}
        error={categories.error}
        onRetry={() => void categories.refetch()}
        isSearch={isSearch}
      />
      <NotPart isShown={isShown} isSearch={isSearch} />
      <TimePart isShown={isShown} isSearch={isSearch} />
      {fixed.judged && <JudgedPart />}
      {fixed.privacy && <PrivacyPart />}
    </>
  );
}

function Nothing({ typed }: { typed: string }) {
  const texts = useTexts(guideTexts);
  return (
    <Notice live>
      <p>{texts.nothing(typed)}</p>
      <ButtonLink to="/report" look="secondary">
        {texts.report}
      </ButtonLink>
    </Notice>
  );
}

/** A group that is meant by its name is shown whole. What is not accepted stands in the list of what belongs elsewhere. */
export function foundIn(
  groups: readonly CategoryGroup[],
  isShown: (...words: readonly string[]) => boolean,
): CategoryGroup[] {
  return groups
    .map((group) => {
      const accepted = group.categories.filter(({ accepts }) => accepts);
      if (isShown(group.name)) return { ...group, categories: accepted };
      const found = accepted.filter(({ name, hint, example }) => isShown(group.name, name, hint, example));
      return { ...group, categories: found };
    })
    .filter(({ categories }) => categories.length > 0);
}
