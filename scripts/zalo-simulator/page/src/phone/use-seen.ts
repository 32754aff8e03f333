import { type RefObject, useEffect } from 'react';
import type { Citizen } from '../../../control-api.ts';
import { citizenAct } from '../sim/api.ts';

/** A chat that is open before someone's eyes counts as seen, as on a real phone. */
export function useSeen(citizen: Citizen, phone: RefObject<HTMLElement>, screenOn: boolean): void {
  const { id, unread } = citizen;
  useEffect(() => {
    const element = phone.current;
    if (!element || !screenOn || unread === 0) return;
    let onScreen = false;
    const see = () => {
      if (!onScreen || document.visibilityState !== 'visible') return;
      // Best effort: a refusal changes nothing for the reader.
      citizenAct(id, { act: 'seen' }).catch(() => undefined);
    };
    // On a narrow page another pane may cover the phone; it is seen when the reader comes back to it.
    const watcher = new IntersectionObserver(([entry]) => {
      onScreen = entry?.isIntersecting ?? false;
      see();
    });
    watcher.observe(element);
    document.addEventListener('visibilitychange', see);
    return () => {
      watcher.disconnect();
      document.removeEventListener('visibilitychange', see);
    };
  }, [id, unread, screenOn, phone]);
}
