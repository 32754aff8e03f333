import type { AdminUnit } from '../../../db/seed/admin-units.ts';
import type { WardBoundary } from './ward-boundaries.ts';

/** What the ward map knows of a ward, whether of NQ 1656 or of a later version. */
export type MapUnit = Pick<AdminUnit, 'code' | 'name' | 'kind' | 'centre' | 'bbox' | 'areaKm2' | 'oldDistricts'>;

export interface WardMap {
  /** Every ward in force. */
  units: readonly MapUnit[];
  /** One per ward, sorted by code; null when the operator gave no outlines, or not of all. */
  boundaries: readonly WardBoundary[] | null;
}

export type WardLookup =
  /** `nearBorder`: other wards within 50 m, nearest first. */
  | { kind: 'inside'; wardCode: string; nearBorder: string[] }
  /** From centres and sizes only; `clear` when the runner-up is well behind. */
  | { kind: 'guess'; wardCode: string; alternatives: string[]; clear: boolean }
  /**
   * Not in Hà Nội; `nearBorder` names wards within 50 m, because a pin is not exact. `sure` when there is no doubt
   * (`boundaries/out-of-area.ts`).
   */
  | { kind: 'outside'; nearBorder?: string[]; sure?: boolean };
