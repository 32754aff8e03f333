/** Reports of others that a draft may be about as well, as its writer may see them: more of the published ones than of the rest. */
import Type, { type Static } from 'typebox';
import type { Tx } from '../../../db/client.ts';
import { wardName } from '../../../db/seed/admin-units.ts';
import type { Citizen } from '../conversation/citizens.ts';
import type { Draft } from '../conversation/drafts/drafts.ts';
import { duplicatesOfDraft } from '../conversation/mini-app/draft-duplicates.ts';
import type { Language } from '../deadlines/due-words.ts';
import { wardNameEn } from '../public/agency-gloss.ts';
import type { FoundDuplicate } from '../reports/duplicates/find-duplicates.ts';
import { roundedMetres } from '../reports/duplicates/likeness.ts';
import { categoryName } from '../reports/intake/receive-report.ts';
import { stateLabels } from '../reports/lifecycle/states.ts';
import { excerptOf } from '../reports/list/report-line.ts';
import { followersOf } from '../reports/publication/followers.ts';
import { publicPhotosOf, publicPhotoUrl } from '../reports/publication/public-photos.ts';
import type { RoutingKnowledge } from '../routing/assess.ts';
import { Moment, NullableText, nullable, State } from './schemas.ts';

const SimilarReport = Type.Object({
  code: Type.String({ description: 'gửi lại trong joins khi gửi bản nháp' }),
  category: NullableText,
  ward: NullableText,
  distanceMetres: Type.Union([Type.Integer(), Type.Null()], { description: 'làm tròn đến 10 m' }),
  state: State,
  stateLabel: Type.String(),
  receivedAt: Moment,
  followers: Type.Integer({ description: 'số người đã cùng phản ánh hoặc theo dõi' }),
  because: Type.Array(Type.String(), { description: 'vì sao có vẻ là cùng việc, mỗi lý do một câu' }),
  excerpt: Type.Union([Type.String(), Type.Null()], { description: 'chỉ của phản ánh được công khai' }),
  thumbnailUrl: nullable(Type.String()),
});

export const SimilarReports = Type.Object({ items: Type.Array(SimilarReport) });

const SHOWN = 3;

export async function likeDraft(
  tx: Tx,
  asked: { citizen: Citizen; draft: Draft; now: Date; knowledge: RoutingKnowledge },
): Promise<Static<typeof SimilarReport>[]> {
  const found = (await duplicatesOfDraft(tx, asked)).slice(0, SHOWN);
  const ids = found.map(({ other }) => other.id);
  const followers = await followersOf(tx, ids);
  const photos = await publicPhotosOf(tx, ids);
  return found.map((one) => {
    const [photo] = photos.get(one.other.id) ?? [];
    return {
      ...similar(one, asked.citizen.language),
      followers: followers.get(one.other.id) ?? 0,
      thumbnailUrl: photo ? `${publicPhotoUrl(one.other.code, photo.id)}/thumbnail` : null,
    };
  });
}

/** Of one that is not published: what it is about, where roughly, how old, and where it stands. */
function similar({ other, distanceM, becauseForCitizens }: FoundDuplicate, language: Language) {
  const { code, state, categoryCode, wardCode, wardBasis, publicText, publishedAt, receivedAt } = other;
  const ward = wardBasis === 'unclear-guess' ? null : wardCode;
  return {
    ...{ code, state },
    category: categoryCode && categoryName(categoryCode, language),
    ward: ward && (language === 'en' ? wardNameEn(ward) : wardName(ward)),
    distanceMetres: distanceM === null ? null : roundedMetres(distanceM),
    stateLabel: stateLabels[state][language],
    receivedAt: receivedAt.toISOString(),
    because: becauseForCitizens,
    excerpt: publishedAt === null ? null : excerptOf(publicText ?? ''),
  };
}
