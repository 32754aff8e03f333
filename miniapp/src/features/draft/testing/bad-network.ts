/** What can happen to one call on the way. */
import { unreachable } from '../../../api/problem.ts';
import type { DraftApi } from '../sync/draft-api.ts';
import { problem } from './fake-service.ts';

export const fates = ['ok', 'lost', 'unheard', 'down', 'busy', 'dies-before', 'dies-after'] as const;
/**
 * `lost`: never arrives · `unheard`: is done, the answer is lost · `down`: the service is away · `busy`: somebody else is at the
 * draft · `dies-…`: the app ends before the call arrives, or before its answer does.
 */
export type Fate = (typeof fates)[number];

/** The api behind a network that treats call after call as the list says, and is good afterwards. */
export function behind(fatesOfCalls: Fate[], api: DraftApi, die: () => void): DraftApi {
  const never = new Promise<never>(() => {});
  const through = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const fate = fatesOfCalls.shift() ?? 'ok';
    // As on a phone, nothing is answered within the same turn.
    await Promise.resolve();
    if (fate === 'lost') throw unreachable();
    if (fate === 'down') throw problem(503, 'unknown');
    if (fate === 'busy') throw problem(409, 'draft_busy');
    if (fate === 'dies-before') {
      die();
      return never;
    }
    const result = await work();
    if (fate === 'unheard') throw unreachable();
    if (fate === 'dies-after') {
      die();
      return never;
    }
    return result;
  };
  return {
    read: () => through(() => api.read()),
    write: (change) => through(() => api.write(change)),
    addPhoto: (picture, upload) => through(() => api.addPhoto(picture, upload)),
    removePhoto: (id) => through(() => api.removePhoto(id)),
    photo: (id) => through(() => api.photo(id)),
    consents: () => through(() => api.consents()),
    agree: (purpose, version) => through(() => api.agree(purpose, version)),
    submit: (key, submission) => through(() => api.submit(key, submission)),
    dueWordsOf: (code) => through(() => api.dueWordsOf(code)),
    cancel: () => through(() => api.cancel()),
  };
}
