import { and, desc, eq, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { duplicateSuggestions, follows, reports } from '../../../../db/schema/index.ts';
import { adminUnits } from '../../../../db/seed/admin-units.ts';
import { category } from '../../../../db/seed/categories.ts';
import type { ReportState } from '../lifecycle/states.ts';
import type { Report } from '../report.ts';
import { joinableStates } from './candidates.ts';
import { type FoundDuplicate, findForDraft, GATHERING_BONUS } from './find-duplicates.ts';
import { type Likeness, type LikenessFacts, likenessOf, roundedMetres } from './likeness.ts';

/** A report somebody else sent, as a citizen may see it: no words, photos or exact place of theirs. */
export interface DuplicateOffer {
  mainCode: string;
  categoryName: string;
  /** Ward or commune; null when unknown. */
  placeWords: string | null;
  /** To ten metres; null when one of the two has no pin. */
  distanceMetres: number | null;
  state: ReportState;
  because: string[];
}

/**
 * The likeliest report of somebody else this one's reporter could follow instead ("cùng phản ánh"), or null. Never of a
 * category that is not public by default: that violence or gambling was reported next door is nobody's business.
 * What was there before goes before what came after it, so that in a flood an offer stays what it was while others are found
 * to be like it. `named`: only the one of this code, also when it has been merged into another since it was offered.
 */
export async function duplicateOfferFor(tx: Tx, reportId: number, named?: string): Promise<DuplicateOffer | null> {
  const [report] = await tx.select().from(reports).where(eq(reports.id, reportId));
  if (!report || !isJoinable(report)) return null;
  const older = desc(eq(duplicateSuggestions.reportId, reportId));
  const likeliest = tx
    .select()
    .from(duplicateSuggestions)
    .where(
      and(
        eq(duplicateSuggestions.state, 'open'),
        or(eq(duplicateSuggestions.reportId, reportId), eq(duplicateSuggestions.otherId, reportId)),
      ),
    )
    .orderBy(older, desc(duplicateSuggestions.score), duplicateSuggestions.otherId)
    .limit(10)
    .as('likeliest');
  const suggestions = await tx
    .select()
    .from(likeliest)
    .orderBy(
      desc(eq(likeliest.reportId, reportId)),
      desc(sql`${likeliest.score} + ${bonusFor(likeliest.otherId)}`),
      likeliest.otherId,
    );
  for (const suggestion of suggestions) {
    const otherId = suggestion.reportId === reportId ? suggestion.otherId : suggestion.reportId;
    const [other, code] = await mainReport(tx, otherId);
    if (!other || other.id === reportId || !mayBeOffered(other, report.citizenId)) continue;
    if (named !== undefined && named !== code && named !== other.code) continue;
    if (await isFollowedBy(tx, other.id, report.citizenId)) continue;
    return offerOf(other, likenessOf(report, other));
  }
  return null;
}

/** What is about to be sent. */
export interface DraftToCompare extends Pick<LikenessFacts, 'latitude' | 'longitude' | 'text'> {
  categoryCode?: string | undefined;
  suggestions?: LikenessFacts['suggestions'];
  placeText?: string | null;
  wardCode?: string | null;
  now: Date;
  /** Who is about to send it: their own reports are not offered to them. */
  citizenId?: number | undefined;
}

/** Reports looked at for a draft: more than are shown, so that what was shown a minute ago is still among them. */
const LIKE_A_DRAFT = 20;

/** Public reports that may be the same thing as a draft, likeliest first. */
export async function reportsLikeDraft(tx: Tx, draft: DraftToCompare): Promise<FoundDuplicate[]> {
  const { now, citizenId = null, categoryCode = null, suggestions = [], placeText = null, wardCode = null } = draft;
  const { latitude, longitude, text } = draft;
  const facts = {
    ...{ latitude, longitude, text, categoryCode, suggestions, placeText, wardCode, receivedAt: now },
    // The burst is the intake's business; somebody who writes a draft has already sent the other.
    citizenId: null,
  };
  const found = await findForDraft(tx, facts, { now, limit: LIKE_A_DRAFT });
  return found.filter(({ other }) => mayBeOffered(other, citizenId));
}

/** The likeliest three, as a citizen may see them: shown before sending. */
export async function nearbyForDraft(tx: Tx, draft: DraftToCompare): Promise<DuplicateOffer[]> {
  return (await reportsLikeDraft(tx, draft)).slice(0, 3).map((one) => offerOf(one.other, one));
}

/** As the search ranks them: in a storm everybody is sent to the one that gathers the others. Counts to 63, however many they are. */
function bonusFor(otherId: SQLWrapper): SQL {
  return sql`least(${GATHERING_BONUS}::numeric, ${GATHERING_BONUS}::numeric / 6 * log(2.0, 1
    + (select count(*) from (select 1 from reports where merged_into_id = ${otherId} limit 63) merged)
    + (select count(*) from (select 1 from duplicate_suggestions found
         where found.other_id = ${otherId} and found.state = 'open' limit 63) found)))`;
}

function isJoinable(report: Report): boolean {
  return joinableStates.some((state) => state === report.state);
}

function mayBeOffered(other: Report, citizenId: number | null): boolean {
  const isPublic = category(other.categoryCode ?? '')?.publicByDefault === true;
  return isPublic && isJoinable(other) && other.citizenId !== citizenId;
}

/** The report it was merged into, or itself; and its own code. */
async function mainReport(tx: Tx, id: number): Promise<[Report | undefined, string | undefined]> {
  const [report] = await tx.select().from(reports).where(eq(reports.id, id));
  if (report?.state !== 'merged' || report.mergedIntoId === null) return [report, report?.code];
  const [main] = await tx.select().from(reports).where(eq(reports.id, report.mergedIntoId));
  return [main, report.code];
}

async function isFollowedBy(tx: Tx, reportId: number, citizenId: number): Promise<boolean> {
  const rows = await tx
    .select({ id: follows.id })
    .from(follows)
    .where(and(eq(follows.reportId, reportId), eq(follows.citizenId, citizenId)));
  return rows.length > 0;
}

function offerOf(
  other: Report,
  { becauseForCitizens, distanceM }: Pick<Likeness, 'becauseForCitizens' | 'distanceM'>,
): DuplicateOffer {
  const unit = adminUnits.find(({ code }) => code === other.wardCode);
  return {
    mainCode: other.code,
    categoryName: category(other.categoryCode ?? '')?.nameVi ?? '',
    placeWords: unit ? `${unit.kind === 'phuong' ? 'phường' : 'xã'} ${unit.name}` : null,
    distanceMetres: distanceM === null ? null : roundedMetres(distanceM),
    state: other.state,
    because: becauseForCitizens,
  };
}
