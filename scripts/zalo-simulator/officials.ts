import type { Official } from './control-api.ts';

/** Invented administrators of the OA; 16 digits as in the sample, because short ids count as absent (§1.9). */
export const OFFICIALS: readonly Official[] = [
  { adminId: '6409182735461029', name: 'Chị Hạnh (UBND phường)' },
  { adminId: '5093817264401928', name: 'Anh Dũng (Sở Xây dựng)' },
  { adminId: '6120948375561029', name: 'Cô Mai (trực tổng đài)' },
];

/** Who types unless an act names another. */
export const DEFAULT_ADMIN_ID = '6409182735461029';
