import { wardName } from '../../../../db/seed/admin-units.ts';
import { type Language, shorten } from '../../notifications/message-texts.ts';
import { findPlace } from '../../routing/place-names.ts';

/** The place of a report in a few words: the address as typed and the ward; null when nothing is known. */
export function placeInWords(
  report: {
    placeText: string | null;
    wardCode: string | null;
    wardBasis: string | null;
    latitude: number | null;
    outsideCity: boolean;
  },
  language: Language,
): string | null {
  const ward = report.wardCode && report.wardBasis !== 'unclear-guess' ? wardName(report.wardCode) : null;
  const typed = report.placeText ? shorten(report.placeText, 90) : null;
  if (report.placeText && typed && ward) return names(report.placeText, report.wardCode) ? typed : `${typed}, ${ward}`;
  if (typed ?? ward) return typed ?? ward;
  if (report.latitude === null) return null;
  return language === 'en' ? 'the location you sent' : 'vị trí bạn đã gửi';
}

/** "phường Láng Hạ" names an old ward, not phường Láng: comparing letters would not do. */
function names(address: string, wardCode: string | null): boolean {
  const { ward } = findPlace(address);
  return ward?.certainty === 'named' && ward.code === wardCode;
}
