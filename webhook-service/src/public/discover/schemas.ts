/** Pieces that the schemas of what the public can find share. */
import Type, { type TSchema } from 'typebox';
import { reportStates } from '../../../../db/schema/index.ts';
import type { Language } from '../../deadlines/due-words.ts';

export const nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
export const oneOf = <const Values extends readonly string[]>(values: Values, description?: string) =>
  Type.Unsafe<Values[number]>({ ...Type.Enum([...values]), ...(description && { description }) });
export const Moment = Type.String({ format: 'date-time' });
export const NullableText = nullable(Type.String());
export const Named = Type.Object({ code: Type.String(), name: Type.String() });
export const State = oneOf(reportStates);
export const Lang = Type.Optional(Type.Unsafe<Language>({ ...Type.Enum(['vi', 'en']), description: 'mặc định vi' }));

export const Point = {
  latitude: nullable(Type.Number()),
  longitude: nullable(Type.Number()),
  rounded: Type.Boolean({ description: 'đúng: là giữa ô khoảng 100 m, vì là nhà riêng' }),
};

/** A grouping of states that people understand; a report that is not published is in none. */
export const stateGroups = ['open', 'answered', 'closed'] as const;
export type StateGroup = (typeof stateGroups)[number];
export const StateGroups = oneOf(stateGroups, 'open: đang xử lý; answered: đã có kết quả; closed: đã đóng');

export const about = { tags: ['public'] };

/** Many people share one address behind a mobile network. */
export const often = { rateLimit: { max: 240, timeWindow: '1 minute' } };
/** A list shows twenty pictures at once. */
export const pictures = { rateLimit: { max: 900, timeWindow: '1 minute' } };
