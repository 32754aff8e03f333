import type { Sim } from '../context.ts';
import type { Call } from '../http.ts';
import { getConversation, listRecentChat } from './conversation.ts';
import { sendCs } from './cs-message.ts';
import { sendLegacy } from './legacy-message.ts';
import { getOa } from './oa-info.ts';
import type { ApiResult } from './openapi.ts';
import { quotaMessage } from './quota.ts';
import { removeTag, tagFollower, tagsOfOa, untagFollower } from './tags.ts';
import { sendDiscontinued, sendTemplate } from './template-message.ts';
import { upload } from './uploads.ts';
import { userDetail, userList } from './users.ts';

type Handler = (sim: Sim, call: Call) => ApiResult | Promise<ApiResult>;

/** The calls of §3.1 and §5; any other path is not Zalo's. */
const ROUTES: Record<string, Handler> = {
  'POST /v3.0/oa/message/cs': sendCs,
  'POST /v3.0/oa/message/template': sendTemplate,
  'POST /v3.0/oa/message/transaction': sendDiscontinued,
  'POST /v3.0/oa/message/promotion': sendDiscontinued,
  'POST /v2.0/oa/message': sendLegacy,
  'POST /v2.0/oa/upload/image': upload('image'),
  'POST /v2.0/oa/upload/gif': upload('gif'),
  'POST /v2.0/oa/upload/file': upload('file'),
  'POST /v3.0/oa/quota/message': quotaMessage,
  'POST /v2.0/oa/quota/message': quotaMessage,
  'GET /v3.0/oa/user/detail': userDetail,
  'GET /v3.0/oa/user/getlist': userList,
  'POST /v2.0/oa/tag/tagfollower': tagFollower,
  'POST /v2.0/oa/tag/rmfollowerfromtag': untagFollower,
  'POST /v2.0/oa/tag/rmtag': removeTag,
  'GET /v2.0/oa/tag/gettagsofoa': tagsOfOa,
  'GET /v2.0/oa/conversation': getConversation,
  'GET /v2.0/oa/listrecentchat': listRecentChat,
  'GET /v2.0/oa/getoa': getOa,
};

export function routeOf(method: string, path: string): Handler | undefined {
  const key = `${method} ${path}`;
  return Object.hasOwn(ROUTES, key) ? ROUTES[key] : undefined;
}
