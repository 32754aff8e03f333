/** What a reply to "where is it?" says when no street, lane or ward can be found in it. */
import { plain } from '../../language/normalise.ts';
import { words } from '../../language/tokens.ts';
import { longestPhrase, type PlaceToken, placeTokens } from '../../routing/place-tokens.ts';

/** "Trước cổng trường", "gần chợ": more than this many words tell a story, not a place. */
const LONGEST_PLACE = 8;

/**
 * True when the words may be a place. They were asked for, so they are taken at their word unless they sound like more of
 * the matter ("nắp cống bị mất"). `strict` when the question was about more than the place: then a word of place leads.
 */
export function soundsLikePlace(text: string, { strict }: { strict: boolean }): boolean {
  const spoken = words(plain(text));
  if (spoken.length === 0 || spoken.length > LONGEST_PLACE || /https?:/iu.test(text)) return false;
  const tokens = placeTokens(text);
  if (tokens.some((_, index) => longestPhrase(tokens, index, TROUBLES) !== null)) return false;
  return !strict || leadsWithPlace(tokens);
}

function leadsWithPlace(tokens: readonly PlaceToken[]): boolean {
  const first = tokens.findIndex((_, index) => longestPhrase(tokens, index, POLITE) === null);
  return first >= 0 && longestPhrase(tokens, first, LEADS) !== null;
}

const POLITE = list('dạ, vâng, à, em, thưa, ad, nó, thì');

const LEADS = list(
  'ở, tại, ngay, gần, trước, sau, cạnh, bên, đối diện, đầu, cuối, giữa, góc, trong, ngoài, phía, trên, dưới, ' +
    'dọc, chỗ, đoạn, khu, khu vực, lối vào, cổng, ngõ, ngách, hẻm, đường, phố, số, nhà, chợ, trường, chung cư, ' +
    'tòa, công viên, hồ, cầu, ngã ba, ngã tư, bệnh viện, bến xe, ga, thôn, xóm, tổ, in front, next to, near, ' +
    'at, opposite, behind, outside, inside, corner, beside, on',
);

/** Words of trouble; with marks where the bare word is an ordinary one (mất, but not mặt; đổ, but not đó). */
const TROUBLES = list(
  'bị, hỏng, vỡ, ngập, tắc, rác, gãy, ồn, hôi, thối, bẩn, nứt, sụt, lún, thủng, rò rỉ, xả, lấn chiếm, ' +
    'nguy hiểm, nắp cống, ổ gà, cây đổ, mất nước, mất điện, chặt, bốc mùi, ô nhiễm, tai nạn, không ai, ' +
    'chưa ai, chưa có, mấy ngày, lâu rồi, mong, đề nghị, yêu cầu, xử lý, phản ánh, sửa, bảo, broken, flooded, ' +
    'garbage, missing, dirty, noise, fix, because, there is, leaking, dangerous',
);

/** Phrases written side by side, so that a reader sees them all. */
function list(phrases: string): string[] {
  return phrases.split(', ');
}
