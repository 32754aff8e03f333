/** Pieces that the schemas of the staff face share. */
import Type from 'typebox';
import { priorityClasses, reportStates, staffRoles } from '../../../db/schema/index.ts';
import { Problem } from '../problem.ts';
import { Moment, nullable, oneOf } from './list-schemas.ts';

export { Moment, nullable, oneOf };

export const NullableMoment = nullable(Moment);
export const NullableText = nullable(Type.String());

export const Named = Type.Object({ code: Type.String(), name: Type.String() });
export const State = oneOf(reportStates);
export const PriorityClassCode = oneOf(priorityClasses);
export const Role = oneOf(staffRoles);

export const ReportCodeParam = Type.Object({
  code: Type.String({ maxLength: 40, description: 'HN- và tám ký tự; chữ hoa, chữ thường, dấu cách đều được' }),
});
export const IdParam = Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) });

/** What any staff route may be refused with. */
export const refused = { 400: Problem, 401: Problem, 403: Problem, 404: Problem, 422: Problem, 429: Problem };

export const about = { tags: ['staff'], security: [{ staff: [] }] };
