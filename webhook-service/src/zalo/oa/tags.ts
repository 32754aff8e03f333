import type { OaCall } from './call.ts';
import type { DoneResult } from './messages.ts';

export interface OaTags {
  /** Puts a tag on a person's chat; makes the tag if there is none of this name (§5). */
  tagUser(userId: string, tag: string): Promise<DoneResult>;
  untagUser(userId: string, tag: string): Promise<DoneResult>;
}

export function createOaTags(call: OaCall): OaTags {
  // The id as text, although samples show a number: a number would lose digits (§0.3, §5).
  const post = async (path: string, userId: string, tag: string): Promise<DoneResult> => {
    const answer = await call.post(path, { user_id: userId, tag_name: tag.normalize('NFC') });
    return answer.ok ? { ok: true } : answer;
  };
  return {
    tagUser: (userId, tag) => post('/v2.0/oa/tag/tagfollower', userId, tag),
    untagUser: (userId, tag) => post('/v2.0/oa/tag/rmfollowerfromtag', userId, tag),
  };
}
