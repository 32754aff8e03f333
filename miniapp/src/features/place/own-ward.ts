import { queryClient } from '../../api/queries.ts';
import type { NamedWard } from './ward-at.ts';

const KEY = ['own-ward'];

/**
 * The ward this person last spoke of: where lists and maps open when the phone may not say where it is. On the phone only, and gone
 * with everything else that was read.
 */
export function rememberWard(ward: NamedWard | null): void {
  if (ward) queryClient.setQueryData(KEY, { code: ward.code, name: ward.name });
}

export function ownWard(): NamedWard | null {
  return queryClient.getQueryData<NamedWard>(KEY) ?? null;
}
