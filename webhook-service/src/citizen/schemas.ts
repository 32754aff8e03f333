/** Pieces that the schemas of the citizen face share. */
import Type, { type TSchema } from 'typebox';
import { reportStates } from '../../../db/schema/index.ts';
import { Problem } from '../problem.ts';
import { ratingLevels, unsatisfiedReasons } from '../reports/lifecycle/commands.ts';

export const nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
export const oneOf = <const Values extends readonly string[]>(values: Values) =>
  Type.Unsafe<Values[number]>(Type.Enum([...values]));
export const NullableText = nullable(Type.String());
export const Moment = Type.String({ format: 'date-time' });
export const Language = Type.Union([Type.Literal('vi'), Type.Literal('en')]);

export const State = oneOf(reportStates);
export const Level = oneOf(ratingLevels);
export const Reason = oneOf(unsatisfiedReasons);

export const ReportCodeParam = Type.Object({
  code: Type.String({ maxLength: 40, description: 'HN- và tám ký tự; chữ hoa, chữ thường, dấu cách đều được' }),
});
export const IdParam = Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) });

/** What any route behind the sign-in may be refused with. */
export const refused = { 400: Problem, 401: Problem, 404: Problem, 422: Problem, 429: Problem };

export const about = { tags: ['citizen'], security: [{ citizen: [] }] };

/** What a citizen can do, by the names of the routes. */
export const actions = ['reply', 'confirm', 'reject', 'rating', 'objection', 'withdraw', 'follow', 'unfollow'] as const;
export type Action = (typeof actions)[number];
