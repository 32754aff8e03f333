/** How a decision came about, short enough for the history and for people. */
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import type { RoutingDecision } from '../agency-rules.ts';
import type { TriedRule } from './try-rules.ts';

const Tried = Type.Object({
  ruleId: Type.String(),
  name: Type.String(),
  matched: Type.Boolean(),
  why: Type.String(),
  failedOn: Type.Optional(Type.String()),
});

const RuleSetName = Type.Object({ id: Type.Union([Type.Integer(), Type.Null()]), version: Type.String() });

export const RoutingTrace = Type.Object({
  ruleSet: Type.Union([RuleSetName, Type.Null()]),
  ruleId: Type.Union([Type.String(), Type.Null()], { description: 'Quy tắc khớp' }),
  tried: Type.Array(Tried, { description: 'Theo thứ tự; không kể quy tắc dành riêng cho lĩnh vực khác' }),
});
export type RoutingTrace = Static<typeof RoutingTrace>;

/** Rules for other categories could not match; without them a decision is explained in a handful of lines. */
export function worthKeeping(tried: readonly TriedRule[]): TriedRule[] {
  return tried.filter(({ failedOn }) => failedOn !== 'categories');
}

/** The rules a decision was made by. */
export function traceOf({ ruleSet, tried }: Pick<RoutingDecision, 'ruleSet' | 'tried'>): RoutingTrace {
  return { ruleSet, ruleId: tried.find(({ matched }) => matched)?.ruleId ?? null, tried: worthKeeping(tried) };
}

/** The same from the data of a history row (`tried`, `ruleSet`); null where no rule was asked or none was kept. */
export function traceFromHistory(data: Record<string, unknown>): RoutingTrace | null {
  const { tried, ruleSet } = data;
  if (!Value.Check(Type.Array(Tried), tried) || tried.length === 0) return null;
  return {
    ...traceOf({ tried: tried as TriedRule[], ruleSet: { id: null, version: '' } }),
    ruleSet: Value.Check(RuleSetName, ruleSet) ? ruleSet : null,
  };
}
