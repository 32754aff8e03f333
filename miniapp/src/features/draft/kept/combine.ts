import { currentOf, type Kept, type KeptDraft } from './kept.ts';

/**
 * Two frames of the app write to one storage. `base` is what this frame last saw there, `mine` what it holds now, `theirs` what lies
 * there: of a draft the copy that was changed more often counts, a draft is gone when either has sent or thrown it away.
 */
export function combine(base: Kept | null, mine: Kept, theirs: Kept): Kept {
  if (theirs === base) return mine;
  const before = byKey(base);
  const [here, there] = [byKey(mine), byKey(theirs)];
  const drafts: KeptDraft[] = [];
  for (const key of new Set([...there.keys(), ...here.keys()])) {
    const [own, other, known] = [here.get(key), there.get(key), before.get(key)];
    if (own && other) drafts.push(other.version > own.version ? other : own);
    else if (own && (!known || own.version > known.version)) drafts.push(own);
    else if (other && (!known || other.version > known.version)) drafts.push(other);
  }
  const done = new Set((base?.thrown ?? []).map(nameOf));
  const thrown = [
    ...theirs.thrown.filter((one) => !done.has(nameOf(one)) || mine.thrown.some((own) => nameOf(own) === nameOf(one))),
    ...mine.thrown.filter(
      (one) => !done.has(nameOf(one)) && !theirs.thrown.some((other) => nameOf(other) === nameOf(one)),
    ),
  ];
  if (drafts.length === 0) drafts.push(currentOf(mine));
  const current = [mine.current, theirs.current].find((key) => drafts.some(({ draft }) => draft.key === key));
  return { drafts, current: current ?? drafts[drafts.length - 1]?.draft.key ?? mine.current, thrown };
}

function byKey(kept: Kept | null): Map<string, KeptDraft> {
  return new Map((kept?.drafts ?? []).map((one) => [one.draft.key, one]));
}

function nameOf({ serverId, text }: Kept['thrown'][number]): string {
  return `${serverId ?? ''} ${text}`;
}
