import { useMutation } from '@tanstack/react-query';
import { answered, api } from '../../../api/client.ts';
import { ApiProblem } from '../../../api/problem.ts';
import { isRefusal, ZaloError, zalo } from '../../../zalo/index.ts';
import type { Drafts } from '../drafts.ts';
import { useDrafts } from '../use-draft.ts';

/** Zalo's own picker, which uploads by itself: a second way where the page's own is of no use. @returns how many it added */
export function useNativePicker(room: number) {
  const drafts = useDrafts();
  return useMutation({ mutationFn: () => pickWithZalo(drafts, room) });
}

/** @throws ApiProblem, ZaloError; a person who closes the picker or says no has added nothing */
export async function pickWithZalo(drafts: Drafts, room: number): Promise<number> {
  await drafts.holdPlace();
  const { url, mostBytes, mostPhotos } = await answered(api.POST('/api/citizen/draft/upload-link'));
  try {
    const answer = await zalo.pickPhotos({ uploadUrl: url, most: Math.min(room, mostPhotos), mostBytes });
    return addedBy(answer);
  } catch (error) {
    if (isRefusal(error) || (error instanceof ZaloError && error.kind === 'cancelled')) return 0;
    throw error;
  } finally {
    // Also after a failure: some of them may have arrived.
    drafts.catchUp({ look: true });
  }
}

/** The upload's answer comes through Zalo as it is, or not as JSON at all (§6.3). @throws ApiProblem */
export function addedBy(answer: string): number {
  const { error, message, data } = read(answer);
  if (error === 0) return Array.isArray(data?.ids) ? data.ids.length : 0;
  throw new ApiProblem({ code: 'upload_refused', status: 422, detail: typeof message === 'string' ? message : '' });
}

function read(answer: string): { error?: unknown; message?: unknown; data?: { ids?: unknown } | null } {
  try {
    const found: unknown = JSON.parse(answer);
    return typeof found === 'object' && found !== null ? found : {};
  } catch {
    return {};
  }
}
