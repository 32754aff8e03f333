/**
 * Something that takes long to make, kept and made anew behind the back of whoever asks: nobody waits for it but the first. While
 * making it fails, the one we have is good enough, and the next who asks tries again.
 */
export function keptFresh<Thing>(
  make: () => Promise<Thing>,
  { now, freshMs, tooOldMs }: { now: () => Date; freshMs: number; tooOldMs: number },
): () => Promise<Thing> {
  let kept: { thing: Thing; madeAt: number } | null = null;
  let making: Promise<Thing> | null = null;
  const makeOnce = (): Promise<Thing> => {
    making ??= make()
      .then((thing) => {
        kept = { thing, madeAt: now().getTime() };
        return thing;
      })
      .finally(() => {
        making = null;
      });
    return making;
  };
  return async () => {
    const age = kept ? now().getTime() - kept.madeAt : Number.POSITIVE_INFINITY;
    if (!kept || age > tooOldMs) return makeOnce();
    if (age > freshMs) makeOnce().catch(() => undefined);
    return kept.thing;
  };
}
