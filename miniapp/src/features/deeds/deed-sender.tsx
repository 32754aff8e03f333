import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { zalo } from '../../zalo/index.ts';
import { afterDeed } from './after-deed.ts';
import { deedQueue } from './deeds.ts';

/** Between the occasions that announce themselves: the network may return without saying so. */
const AGAIN_MS = 15_000;

/** Sends the words that wait, wherever in the app the person is; shows nothing. */
export function DeedSender() {
  const client = useQueryClient();
  useEffect(() => {
    const resume = () => void deedQueue.resume();
    const returned = () => document.visibilityState === 'visible' && resume();
    // Zalo tells of a return in its own way; the page's event may stay away there.
    const stopReturns = zalo.onReturn(resume);
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible' && deedQueue.kept().some(({ state }) => state === 'waiting')) resume();
    }, AGAIN_MS);
    const heard = [
      deedQueue.onDone((done, standing) => afterDeed(client, done, standing)),
      // Most often because somebody else was faster: what the page shows is no longer true.
      deedQueue.onRefused((refused) => afterDeed(client, refused, null)),
    ];
    window.addEventListener('online', resume);
    document.addEventListener('visibilitychange', returned);
    resume();
    return () => {
      clearInterval(timer);
      for (const stop of heard) stop();
      stopReturns();
      window.removeEventListener('online', resume);
      document.removeEventListener('visibilitychange', returned);
    };
  }, [client]);
  return null;
}
