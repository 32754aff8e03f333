/** A published report as lists and maps show it. Everything here is read by strangers. */
import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import Type, { type Static } from 'typebox';
import type { Tx } from '../../../../db/client.ts';
import { answers, evidence } from '../../../../db/schema/index.ts';
import { wardName } from '../../../../db/seed/admin-units.ts';
import { category, categoryGroups } from '../../../../db/seed/categories.ts';
import { dueWords, type Language } from '../../deadlines/due-words.ts';
import { overdueFrom } from '../../deadlines/policy.ts';
import { agencyName } from '../../reports/agency-names.ts';
import { categoryName } from '../../reports/intake/receive-report.ts';
import { stateLabels } from '../../reports/lifecycle/states.ts';
import { excerptOf } from '../../reports/list/report-line.ts';
import { followersOf } from '../../reports/publication/followers.ts';
import { maskPersonal } from '../../reports/publication/mask.ts';
import { publicPhotosOf, publicPhotoUrl } from '../../reports/publication/public-photos.ts';
import { publicPlaceWords, publicPoint } from '../../reports/publication/public-side.ts';
import { wardNameEn } from '../agency-gloss.ts';
import { textOf } from '../html.ts';
import { textsIn } from '../texts.ts';
import { statesOf } from './published-filters.ts';
import type { PublishedRow } from './published-row.ts';
import { Moment, Named, NullableText, nullable, oneOf, Point, State, stateGroups } from './schemas.ts';

export const PublishedLine = Type.Object({
  code: Type.String(),
  category: nullable(Named),
  group: nullable(Named),
  ward: nullable(Named),
  state: State,
  stateGroup: oneOf(stateGroups),
  stateLabel: Type.String(),
  excerpt: Type.String({ description: 'đầu lời phản ánh, đã che thông tin cá nhân' }),
  place: Type.Union([Type.String(), Type.Null()], { description: 'nơi xảy ra; nhà riêng thì chỉ tên đường' }),
  ...Point,
  receivedAt: Moment,
  holder: Type.String({ description: 'ai đang giữ, một câu' }),
  due: nullable(Type.Object({ at: Moment, words: Type.String() })),
  overdue: Type.Boolean(),
  thumbnailUrl: NullableText,
  followers: Type.Integer({ description: 'số người cùng phản ánh hoặc theo dõi, không kể người gửi' }),
  answered: nullable(Type.Object({ at: Moment, excerpt: Type.String(), thumbnailUrl: NullableText })),
});

export type Line = Static<typeof PublishedLine>;

interface Beside {
  thumbnailUrl: string | null;
  followers: number;
  answered: Line['answered'];
}

/** The lines of a page, in the order of its rows; four queries, however long it is. */
export async function publishedLines(
  tx: Tx,
  rows: readonly PublishedRow[],
  { language, now }: { language: Language; now: Date },
): Promise<Line[]> {
  const ids = rows.map(({ id }) => id);
  const followers = await followersOf(tx, ids);
  const photos = await publicPhotosOf(tx, ids);
  const answered = await standingAnswers(tx, rows);
  return rows.map((row) => {
    const [photo] = photos.get(row.id) ?? [];
    return lineOf(
      row,
      {
        thumbnailUrl: photo ? `${publicPhotoUrl(row.code, photo.id)}/thumbnail` : null,
        followers: followers.get(row.id) ?? 0,
        answered: answered.get(row.id) ?? null,
      },
      { language, now },
    );
  });
}

function lineOf(row: PublishedRow, beside: Beside, { language, now }: { language: Language; now: Date }): Line {
  const { code, state, receivedAt, answerDueAt } = row;
  const point = publicPoint(row);
  const runs = state === 'dispatched' || state === 'in_progress';
  const due = runs ? answerDueAt : null;
  return {
    ...{ code, state },
    ...namesOf(row, language),
    stateGroup: stateGroups.find((group) => statesOf[group].includes(state)) ?? 'open',
    stateLabel: stateLabels[state][language],
    excerpt: excerptOf(row.publicText ?? ''),
    place: publicPlaceWords(row),
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
    rounded: point?.rounded ?? false,
    receivedAt: receivedAt.toISOString(),
    holder: textOf(
      textsIn(language).holder[state](row.agencyCode ? agencyName(row.agencyCode) : textsIn(language).someAgency),
    ),
    due: due && { at: due.toISOString(), words: dueWords(due, language) },
    overdue: due !== null && overdueFrom(due) <= now,
    ...beside,
  };
}

/** Category, group and ward by name; a ward we are not sure of is not named. */
export function namesOf(
  { categoryCode, wardCode, wardBasis }: Pick<PublishedRow, 'categoryCode' | 'wardCode' | 'wardBasis'>,
  language: Language,
): Pick<Line, 'category' | 'group' | 'ward'> {
  const group = categoryGroups.find(({ code }) => code === category(categoryCode ?? '')?.group);
  const ward = wardBasis === 'unclear-guess' ? null : wardCode;
  return {
    category: categoryCode === null ? null : { code: categoryCode, name: categoryName(categoryCode, language) },
    group: group ? { code: group.code, name: language === 'en' ? group.nameEn : group.nameVi } : null,
    ward: ward === null ? null : { code: ward, name: language === 'en' ? wardNameEn(ward) : wardName(ward) },
  };
}

/** The answer that stands of each report, with its first picture. An official's answer may name people as well. */
async function standingAnswers(tx: Tx, rows: readonly PublishedRow[]): Promise<ReadonlyMap<number, Line['answered']>> {
  const done = rows.filter(({ state }) => !statesOf.open.includes(state));
  if (done.length === 0) return new Map();
  const byId = new Map(done.map((row) => [row.id, row]));
  const given = await tx
    .select()
    .from(answers)
    .where(inArray(answers.reportId, [...byId.keys()]));
  const standing = given.filter(({ reportId, round }) => byId.get(reportId)?.round === round);
  if (standing.length === 0) return new Map();
  const pieces = await tx
    .select({ id: evidence.id, answerId: evidence.answerId })
    .from(evidence)
    .where(
      and(
        inArray(
          evidence.answerId,
          standing.map(({ id }) => id),
        ),
        eq(evidence.kind, 'photo'),
        eq(evidence.state, 'stored'),
        isNotNull(evidence.thumbnailKey),
      ),
    )
    .orderBy(asc(evidence.id));
  return new Map(
    standing.map(({ id, reportId, text, givenAt }) => {
      const piece = pieces.find(({ answerId }) => answerId === id);
      const code = byId.get(reportId)?.code ?? '';
      return [
        reportId,
        {
          at: givenAt.toISOString(),
          excerpt: excerptOf(maskPersonal(text)),
          thumbnailUrl: piece ? `${publicEvidenceUrl(code)}/${piece.id}/thumbnail` : null,
        },
      ];
    }),
  );
}

/** Where the public fetches the proof of a published report's answers. */
export function publicEvidenceUrl(code: string): string {
  return `/api/public/reports/${code}/evidence`;
}
