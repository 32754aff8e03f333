/** The queue of this phone, and what a page needs of it. */
import { useEffect, useSyncExternalStore } from 'react';
import { type Deed, type KeptDeed, newKey, type Standing } from './deed.ts';
import { createDeedQueue } from './deed-queue.ts';
import { phoneStore } from './deed-store.ts';
import { sendDeed } from './send-deed.ts';

export const deedQueue = createDeedQueue({ store: phoneStore(), send: sendDeed, newKey, now: () => Date.now() });

export interface ReportDeeds {
  /** Of this report, not done yet; oldest first. */
  kept: readonly KeptDeed[];
  isSending: boolean;
  /** Keeps and sends the deeds of one press, in this order. */
  act(...deeds: Deed[]): void;
  retry(key: string): void;
  drop(key: string): void;
}

/** Of all reports, oldest first. */
export function useKeptDeeds(): readonly KeptDeed[] {
  return useSyncExternalStore(deedQueue.subscribe, deedQueue.kept);
}

export function useDeeds(code: string): ReportDeeds {
  const all = useKeptDeeds();
  const sending = useSyncExternalStore(deedQueue.subscribe, deedQueue.sending);
  const kept = all.filter((one) => one.code === code);
  return {
    kept,
    isSending: kept.some(({ key }) => key === sending),
    act: (...deeds) => void deedQueue.add(code, deeds),
    retry: (key) => void deedQueue.retry(key),
    drop: (key) => void deedQueue.drop(key),
  };
}

/** Who may see the report is a matter of its own, beside what is said to the agency. */
export function isChoice({ type }: Deed): boolean {
  return type === 'publish';
}

/** The deeds of one matter only. */
export function onlyDeeds(deeds: ReportDeeds, isOne: (deed: Deed) => boolean): ReportDeeds {
  return { ...deeds, kept: deeds.kept.filter(({ deed }) => isOne(deed)) };
}

/** Hears of what was done to this report while the page is open. */
export function useDoneDeeds(code: string, listener: (deed: Deed, standing: Standing | null) => void): void {
  useEffect(
    () =>
      deedQueue.onDone((done, standing) => {
        if (done.code === code) listener(done.deed, standing);
      }),
    [code, listener],
  );
}

/** For signing out and erasing: nothing of this person waits on the phone. */
export function forgetDeeds(): Promise<void> {
  return deedQueue.forget();
}
