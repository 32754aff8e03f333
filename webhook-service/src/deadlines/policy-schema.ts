/** The shape of a due policy, for the table, for the API that brings a new one, and as its type. */
import Type, { type Static } from 'typebox';

const closed = { additionalProperties: false } as const;
// A year of working days; whatever is longer is a slip of the keyboard.
const hours = Type.Number({ exclusiveMinimum: 0, maximum: 2_080 });
const hoursOrNone = Type.Union([hours, Type.Null()]);
const clock = Type.Union([Type.Literal('working'), Type.Literal('24x7')]);
const source = Type.Object(
  {
    certainty: Type.Union([Type.Literal('H'), Type.Literal('M'), Type.Literal('A')]),
    source: Type.String({ minLength: 1, maxLength: 300 }),
  },
  closed,
);

/** Figures of a class, in hours; what each means stands in `db/seed/priority-policy.ts`. */
export const ClassPolicySchema = Type.Object(
  {
    acceptHours: hours,
    answerHours: hoursOrNone,
    reopenHours: hoursOrNone,
    clock,
    extension: Type.Object(
      {
        times: Type.Integer({ minimum: 0, maximum: 5 }),
        hours: Type.Number({ minimum: 0, maximum: 2_080 }),
        secondByLeader: Type.Boolean(),
      },
      closed,
    ),
    handOverHours: hours,
    waitHours: Type.Object({ hours, clock }, closed),
    escalationHours: hours,
    sources: Type.Object(
      {
        accept: source,
        answer: source,
        reopen: source,
        extension: source,
        handOver: source,
        wait: source,
        escalation: source,
      },
      closed,
    ),
  },
  closed,
);

const HoursOverrideSchema = Type.Object(
  { acceptHours: Type.Optional(hours), answerHours: Type.Optional(hours), reopenHours: Type.Optional(hours), source },
  closed,
);

const override = Type.Optional(HoursOverrideSchema);

export const DuePolicySchema = Type.Object(
  {
    version: Type.String({ pattern: '^[a-z0-9][a-z0-9.-]{0,39}$', description: 'e.g. 2026-10-1' }),
    classes: Type.Object(
      {
        emergency: ClassPolicySchema,
        urgent: ClassPolicySchema,
        normal: ClassPolicySchema,
        complex: ClassPolicySchema,
        none: ClassPolicySchema,
      },
      closed,
    ),
    confirmDays: Type.Integer({ minimum: 1, maximum: 60 }),
    // Category × class: figures that differ from those of the class for one category.
    categories: Type.Optional(
      Type.Record(
        Type.String(),
        Type.Object({ emergency: override, urgent: override, normal: override, complex: override }, closed),
      ),
    ),
  },
  closed,
);

export type DuePolicy = Static<typeof DuePolicySchema>;
export type ClassPolicy = Static<typeof ClassPolicySchema>;
