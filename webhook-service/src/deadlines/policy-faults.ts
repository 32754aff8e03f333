/** What is wrong with a proposed due policy, in Vietnamese, for the person who wrote it. */
import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { category } from '../../../db/seed/categories.ts';
import { priorityPolicy } from '../../../db/seed/priority-policy.ts';
import { currentDuePolicy } from './policy.ts';
import { type ClassPolicy, ClassPolicySchema, type DuePolicy, DuePolicySchema } from './policy-schema.ts';

/** QĐ 1207/QĐ-UBND 28/02/2025: whatever the policy says, reception may not take longer, nor urgent handling (H). */
const LEGAL_ACCEPT_HOURS = 8;
const LEGAL_URGENT_ANSWER_HOURS = 4;

type Hours = Partial<Pick<ClassPolicy, 'acceptHours' | 'answerHours' | 'reopenHours'>>;

/** Every fault, one sentence each without a full stop; empty when the policy may be used. */
export function policyFaults(policy: unknown): string[] {
  const shape = shapeFaults(policy);
  return shape.length > 0 ? shape : ruleFaults(policy as DuePolicy);
}

/** TypeBox stops at eight errors, so each class is checked by itself, with sound ones in its place for the rest. */
function shapeFaults(policy: unknown): string[] {
  const classes = recordOf(recordOf(policy)?.classes);
  if (!classes) return faultsOf(DuePolicySchema, policy);
  const sound = Object.entries(currentDuePolicy.classes).filter(([name]) => Object.hasOwn(classes, name));
  const rest = { ...recordOf(policy), classes: { ...classes, ...Object.fromEntries(sound) } };
  return [
    ...faultsOf(DuePolicySchema, rest),
    ...sound.flatMap(([name]) => faultsOf(ClassPolicySchema, classes[name], `classes/${name}`)),
  ];
}

function faultsOf(schema: TSchema, value: unknown, at = ''): string[] {
  const faults = Value.Errors(schema, value).flatMap(({ keyword, instancePath, params }) => {
    const { requiredProperties, additionalProperties, limit } = params as Record<string, unknown>;
    const path = `${at}${instancePath}`.replace(/^\//, '');
    if (keyword === 'required') return names(path, requiredProperties).map((name) => `${name} bị thiếu`);
    if (keyword === 'additionalProperties')
      return names(path, additionalProperties).map((name) => `${name} không có trong mẫu`);
    // Said by its parent already.
    if (keyword === 'boolean') return [];
    if (keyword === 'exclusiveMinimum') return [`${path} phải lớn hơn ${limit}`];
    if (keyword === 'minimum') return [`${path} không được nhỏ hơn ${limit}`];
    if (keyword === 'maximum') return [`${path} không được lớn hơn ${limit}`];
    return [`${path || 'chính sách'} không hợp lệ`];
  });
  return [...new Set(faults)];
}

function ruleFaults({ classes, categories = {} }: DuePolicy): string[] {
  const faults: string[] = [];
  for (const [name, figures] of Object.entries(classes) as [keyof DuePolicy['classes'], ClassPolicy][]) {
    const path = `classes/${name}`;
    faults.push(...legalFaults(path, name, figures));
    const { times, hours } = figures.extension;
    if (times > 0 !== hours > 0) faults.push(`${path}/extension phải có cả số lần và số giờ, hoặc không có cả hai`);
    const answers = name !== 'none';
    if ((figures.answerHours !== null) !== answers || (figures.reopenHours !== null) !== answers)
      faults.push(
        answers
          ? `${path} phải có answerHours và reopenHours`
          : `${path} không được có answerHours hay reopenHours, vì phản ánh ngoài phạm vi chỉ được hướng dẫn`,
      );
  }
  for (const [code, overrides] of Object.entries(categories)) {
    if (!category(code)) faults.push(`categories/${code} không phải là lĩnh vực`);
    for (const [name, figures] of Object.entries(overrides) as [keyof DuePolicy['classes'], Hours][])
      faults.push(...legalFaults(`categories/${code}/${name}`, name, figures));
  }
  return faults;
}

function legalFaults(path: string, name: keyof DuePolicy['classes'], { acceptHours, answerHours }: Hours): string[] {
  const faults: string[] = [];
  if (acceptHours && acceptHours > LEGAL_ACCEPT_HOURS)
    faults.push(`${path}/acceptHours vượt ${LEGAL_ACCEPT_HOURS} giờ của Quyết định 1207/QĐ-UBND`);
  const urgent = name === 'emergency' || name === 'urgent';
  if (urgent && answerHours && answerHours > LEGAL_URGENT_ANSWER_HOURS)
    faults.push(
      `${path}/answerHours vượt ${LEGAL_URGENT_ANSWER_HOURS} giờ mà Quyết định 1207/QĐ-UBND dành cho mức ${priorityPolicy.urgent.nameVi}`,
    );
  return faults;
}

function recordOf(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
}

function names(path: string, properties: unknown): string[] {
  const listed = Array.isArray(properties) ? properties.map(String) : [];
  return listed.map((name) => (path ? `${path}/${name}` : name));
}
