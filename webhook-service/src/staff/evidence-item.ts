import type { Static } from 'typebox';
import type { evidence } from '../../../db/schema/index.ts';
import type { EvidenceItem } from './detail-schemas.ts';

/** A piece of evidence with the addresses staff get it from. */
export function evidenceItem(row: typeof evidence.$inferSelect): Static<typeof EvidenceItem> {
  const { id, kind, mediaType, width, height, bytes, thumbnailKey, uploadedAt } = row;
  const url = `/api/staff/evidence/${id}`;
  return {
    ...{ id, kind, mediaType, url, width, height, bytes },
    thumbnailUrl: thumbnailKey === null ? null : `${url}/thumbnail`,
    uploadedAt: uploadedAt.toISOString(),
  };
}
