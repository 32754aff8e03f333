/** A routing rule as data (issue: "category × ward × time × keyword × list membership → agency"), and sets of them. */
import Type, { type Static } from 'typebox';
import type { AgencyType } from '../../../../db/seed/agencies.ts';
import type { PriorityClass } from '../../../../db/seed/priority-policy.ts';
import { weekdayCodes } from './time-window.ts';

const closed = { additionalProperties: false };
const names = (maxItems: number, maxLength: number) =>
  Type.Array(Type.String({ minLength: 1, maxLength }), { minItems: 1, maxItems });
const TimeOfDay = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', description: 'Giờ Hà Nội, HH:MM' });
const priorityClasses: PriorityClass[] = ['emergency', 'urgent', 'normal', 'complex', 'none'];

const Target = Type.Union([
  Type.Object({ code: Type.String({ minLength: 1, maxLength: 40 }) }, closed),
  Type.Object({ type: Type.Unsafe<AgencyType>(Type.String({ minLength: 1, maxLength: 40 })) }, closed),
]);

/** The shape of a rule. What it names (categories, wards, agencies, lists) is checked by `validateRules`. */
export const RoutingRule = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9][a-z0-9/_+-]{0,79}$' }),
    name: Type.String({ minLength: 3, maxLength: 300, description: 'Tên quy tắc, tiếng Việt' }),
    when: Type.Object(
      {
        categories: Type.Optional(names(200, 10)),
        wards: Type.Optional(names(200, 10)),
        time: Type.Optional(
          Type.Object(
            {
              days: Type.Optional(
                Type.Array(Type.Union(weekdayCodes.map((day) => Type.Literal(day))), { minItems: 1, maxItems: 7 }),
              ),
              from: TimeOfDay,
              to: TimeOfDay,
            },
            closed,
          ),
        ),
        keywords: Type.Optional(names(200, 80)),
        onList: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
        priorityClasses: Type.Optional(
          Type.Array(Type.Union(priorityClasses.map((item) => Type.Literal(item))), { minItems: 1, maxItems: 5 }),
        ),
      },
      closed,
    ),
    to: Type.Object(
      {
        agency: Target,
        copyTo: Type.Optional(Type.Array(Target, { minItems: 1, maxItems: 10 })),
        contact: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
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
