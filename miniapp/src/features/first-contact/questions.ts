/** Which question, if any, is put to somebody who has just sent a report. One at a time, and none after a "no". */
import type { Profile } from '../settings/profile.ts';
import type { Asked, MayAsk } from './asking.ts';

export type Question = 'notify' | 'chat' | 'follow';
export type Decisions = Readonly<Partial<Record<Question, 'yes' | 'no'>>>;

interface Known {
  profile: Pick<Profile, 'notifyAllowed' | 'chatLinked' | 'followsOa'>;
  may: Readonly<Record<Asked, MayAsk>>;
  decisions: Decisions;
}

/** Null when there is nothing to ask: what reaches them best comes first. */
export function nextQuestion({ profile, may, decisions }: Known): Question | null {
  if (Object.values(decisions).includes('no')) return null;
  const open: Record<Question, boolean> = {
    notify: !profile.notifyAllowed && may.askedNotify === 'now',
    chat: !profile.chatLinked,
    follow: !profile.followsOa && may.askedFollow === 'now',
  };
  const order: readonly Question[] = ['notify', 'chat', 'follow'];
  return order.find((question) => open[question] && decisions[question] === undefined) ?? null;
}
