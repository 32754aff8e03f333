import { createOaCall, type OaCallOptions } from './oa/call.ts';
import { createOaConversations, type OaConversations } from './oa/conversation.ts';
import { createOaMessages, type OaMessages } from './oa/messages.ts';
import { createOaPeople, type OaPeople } from './oa/people.ts';
import { createOaItself, type OaItself } from './oa/profile.ts';
import { createOaTags, type OaTags } from './oa/tags.ts';
import { createOaUploads, type OaUploads } from './oa/uploads.ts';

export type { AccessToken } from './oa/call.ts';

export interface OaClient extends OaMessages, OaUploads, OaConversations, OaTags, OaPeople, OaItself {}

/** Zalo's OA OpenAPI (§3, §5). Nothing throws; a call is repeated only after -216 and -220, when Zalo did nothing. */
export function createOaClient(options: OaCallOptions): OaClient {
  const call = createOaCall(options);
  return {
    ...createOaMessages(call),
    ...createOaUploads(call),
    ...createOaConversations(call),
    ...createOaTags(call),
    ...createOaPeople(call),
    ...createOaItself(call),
  };
}
