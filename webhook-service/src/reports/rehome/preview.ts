import type { Tx } from '../../../../db/client.ts';
import { rehomingBatches } from '../../../../db/schema/index.ts';
import { AppError } from '../../errors.ts';
import { stableHash } from '../../routing/boundaries/stable-hash.ts';
import type { LoadedWardMap, WardMaps } from '../../routing/boundaries/ward-maps.ts';
import { findMoves } from './find-moves.ts';
import type { RehomingItem } from './plan-move.ts';

export interface RehomingPreview {
  batchId: number;
  versionId: number;
  previewHash: string;
  items: RehomingItem[];
}

/**
 * Finds what a ward map does to open reports and stores it for `applyRehoming`. Moves nothing; may be done before the map's day.
 * @throws AppError `ward_map_not_found` (404), `reason_missing` (422).
 */
export async function previewRehoming(
  tx: Tx,
  versionId: number,
  options: { by: string; reason: string; now: Date; wardMaps: WardMaps },
): Promise<RehomingPreview> {
  const reason = options.reason.normalize('NFC').trim();
  if (!reason) throw new AppError({ code: 'reason_missing', status: 422, detail: 'Cần ghi lý do.' });
  const change = await loadedWardMap(tx, options.wardMaps, versionId);
  const items = await findMoves(tx, change);
  const previewHash = previewHashOf(versionId, items);
  const [batch] = await tx
    .insert(rehomingBatches)
    .values({
      versionId,
      status: 'previewed',
      items,
      previewHash,
      reason,
      createdBy: options.by,
      createdAt: options.now,
    })
    .returning({ id: rehomingBatches.id });
  if (!batch) throw new Error('the preview was not stored');
  return { batchId: batch.id, versionId, previewHash, items };
}

/** Names what a preview promised; the same moves give the same hash in whatever order. */
export function previewHashOf(versionId: number, items: readonly RehomingItem[]): string {
  return stableHash([versionId, items.toSorted((a, b) => (a.code < b.code ? -1 : 1))]);
}

/** The version with its eras, read now: an apply must not judge by a minute-old list. */
export async function loadedWardMap(tx: Tx, wardMaps: WardMaps, versionId: number): Promise<LoadedWardMap> {
  await wardMaps.refresh(tx, { force: true });
  const found = wardMaps.versions().find(({ id }) => id === versionId);
  if (found) return found;
  throw new AppError({ code: 'ward_map_not_found', status: 404, detail: 'Không có bản đồ phường, xã này.' });
}
