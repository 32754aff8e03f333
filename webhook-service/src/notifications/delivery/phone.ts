import { unseal } from '../../crypto/sealed-box.ts';
import type { Citizen } from './deps.ts';

/**
 * Opens phone numbers sealed as `citizen-phone` with the citizen's id as context. Null for what does not open or is not a
 * number Zalo takes (§4.1); the number goes nowhere but into the call.
 */
export function phoneOpener(dataKey: Buffer): (citizen: Citizen) => string | null {
  return ({ id, phoneEnc }) => {
    if (phoneEnc === null) return null;
    try {
      const phone = unseal(dataKey, 'citizen-phone', String(id), phoneEnc);
      return /^84\d{8,10}$/.test(phone) ? phone : null;
    } catch {
      return null;
    }
  };
}
