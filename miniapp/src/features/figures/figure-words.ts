import type { Language } from '../../i18n/language.ts';
import type { Share } from './figures-api.ts';

/** Below this a share says little, and the page says so. */
const FEW = 10;

/** Whole per cent; "0" and "100" only when it is none or all. Null when there is nothing to count. */
export function perCent({ numerator, denominator }: Share): number | null {
  if (denominator <= 0) return null;
  if (numerator <= 0) return 0;
  if (numerator >= denominator) return 100;
  return Math.min(99, Math.max(1, Math.round((numerator / denominator) * 100)));
}

export function isFew({ denominator }: Share): boolean {
  return denominator > 0 && denominator < FEW;
}

/** `1.234` and `2,5` in Vietnamese, `1,234` and `2.5` in English; at most one decimal. Not by `Intl`: see `when.ts`. */
export function numberWords(value: number, language: Language): string {
  const [thousands, decimal] = language === 'vi' ? ['.', ','] : [',', '.'];
  const [whole = '0', part] = String(Math.round(value * 10) / 10).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return part ? `${grouped}${decimal}${part}` : grouped;
}
