/** A routing rule as data (issue: "category × ward × time × keyword × list membership → agency"), and sets of them. */
import Type, { type Static } from 'typebox';
import type { AgencyType } from '../../../../db/seed/agencies.ts';
import type { PriorityClass } from '../../../../db/seed/priority-policy.ts';
import { weekdayCodes } from './time-window.ts';

const closed = { additionalProperties: false };
/** Without control characters, of which PostgreSQL's jsonb refuses one. */
const text = (minLength: number, maxLength: number, description?: string) =>
  Type.String({
    minLength,
    maxLength,
    pattern: '^[^\\u0000-\\u001f\\u007f]*$',
    ...(description !== undefined && { description }),
  });
const names = (maxItems: number, maxLength: number) => Type.Array(text(1, maxLength), { minItems: 1, maxItems });
const oneOf = <Code extends string>(codes: readonly Code[]) =>
  Type.Unsafe<Code>(Type.Union(codes.map((code) => Type.Literal(code))));
const TimeOfDay = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', description: 'Giờ Hà Nội, HH:MM' });
const priorityClasses: PriorityClass[] = ['emergency', 'urgent', 'normal', 'complex', 'none'];

const Target = Type.Union([
  Type.Object({ code: text(1, 40) }, closed),
  Type.Object({ type: Type.Unsafe<AgencyType>(text(1, 40)) }, closed),
]);

/** The shape of a rule. What it names (categories, wards, agencies, lists) is checked by `validateRules`. */
export const RoutingRule = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9][a-z0-9/_+-]{0,79}$' }),
    name: text(3, 300, 'Tên quy tắc, tiếng Việt'),
    when: Type.Object(
      {
        categories: Type.Optional(names(200, 10)),
        wards: Type.Optional(names(200, 10)),
        time: Type.Optional(
          Type.Object(
            {
              days: Type.Optional(Type.Array(oneOf(weekdayCodes), { minItems: 1, maxItems: 7 })),
              from: TimeOfDay,
              to: TimeOfDay,
            },
            closed,
          ),
        ),
        keywords: Type.Optional(names(200, 80)),
        onList: Type.Optional(text(1, 40)),
        priorityClasses: Type.Optional(Type.Array(oneOf(priorityClasses), { minItems: 1, maxItems: 5 })),
      },
      closed,
    ),
    to: Type.Object(
      {
        agency: Target,
        copyTo: Type.Optional(Type.Array(Target, { minItems: 1, maxItems: 10 })),
        contact: Type.Optional(text(1, 200)),
      },
      closed,
    ),
  },
  closed,
);

export type RoutingRule = Static<typeof RoutingRule>;
export type RuleCondition = RoutingRule['when'];
export type RuleTarget = RoutingRule['to']['agency'];

export interface RuleSet {
  /** Null for the set this build brings. */
  id: number | null;
  /** Names the content: the same rules always have the same version. */
  version: string;
  /** In order; the first that matches decides. */
  rules: readonly RoutingRule[];
  /** Agencies that may be named besides those of the seed; they come with a new ward map, for instance. */
  agencies?: ReadonlySet<string>;
}
