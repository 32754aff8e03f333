/**
 * The first set of routing rules, made from the category list (domain-hanoi §3): who holds what until staff change it. The
 * order matters only between the rules of one category; it reads from the particular to the general.
 */
import { type AgencyType, agencyOfType, agencyTypes, cityAgencies, isWardType } from './agencies.ts';
import { type Category, type RoutingRule as CategoryRule, categories } from './categories.ts';

type Target = { code: string } | { type: AgencyType };

/** Same shape as `RoutingRule` of the routing capability, which checks it. */
export interface SeedRoutingRule {
  id: string;
  name: string;
  when: {
    categories: string[];
    time?: { from: string; to: string };
    keywords?: string[];
    onList?: string;
  };
  to: { agency: Target; copyTo?: Target[]; contact?: string };
}

/** Streets, pavements, trees, lights and drains the city itself runs: QĐ 5904/QĐ-UBND of 26/11/2025, empty until loaded. */
export const CITY_ASSETS = 'city_assets';

/** The seed rules in order. Every accepted category ends in a rule without further conditions. */
export function seedRoutingRules(): SeedRoutingRule[] {
  return [
    ...forRule('city_list_else_ward', onCityList),
    ...forRule('city_list_else_ward', notOnCityList),
    ...forRule('ward_first', wardFirst),
    ...forRule('contractor_urenco', contractor),
    ...forRule('ward_police_night', nightPolice),
    ...forRule('telecom_if_cable', telecomCable),
    ...forRule('inspect', moneyAsked),
    ...defaults(),
  ];
}

type RuleOf = (type: AgencyType, codes: string[]) => SeedRoutingRule;

const onCityList: RuleOf = (type, codes) => ({
  id: `city-list/${type}`,
  name: `Tài sản trong danh mục thành phố quản lý (QĐ 5904/QĐ-UBND): ${nameOf(type)}`,
  when: { categories: codes, onList: CITY_ASSETS },
  to: { agency: { type } },
});

const notOnCityList: RuleOf = (type, codes) => ({
  id: `not-on-city-list/${type}`,
  name:
    'Không thấy trong danh mục thành phố quản lý (QĐ 5904/QĐ-UBND): UBND nơi xảy ra; ' +
    `nếu thuộc thành phố thì chuyển ${nameOf(type)}`,
  when: { categories: codes },
  to: { agency: { type: 'ward_pc' } },
});

const wardFirst: RuleOf = (type, codes) => ({
  id: `ward-first/${type}`,
  name: `UBND nơi xảy ra kiểm tra trước; vượt thẩm quyền thì báo cáo ${nameOf(type)}`,
  when: { categories: codes },
  to: { agency: { type: 'ward_pc' } },
});

const contractor: RuleOf = (type, codes) => ({
  id: `contractor/${type}`,
  name: 'UBND nơi xảy ra chịu trách nhiệm và đặt hàng đơn vị thu gom rác',
  when: { categories: codes },
  to: { agency: { type: 'ward_pc' }, contact: 'Đơn vị thu gom rác theo đặt hàng của UBND phường, xã' },
});

const nightPolice: RuleOf = (type, codes) => ({
  id: `night-police/${type}`,
  name: `Từ 22:00 đến 06:00: ${nameOf(type)}, báo thêm ${nameOf('ward_police')}`,
  when: { categories: codes, time: { from: '22:00', to: '06:00' } },
  to: { agency: { type }, copyTo: [{ type: 'ward_police' }] },
});

const telecomCable: RuleOf = (type, codes) => ({
  id: `telecom-cable/${type}`,
  name: `Cáp viễn thông, không phải dây điện: ${nameOf('telecom_co')}`,
  when: {
    categories: codes,
    keywords: [
      'cáp viễn thông',
      'cáp quang',
      'dây mạng',
      'cáp mạng',
      'dây cáp mạng',
      'internet',
      'wifi',
      'dây viễn thông',
    ],
  },
  to: { agency: { type: 'telecom_co' } },
});

const moneyAsked: RuleOf = (type, codes) => ({
  id: `money-asked/${type}`,
  name: `Nội dung nhắc tới đòi tiền: ${nameOf(type)}, gửi thêm ${nameOf('inspectorate')}`,
  when: {
    categories: codes,
    keywords: [
      'đòi tiền',
      'vì tiền',
      'gợi ý tiền',
      'phong bì',
      'bồi dưỡng',
      'lót tay',
      'vòi vĩnh',
      'hối lộ',
      'biết điều',
    ],
  },
  to: { agency: { type }, copyTo: [{ type: 'inspectorate' }] },
});

/** What is left when no particular rule spoke: the category's own agency, with the copy its rule names. */
function defaults(): SeedRoutingRule[] {
  const alone = accepted().filter(({ routingRule }) => withoutCopy.includes(routingRule));
  const copied = accepted().filter(
    ({ routingRule }) => !withoutCopy.includes(routingRule) && agencyTypes.some(({ type }) => type === routingRule),
  );
  return [
    ...byKey(alone, ({ agencyType }) => agencyType).map(([type, codes]) => ({
      id: `default/${type}`,
      name: `Mặc định: ${nameOf(type)}`,
      when: { categories: codes },
      to: { agency: { type } },
    })),
    ...byKey(copied, ({ agencyType, routingRule }) => `${agencyType}+${routingRule}` as const).map(([key, codes]) => {
      const [type, copy] = key.split('+') as [AgencyType, AgencyType];
      return {
        id: `default/${key}`,
        name: `Mặc định: ${nameOf(type)}, gửi thêm ${nameOf(copy)}`,
        when: { categories: codes },
        to: { agency: { type }, copyTo: [{ type: copy }] },
      };
    }),
  ];
}

/** Also "none", which is the name of an agency type as well. */
const withoutCopy: CategoryRule[] = ['none', 'ward_police_night', 'telecom_if_cable', 'inspect'];

function forRule(rule: CategoryRule, make: RuleOf): SeedRoutingRule[] {
  const own = accepted().filter(({ routingRule }) => routingRule === rule);
  return byKey(own, ({ agencyType }) => agencyType).map(([type, codes]) => make(type, codes));
}

function accepted(): Category[] {
  return categories.filter(({ accepts }) => accepts);
}

/** Codes by key, in the order in which the keys first appear. */
function byKey<Key extends string>(items: readonly Category[], keyOf: (item: Category) => Key): [Key, string[]][] {
  const groups = new Map<Key, string[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item.code]);
  return [...groups];
}

/** Where it really goes: the one agency of the type, else what the type is called. */
function nameOf(type: AgencyType): string {
  const agency = cityAgencies.find(({ code }) => code === agencyOfType(type));
  if (agency) return agency.nameVi;
  const name = agencyTypes.find((item) => item.type === type)?.nameVi ?? type;
  return isWardType(type) ? name.replace('phường/xã', 'phường, xã') : name;
}
