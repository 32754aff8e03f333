import type { EmergencyNumber } from './danger-words.ts';

/** Everybody's numbers, as they are told in Hà Nội (domain-hanoi §2.4). */
export const emergencyNumbers: readonly EmergencyNumber[] = ['113', '114', '115', '112', '111'];

/** Of what the service sends, what this app can name and dial. */
export function isEmergencyNumber(number: string): number is EmergencyNumber {
  return (emergencyNumbers as readonly string[]).includes(number);
}
