import { asc, desc } from 'drizzle-orm';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db } from '../../../db/client.ts';
import { agencyHours, calendarChanges, calendarDays, duePolicies } from '../../../db/schema/index.ts';
import { type CalendarEdit, changeCalendar, setAgencyHours } from '../deadlines/edit-calendar.ts';
import { DuePolicySchema } from '../deadlines/policy-schema.ts';
import { addPolicy } from '../deadlines/policy-store.ts';
import type { QueueRecount } from '../deadlines/recount.ts';
import { Problem } from '../problem.ts';
import { enqueue } from '../queues/enqueue.ts';
import type { StaffRole } from '../reports/lifecycle/roles.ts';

export interface CalendarApiDeps {
  db: Db;
  now: () => Date;
  /** Who asks, when they hold one of the roles. @throws AppError 401 or 403 */
  requireRole: (request: FastifyRequest, roles: readonly StaffRole[]) => { id: string; role: StaffRole };
}

const EDITORS: readonly StaffRole[] = ['operations', 'cityOffice'];
const READERS: readonly StaffRole[] = ['operations', 'cityOffice', 'leader', 'dispatcher', 'intakeOfficer', 'handler'];

const Day = Type.Object({
  date: Type.String({ description: 'YYYY-MM-DD in Hà Nội', maxLength: 10 }),
  name: Type.String({ minLength: 1, maxLength: 200 }),
  kind: Type.Union(['holiday', 'compensatory_off', 'swapped_off', 'makeup_workday'].map((kind) => Type.Literal(kind))),
});
const Week = Type.Array(
  Type.Array(Type.Tuple([Type.String({ maxLength: 5 }), Type.String({ maxLength: 5 })]), { maxItems: 6 }),
  {
    minItems: 7,
    maxItems: 7,
    description: 'from Sunday; each day a list of [from, to] as HH:MM',
  },
);
const Edited = Type.Object({
  changeId: Type.Integer({ description: 'open due times are counted again in the background' }),
  warnings: Type.Array(Type.String()),
});
const Reason = Type.String({ minLength: 10, maxLength: 500, description: 'văn bản hoặc lý do của thay đổi' });
const refusals = { 401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem };
const common = { tags: ['staff'], security: [{ staff: [] }] };

/** The working calendar, the hours of agencies and the policies of due times: staff edit them, open due times follow. */
export function registerCalendarApi(staff: FastifyInstance, { db, now, requireRole }: CalendarApiDeps): void {
  const queue: QueueRecount = (tx, payload, options) => enqueue(tx, 'recount.calendar', payload, options);

  staff.get(
    '/api/staff/calendar',
    {
      schema: {
        ...common,
        summary: 'Lịch làm việc: ngày nghỉ, ngày làm bù, giờ riêng của đơn vị, các lần thay đổi',
        response: {
          200: Type.Object({
            days: Type.Array(Type.Intersect([Day, Type.Object({ certainty: Type.String(), source: Type.String() })])),
            hours: Type.Array(Type.Object({ agencyCode: Type.String(), week: Week })),
            changes: Type.Array(
              Type.Object({
                id: Type.Integer(),
                reason: Type.String(),
                movedReports: Type.Integer(),
                changedBy: Type.String(),
                changedAt: Type.String({ format: 'date-time' }),
              }),
            ),
          }),
          ...refusals,
        },
      },
    },
    async (request) => {
      requireRole(request, READERS);
      const changes = await db.select().from(calendarChanges).orderBy(desc(calendarChanges.id)).limit(50);
      return {
        days: await db.select().from(calendarDays).orderBy(asc(calendarDays.date)),
        hours: await db.select().from(agencyHours).orderBy(asc(agencyHours.agencyCode)),
        changes: changes.map((change) => ({ ...change, changedAt: change.changedAt.toISOString() })),
      };
    },
  );

  const CalendarBody = Type.Object({
    set: Type.Optional(Type.Array(Day, { maxItems: 100 })),
    remove: Type.Optional(Type.Array(Type.String({ maxLength: 10 }), { maxItems: 100 })),
    reason: Reason,
  });
  staff.post(
    '/api/staff/calendar/changes',
    {
      schema: {
        ...common,
        summary: 'Sửa ngày nghỉ, hoán đổi, làm bù; hạn của phản ánh đang mở được tính lại',
        body: CalendarBody,
        response: { 201: Edited, ...refusals },
      },
    },
    async (request, reply) => {
      const { id } = requireRole(request, EDITORS);
      const { set, remove, reason } = request.body as Static<typeof CalendarBody>;
      const edit: CalendarEdit = {
        ...(set && { set: set as CalendarEdit['set'] & object }),
        ...(remove && { remove }),
      };
      const edited = await db.transaction((tx) => changeCalendar(tx, edit, { by: id, reason, now: now(), queue }));
      return reply.code(201).send(edited);
    },
  );

  const HoursBody = Type.Object({ week: Type.Union([Week, Type.Null()]), reason: Reason });
  staff.put(
    '/api/staff/calendar/hours/:agencyCode',
    {
      schema: {
        ...common,
        summary: 'Giờ làm việc riêng của một đơn vị; null là theo giờ chung',
        params: Type.Object({ agencyCode: Type.String({ maxLength: 40 }) }),
        body: HoursBody,
        response: { 200: Edited, ...refusals },
      },
    },
    async (request) => {
      const { id } = requireRole(request, EDITORS);
      const { agencyCode } = request.params as { agencyCode: string };
      const { week, reason } = request.body as Static<typeof HoursBody>;
      return db.transaction((tx) => setAgencyHours(tx, { agencyCode, week }, { by: id, reason, now: now(), queue }));
    },
  );

  const Policy = Type.Object({
    version: Type.String(),
    validFrom: Type.String({ format: 'date-time' }),
    createdBy: Type.String(),
    policy: DuePolicySchema,
  });
  staff.get(
    '/api/staff/policies',
    {
      schema: {
        ...common,
        summary: 'Quy định thời hạn theo mức độ và lĩnh vực, mọi phiên bản',
        response: { 200: Type.Object({ items: Type.Array(Policy) }), ...refusals },
      },
    },
    async (request) => {
      requireRole(request, READERS);
      const rows = await db.select().from(duePolicies).orderBy(desc(duePolicies.validFrom)).limit(100);
      return { items: rows.map((row) => ({ ...row, validFrom: row.validFrom.toISOString() })) };
    },
  );

  const PolicyBody = Type.Object({ validFrom: Type.String({ format: 'date-time' }), policy: Type.Unknown() });
  staff.post(
    '/api/staff/policies',
    {
      schema: {
        ...common,
        summary: 'Thêm một phiên bản quy định thời hạn; hạn đã tính giữ phiên bản cũ',
        body: PolicyBody,
        response: { 201: Type.Object({ version: Type.String() }), ...refusals },
      },
    },
    async (request, reply) => {
      const { id } = requireRole(request, ['operations']);
      const { validFrom, policy } = request.body as Static<typeof PolicyBody>;
      const added = await db.transaction((tx) =>
        addPolicy(tx, policy, { by: id, validFrom: new Date(validFrom), now: now() }),
      );
      return reply.code(201).send({ version: added.version });
    },
  );
}
