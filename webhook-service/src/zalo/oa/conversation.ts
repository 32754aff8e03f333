import type { CallFailure } from '../call-failure.ts';
import { type ConversationMessage, conversationMessagesOf } from '../conversation-page.ts';
import type { OaCall } from './call.ts';

/** `count` at most 10 (§5). */
interface Page {
  offset: number;
  count: number;
}
type MessagesResult = { ok: true; messages: ConversationMessage[] } | CallFailure;

export interface OaConversations {
  /** One page of what the OA and a person wrote, newest first (§5). */
  getConversation(userId: string, page: Page): Promise<MessagesResult>;
  /** The latest message of each chat, the most recent chat first (§5). */
  listRecentChats(page: Page): Promise<MessagesResult>;
}

export function createOaConversations(call: OaCall): OaConversations {
  const read = async (path: string, data: Record<string, string | number>): Promise<MessagesResult> => {
    const answer = await call.get(path, data);
    return answer.ok ? { ok: true, messages: conversationMessagesOf(answer.body.data) } : answer;
  };
  return {
    getConversation: (userId, { offset, count }) =>
      read('/v2.0/oa/conversation', { user_id: userId, offset, count: Math.min(count, MOST_OF_A_PAGE) }),
    listRecentChats: ({ offset, count }) =>
      read('/v2.0/oa/listrecentchat', { offset, count: Math.min(count, MOST_OF_A_PAGE) }),
  };
}

const MOST_OF_A_PAGE = 10;
