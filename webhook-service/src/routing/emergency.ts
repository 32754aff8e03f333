/** Words that mean somebody is in danger now: show the numbers before anything else (domain-hanoi §2.4). */
import type { EmergencyNumber } from '../../../db/seed/categories.ts';

export type EmergencyKind =
  | 'fire'
  | 'drowning'
  | 'collapse'
  | 'electric'
  | 'accident'
  | 'violence'
  | 'child_abuse'
  | 'self_harm'
  | 'medical'
  | 'disaster';

export interface EmergencySign {
  kinds: EmergencyKind[];
  /** Whom to call, most fitting first. */
  numbers: EmergencyNumber[];
}

/** The signs in the text, or null. */
export function detectEmergency(_text: string): EmergencySign | null {
  return null;
}
