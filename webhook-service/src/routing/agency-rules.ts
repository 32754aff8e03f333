/** Agency by category × ward: dispatch, or the tray with the reasons why a person must look (domain-hanoi §3, §4). */
import { wardName } from '../../../db/seed/admin-units.ts';
import { agencyOfType, isWardType } from '../../../db/seed/agencies.ts';
import { type Category, category as categoryOf } from '../../../db/seed/categories.ts';
import { type CategorySuggestion, confidentEnough } from './category-suggestion.ts';
import { detectEmergency } from './emergency.ts';
import { type CityAsset, type Holder, holderOf } from './routing-rules.ts';
import type { TrayReason } from './tray-reasons.ts';
import type { WardLookup } from './ward-lookup.ts';

/** Where the report is: from the pin, or picked by a person from a list, or not known yet. */
export type WardAnswer = WardLookup | { kind: 'chosen'; wardCode: string } | { kind: 'unknown' };

export interface RoutingInput {
  suggestions: readonly CategorySuggestion[];
  /** Picked by a person (the citizen from the list, or intake). */
  chosenCategory?: string | undefined;
  ward: WardAnswer;
  /** What the citizen wrote, with the place as typed. */
  text?: string | undefined;
  cityAssets?: readonly CityAsset[] | undefined;
  /** 22:00–06:00 local time, by the calendar. */
  isNight?: boolean | undefined;
}

export type RoutingDecision =
  | { kind: 'dispatch'; categoryCode: string; agencyCode: string; copyTo: string[]; because: string[] }
  | {
      kind: 'tray';
      reasons: TrayReason[];
      /** The chosen or likeliest category, and the agency it would go to: one tap for intake. */
      categoryCode?: string;
      proposedAgency?: string;
      because: string[];
    };

/**
 * Decides without asking anyone. A text suggestion is a guess, even a confident one, so urgent and emergency classes
 * go to a person unless a person chose the category (§3: "never dispatch an urgent one on a guess alone").
 */
export function decideRouting(input: RoutingInput): RoutingDecision {
  const category = categoryOf(input.chosenCategory ?? input.suggestions[0]?.categoryCode ?? '');
  if (!category) return { kind: 'tray', reasons: ['category_unsure'], because: ['Không có gợi ý lĩnh vực nào.'] };
  const because = [categorySentence(category, input)];
  if (!category.accepts) {
    const reasons: TrayReason[] = isSure(input) ? ['not_a_report'] : ['category_unsure', 'not_a_report'];
    return { kind: 'tray', reasons, categoryCode: category.code, because };
  }

  const holder = holderOf(category, {
    text: input.text ?? '',
    cityAssets: input.cityAssets ?? [],
    isNight: input.isNight ?? false,
  });
  const wardCode = 'wardCode' in input.ward ? input.ward.wardCode : undefined;
  const agencyCode = agencyOfType(holder.type, wardCode);
  because.push(...holder.because, wardSentence(input.ward));

  const reasons = [
    ...categoryReasons(category, input),
    ...wardReasons(category, holder, input.ward),
    ...(agencyCode === null && !(isWardType(holder.type) && !wardCode) ? (['no_agency'] as const) : []),
  ];
  if (reasons.length === 0 && agencyCode !== null) {
    const copies = holder.copyTo.map((type) => agencyOfType(type, wardCode));
    const copyTo = copies.filter((code): code is string => code !== null);
    return { kind: 'dispatch', categoryCode: category.code, agencyCode, copyTo, because };
  }
  const proposal = agencyCode === null ? {} : { proposedAgency: agencyCode };
  return { kind: 'tray', reasons, categoryCode: category.code, ...proposal, because };
}

function isSure(input: RoutingInput): boolean {
  return input.chosenCategory !== undefined || confidentEnough(input.suggestions);
}

function categoryReasons(category: Category, input: RoutingInput): TrayReason[] {
  if (input.chosenCategory !== undefined) return [];
  const reasons: TrayReason[] = isSure(input) ? [] : ['category_unsure'];
  const soundsUrgent = input.text !== undefined && detectEmergency(input.text) !== null;
  if (isUrgent(category) || soundsUrgent) reasons.push('urgent_needs_person');
  return reasons;
}

function isUrgent({ priority }: Category): boolean {
  return priority === 'urgent' || priority === 'emergency';
}

/** A place is needed when it decides the agency, or when the agency has to go there. */
function wardReasons(category: Category, holder: Holder, ward: WardAnswer): TrayReason[] {
  const decides = isWardType(holder.type);
  if (!decides && category.dedupe === null) return [];
  switch (ward.kind) {
    case 'chosen':
      return [];
    case 'unknown':
      return ['ward_unknown'];
    case 'outside':
      return [ward.nearBorder?.length ? 'border' : 'out_of_area'];
    case 'inside':
      // Near a border, too: the outlines are right but for a few metres, the citizen is told and can correct it.
      return [];
    case 'guess':
      return decides && (!ward.clear || isUrgent(category)) ? ['ward_guess_unclear'] : [];
  }
}

function categorySentence(category: Category, input: RoutingInput): string {
  if (input.chosenCategory !== undefined) return `Lĩnh vực ${category.code} (${category.nameVi}) do người chọn.`;
  const percent = Math.round((input.suggestions[0]?.score ?? 0) * 100);
  return `Hệ thống gợi ý lĩnh vực ${category.code} (${category.nameVi}), độ tin cậy ${percent} %.`;
}

function wardSentence(ward: WardAnswer): string {
  switch (ward.kind) {
    case 'chosen':
      return `Nơi xảy ra do người chọn: ${wardName(ward.wardCode)}.`;
    case 'inside':
      return `Vị trí nằm trong ${wardName(ward.wardCode)}${ward.nearBorder.length > 0 ? `, gần ranh giới ${ward.nearBorder.map(wardName).join(', ')}` : ''}.`;
    case 'guess':
      return `Vị trí ước đoán thuộc ${wardName(ward.wardCode)} (${ward.clear ? 'khá chắc' : 'chưa chắc'}, chưa có bản đồ ranh giới).`;
    case 'outside':
      return 'Vị trí nằm ngoài địa bàn thành phố Hà Nội.';
    case 'unknown':
      return 'Chưa có vị trí.';
  }
}
