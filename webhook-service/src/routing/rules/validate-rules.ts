/** Everything that is wrong with a set of rules, before anybody's report meets it. */
import { Value } from 'typebox/value';
import { categories } from '../../../../db/seed/categories.ts';
import { plain } from '../../language/normalise.ts';
import { words } from '../../language/tokens.ts';
import { listName } from './asset-list.ts';
import { enumerate } from './enumerate.ts';
import { RoutingRule, type RuleTarget } from './rule.ts';
import { isAgencyType } from './targets.ts';

/** What rules may name. */
export interface KnownNames {
  agencies: ReadonlySet<string>;
  wards: ReadonlySet<string>;
  lists: ReadonlySet<string>;
}

export interface RuleFault {
  code:
    | 'rules_empty'
    | 'rules_too_many'
    | 'rule_malformed'
    | 'id_repeated'
    | 'category_unknown'
    | 'ward_unknown'
    | 'list_unknown'
    | 'agency_unknown'
    | 'keyword_without_words'
    | 'copy_to_itself';
  /** A Vietnamese sentence that names the rule. */
  text: string;
}

export interface Validation {
  faults: RuleFault[];
  /** What may be meant, but should be looked at; Vietnamese sentences. */
  warnings: string[];
}

export const MAX_RULES = 500;

/** Checks shape, names and gaps; `rules` may be anything. Without faults, `rules` are `RoutingRule[]`. */
export function validateRules(rules: readonly unknown[], known: KnownNames): Validation {
  if (rules.length === 0) return { faults: [{ code: 'rules_empty', text: 'Bộ quy tắc đang trống.' }], warnings: [] };
  if (rules.length > MAX_RULES) {
    const text = `Bộ quy tắc có ${rules.length} quy tắc, nhiều nhất được ${MAX_RULES}.`;
    return { faults: [{ code: 'rules_too_many', text }], warnings: [] };
  }
  const malformed = rules.flatMap((rule, index) => shapeFaults(rule, index));
  const wellFormed = rules.filter((rule): rule is RoutingRule => Value.Check(RoutingRule, rule));
  const faults = [...malformed, ...repeatedIds(wellFormed), ...wellFormed.flatMap((rule) => nameFaults(rule, known))];
  return { faults, warnings: faults.length > 0 ? [] : warningsOf(wellFormed) };
}

function shapeFaults(rule: unknown, index: number): RuleFault[] {
  const paths = Value.Errors(RoutingRule, rule).flatMap(({ keyword, instancePath, params }) => {
    const missing = keyword === 'required' ? (params as { requiredProperties: string[] }).requiredProperties : [''];
    return missing.map((name) => `${instancePath}/${name}`.split('/').filter(Boolean).join('.'));
  });
  const id = (rule as { id?: unknown } | null)?.id;
  const label = `Quy tắc số ${index + 1}${typeof id === 'string' ? ` (${id.slice(0, 80)})` : ''}`;
  return [...new Set(paths)].map((path) => ({
    code: 'rule_malformed',
    text: path ? `${label}: “${path.slice(0, 80)}” thiếu hoặc không đúng mẫu.` : `${label}: không đúng mẫu.`,
  }));
}

function repeatedIds(rules: readonly RoutingRule[]): RuleFault[] {
  const ids = rules.map(({ id }) => id);
  const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [...repeated].map((id) => ({ code: 'id_repeated', text: `Mã quy tắc “${id}” dùng cho hơn một quy tắc.` }));
}

function nameFaults({ id, when, to }: RoutingRule, known: KnownNames): RuleFault[] {
  const fault = (code: RuleFault['code'], what: string): RuleFault => ({ code, text: `Quy tắc “${id}”: ${what}.` });
  const copies = to.copyTo ?? [];
  return [
    ...(when.categories ?? [])
      .filter((code) => !knownCategories.has(code))
      .map((code) => fault('category_unknown', `không có lĩnh vực hay nhóm “${code}”`)),
    ...(when.wards ?? [])
      .filter((code) => !known.wards.has(code))
      .map((code) => fault('ward_unknown', `không có phường, xã mã “${code}”`)),
    ...(when.onList !== undefined && !known.lists.has(when.onList)
      ? [fault('list_unknown', `không có ${listName(when.onList)}`)]
      : []),
    ...(when.keywords ?? [])
      .filter((keyword) => words(plain(keyword)).length === 0)
      .map((keyword) => fault('keyword_without_words', `từ khóa “${keyword}” không có chữ nào`)),
    ...[to.agency, ...copies]
      .filter((target) => !targetExists(target, known))
      .map((target) => fault('agency_unknown', `không có đơn vị “${keyOf(target)}”`)),
    ...copies
      .filter((copy) => keyOf(copy) === keyOf(to.agency))
      .map((copy) => fault('copy_to_itself', `gửi thêm cho chính đơn vị xử lý “${keyOf(copy)}”`)),
  ];
}

function warningsOf(rules: readonly RoutingRule[]): string[] {
  const open = accepted.filter(({ code, group }) => !rules.some((rule) => isCatchAll(rule, code, group)));
  const useless = rules.filter(
    ({ when }) => when.categories && !accepted.some(({ code, group }) => names(when.categories, code, group)),
  );
  return [
    ...(open.length > 0
      ? [
          `Chưa có quy tắc cuối không kèm điều kiện khác cho ${open.length} lĩnh vực ` +
            `(${enumerate(
              open.map(({ code }) => code),
              'lĩnh vực',
              20,
            )}); phản ánh không khớp quy tắc nào sẽ vào khay chờ.`,
        ]
      : []),
    ...useless.map(({ id }) => `Quy tắc “${id}” chỉ nêu lĩnh vực không tiếp nhận nên không bao giờ dùng tới.`),
  ];
}

/** A rule that takes whatever is left of a category. */
function isCatchAll({ when }: RoutingRule, code: string, group: string): boolean {
  const { categories: named, ...further } = when;
  return Object.values(further).every((item) => item === undefined) && (!named || names(named, code, group));
}

function names(named: readonly string[] | undefined, code: string, group: string): boolean {
  return named?.some((item) => item === code || item === group) ?? false;
}

function targetExists(target: RuleTarget, known: KnownNames): boolean {
  return 'code' in target ? known.agencies.has(target.code) : isAgencyType(target.type);
}

function keyOf(target: RuleTarget): string {
  return 'code' in target ? target.code : target.type;
}

const accepted = categories.filter(({ accepts }) => accepts);
const knownCategories = new Set(categories.flatMap(({ code, group }) => [code, group]));
