import { wardName } from '../../../db/seed/admin-units.ts';
import { plain } from '../language/normalise.ts';
import { type Language, shorten } from '../notifications/message-texts.ts';

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
  if (typed && ward) return plain(typed).includes(plain(ward)) ? typed : `${typed}, ${ward}`;
  if (typed ?? ward) return typed ?? ward;
  if (report.latitude === null) return null;
  return language === 'en' ? 'the location you sent' : 'vị trí bạn đã gửi';
}
