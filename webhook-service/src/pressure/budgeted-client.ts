import type { Weight } from '../notifications/message-kinds.ts';
import type { OaClient } from '../zalo/oa-client.ts';
import type { CallBudget } from './call-budget.ts';

/**
 * The OA client for work that is not the delivery of a message (tags, reading back conversations): each call asks for its
 * share of the minute first, so that housekeeping in a storm takes nothing from those who wait for a reply. Without room
 * the call is `not_sent`, `over_budget`.
 */
export function withinBudget(zalo: OaClient, budget: Pick<CallBudget, 'take'>, weight: Weight): OaClient {
  const within =
    <Args extends unknown[], Result>(call: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result | OverBudget> => {
      const waitMs = await budget.take(weight);
      return waitMs === 0 ? call(...args) : { ok: false, outcome: 'not_sent', why: 'over_budget', waitMs };
    };
  return {
    sendText: within(zalo.sendText),
    sendAnonymous: within(zalo.sendAnonymous),
    react: within(zalo.react),
    sendTemplate: within(zalo.sendTemplate),
    uploadImage: within(zalo.uploadImage),
    getConversation: within(zalo.getConversation),
    listRecentChats: within(zalo.listRecentChats),
    tagUser: within(zalo.tagUser),
    untagUser: within(zalo.untagUser),
    lastInteraction: within(zalo.lastInteraction),
    getOa: within(zalo.getOa),
  };
}

interface OverBudget {
  ok: false;
  outcome: 'not_sent';
  why: 'over_budget';
  waitMs: number;
}
