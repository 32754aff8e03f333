/** The rule kinds of the category list: who holds a category at a place, and who gets a copy (domain-hanoi §3). */
import { type AgencyType, agencyTypes, isWardType } from '../../../db/seed/agencies.ts';
import type { Category, RoutingRule } from '../../../db/seed/categories.ts';
import { plain } from '../language/normalise.ts';
import { containsPhrase } from '../language/tokens.ts';

/** A street or asset the city itself runs. */
export interface CityAsset {
  /** As in the list, e.g. "Láng Hạ". */
  name: string;
}

export interface RuleFacts {
  /** What the citizen wrote, and the place as typed. */
  text: string;
  /** QĐ 5904/QĐ-UBND of 26/11/2025; we do not have it, so it is empty until the city loads it. */
  cityAssets: readonly CityAsset[];
  /** 22:00–06:00 local time; the calendar knows. */
  isNight: boolean;
}

export interface Holder {
  type: AgencyType;
  copyTo: AgencyType[];
  /** The rules tried, in Vietnamese. */
  because: string[];
}

/** Applies the category's rule. Pure; says what it looked at. */
export function holderOf(category: Category, facts: RuleFacts): Holder {
  const fallback: Holder = {
    type: category.agencyType,
    copyTo: [],
    because: [`Lĩnh vực ${category.code} (${category.nameVi}) mặc định do ${typeName(category.agencyType)} xử lý.`],
  };
  const rule = rules[category.routingRule as keyof typeof rules];
  if (rule) return rule(category, facts, fallback);
  return withCopy(fallback, category.routingRule as AgencyType, 'Đơn vị phối hợp theo quy tắc');
}

type Rule = (category: Category, facts: RuleFacts, fallback: Holder) => Holder;

const rules = {
  none: (_category, _facts, fallback) => fallback,

  city_list_else_ward(category, { text, cityAssets }, fallback) {
    const asset = cityAssets.find(({ name }) => containsPhrase(plain(text), plain(name)));
    if (asset) return explain(fallback, `${asset.name} thuộc danh mục thành phố quản lý (QĐ 5904/QĐ-UBND).`);
    return toWard(
      `Không tìm thấy trong danh mục thành phố quản lý (${cityAssets.length} mục, QĐ 5904/QĐ-UBND), nên giao UBND nơi xảy ra; ` +
        `nếu thuộc thành phố thì chuyển ${typeName(category.agencyType)}.`,
    );
  },

  ward_first: (category) =>
    toWard(`UBND nơi xảy ra kiểm tra trước; vượt thẩm quyền thì báo cáo ${typeName(category.agencyType)}.`),

  contractor_urenco: () => toWard('UBND nơi xảy ra chịu trách nhiệm và đặt hàng đơn vị thu gom rác.'),

  ward_police_night: (_category, { isNight }, fallback) =>
    isNight ? withCopy(fallback, 'ward_police', 'Từ 22:00 đến 06:00 báo thêm') : fallback,

  telecom_if_cable(_category, { text }, fallback) {
    if (!mentions(text, TELECOM_WORDS)) return explain(fallback, 'Không nhắc tới cáp viễn thông, coi là dây điện.');
    return { type: 'telecom_co', copyTo: [], because: ['Nội dung nhắc tới cáp viễn thông, không phải dây điện.'] };
  },

  inspect: (_category, { text }, fallback) =>
    mentions(text, MONEY_WORDS) ? withCopy(fallback, 'inspectorate', 'Nội dung nhắc tới đòi tiền, gửi thêm') : fallback,
} satisfies Partial<Record<RoutingRule, Rule>>;

const TELECOM_WORDS = [
  'cap vien thong',
  'cap quang',
  'day mang',
  'cap mang',
  'day cap mang',
  'internet',
  'wifi',
  'day vien thong',
];
const MONEY_WORDS = [
  'doi tien',
  'vi tien',
  'goi y tien',
  'phong bi',
  'boi duong',
  'lot tay',
  'voi vinh',
  'hoi lo',
  'biet dieu',
];

function toWard(reason: string): Holder {
  return { type: 'ward_pc', copyTo: [], because: [reason] };
}

function explain(holder: Holder, reason: string): Holder {
  return { ...holder, because: [...holder.because, reason] };
}

function withCopy(holder: Holder, type: AgencyType, reason: string): Holder {
  return { ...holder, copyTo: [type], because: [...holder.because, `${reason}: ${typeName(type)}.`] };
}

function typeName(type: AgencyType): string {
  const found = agencyTypes.find((item) => item.type === type)?.nameVi ?? type;
  return isWardType(type) ? found.replace('phường/xã', 'phường, xã') : found;
}

function mentions(text: string, phrases: readonly string[]): boolean {
  const words = plain(text);
  return phrases.some((phrase) => containsPhrase(words, phrase));
}
