/** Pieces the lists of obstacles, escalations and texts share. */
import Type, { type TSchema } from 'typebox';
import { AppError } from '../errors.ts';

export const Moment = Type.String({ format: 'date-time' });
export const Id = Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) });

export function nullable<Schema extends TSchema>(schema: Schema) {
  return Type.Union([schema, Type.Null()]);
}

/** For bodies: null first, or Fastify would turn a null into an empty text before it looks at the second choice. */
export function nullOr<Schema extends TSchema>(schema: Schema) {
  return Type.Union([Type.Null(), schema]);
}

export function oneOf<const Values extends readonly string[]>(values: Values) {
  return Type.Unsafe<Values[number]>(Type.Enum([...values]));
}

/** What a person types; PostgreSQL cannot store the character nought. */
export function Words(maxLength: number) {
  return Type.String({ maxLength, pattern: '^[^\\u0000]*$' });
}

/** Days in Hà Nội, both included. */
export const dayRange = {
  from: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'Từ ngày, năm-tháng-ngày' })),
  to: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'Đến hết ngày' })),
};

export const Page = {
  after: Type.Optional(
    Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description: '`next` của trang trước' }),
  ),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
};

export function pageOf<Schema extends TSchema>(item: Schema) {
  return Type.Object({ items: Type.Array(item), next: nullable(Type.Integer()) });
}

export function outOfScope(): AppError {
  return new AppError({
    code: 'not_for_this_report',
    status: 403,
    detail: 'Phản ánh này không thuộc đơn vị hoặc lĩnh vực được giao cho bạn.',
  });
}
