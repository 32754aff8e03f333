/** What a rule can ask of a report, and in which words it says whether it is met. */
import { wardIdentity, wardTitle } from '../../../../db/seed/admin-units.ts';
import { category } from '../../../../db/seed/categories.ts';
import { type PriorityClass, priorityPolicy } from '../../../../db/seed/priority-policy.ts';
import { plain } from '../../language/normalise.ts';
import { containsPhrase } from '../../language/tokens.ts';
import { type AssetLists, listName } from './asset-list.ts';
import { enumerate } from './enumerate.ts';
import type { RuleCondition } from './rule.ts';
import { clockWords, inWindow, type LocalClock, windowWords } from './time-window.ts';

export interface RuleFacts {
  categoryCode: string;
  priorityClass: PriorityClass;
  /** Null when it is not known. */
  wardCode: string | null;
  /** What the citizen wrote, with the place as typed. */
  text: string;
  /** Null when the moment is not known. */
  clock: LocalClock | null;
  lists: AssetLists;
}

/** The facts with the text made plain once for all rules. */
export interface PreparedFacts extends RuleFacts {
  plainText: string;
}

export type ConditionKind = keyof RuleCondition;

export type Check =
  /** `why` is part of a sentence. */
  | { met: true; why: string }
  /** `why` is a sentence. */
  | { met: false; why: string; error?: 'list_unknown' };

/**
 * In the order they are asked. Wards come last: what fails only there shows that the ward decides. A list is looked up
 * only when everything before it is met, so a list that is missing stops those reports and no others.
 */
export const conditionKinds = [
  'categories',
  'priorityClasses',
  'time',
  'keywords',
  'onList',
  'wards',
] as const satisfies readonly ConditionKind[];

export function prepare(facts: RuleFacts): PreparedFacts {
  return { ...facts, plainText: plain(facts.text) };
}

/** Whether one condition of a rule is met; null when the rule does not ask. */
export function checkCondition(kind: ConditionKind, when: RuleCondition, facts: PreparedFacts): Check | null {
  switch (kind) {
    case 'categories':
      return when.categories ? checkCategory(when.categories, facts) : null;
    case 'priorityClasses':
      return when.priorityClasses ? checkClass(when.priorityClasses, facts) : null;
    case 'time':
      return when.time ? checkTime(when.time, facts) : null;
    case 'keywords':
      return when.keywords ? checkKeywords(when.keywords, facts) : null;
    case 'onList':
      return when.onList ? checkList(when.onList, facts) : null;
    case 'wards':
      return when.wards ? checkWard(when.wards, facts) : null;
  }
}

/** "phường Láng"; one this process has not heard of by its code. */
export function wardWords(code: string): string {
  const ward = wardIdentity(code);
  return ward ? wardTitle(ward) : `phường, xã mã ${code}`;
}

function checkCategory(wanted: readonly string[], { categoryCode }: PreparedFacts): Check {
  const group = category(categoryCode)?.group;
  const hit = wanted.find((code) => code === categoryCode || code === group);
  if (hit !== undefined) return { met: true, why: `lĩnh vực ${categoryCode}` };
  return {
    met: false,
    why: `Lĩnh vực là ${categoryCode}, quy tắc chỉ dành cho ${enumerate(wanted, 'lĩnh vực')}.`,
  };
}

function checkClass(wanted: readonly PriorityClass[], { priorityClass }: PreparedFacts): Check {
  const name = priorityPolicy[priorityClass].nameVi;
  if (wanted.includes(priorityClass)) return { met: true, why: `mức độ ${name}` };
  const names = wanted.map((item) => priorityPolicy[item].nameVi).join(', ');
  return { met: false, why: `Mức độ là ${name}, quy tắc chỉ dành cho ${names}.` };
}

function checkTime(wanted: NonNullable<RuleCondition['time']>, { clock }: PreparedFacts): Check {
  const window = windowWords(wanted);
  if (!clock) return { met: false, why: `Không rõ thời điểm, quy tắc chỉ dùng trong khung giờ ${window}.` };
  const moment = clockWords(clock);
  if (inWindow(wanted, clock)) return { met: true, why: `lúc ${moment} nằm trong khung giờ ${window}` };
  return { met: false, why: `Lúc ${moment} nằm ngoài khung giờ ${window}.` };
}

function checkKeywords(wanted: readonly string[], { plainText }: PreparedFacts): Check {
  const hit = wanted.find((keyword) => containsPhrase(plainText, plain(keyword)));
  if (hit !== undefined) return { met: true, why: `nội dung nhắc tới “${hit}”` };
  const quoted = wanted.map((keyword) => `“${keyword}”`);
  return { met: false, why: `Nội dung không nhắc tới ${enumerate(quoted, 'từ')}.` };
}

function checkList(wanted: string, { plainText, lists }: PreparedFacts): Check {
  const list = lists.get(wanted);
  if (!list) return { met: false, why: `Quy tắc lỗi: không có ${listName(wanted)}.`, error: 'list_unknown' };
  const hit = list.find(plainText);
  if (hit !== null) return { met: true, why: `“${hit}” có trong ${listName(wanted)}` };
  return { met: false, why: `Nội dung không nhắc tới mục nào của ${listName(wanted)}, hiện có ${list.size} mục.` };
}

function checkWard(wanted: readonly string[], { wardCode }: PreparedFacts): Check {
  const names = enumerate(wanted.map(wardWords), 'phường, xã');
  if (wardCode === null) return { met: false, why: `Chưa biết nơi xảy ra, quy tắc chỉ dành cho ${names}.` };
  if (wanted.includes(wardCode)) return { met: true, why: `nơi xảy ra là ${wardWords(wardCode)}` };
  return { met: false, why: `Nơi xảy ra là ${wardWords(wardCode)}, quy tắc chỉ dành cho ${names}.` };
}
