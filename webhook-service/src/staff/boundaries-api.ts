import { eq } from 'drizzle-orm';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db } from '../../../db/client.ts';
import { rehomingBatches } from '../../../db/schema/index.ts';
import { AppError } from '../errors.ts';
import { Problem } from '../problem.ts';
import type { StaffRole } from '../reports/lifecycle/roles.ts';
import { applyRehoming, type MoveReport } from '../reports/rehome/apply.ts';
import type { RehomingItem } from '../reports/rehome/plan-move.ts';
import { previewRehoming } from '../reports/rehome/preview.ts';
import { loadWardMapVersion } from '../routing/boundaries/load-version.ts';
import type { WardMaps } from '../routing/boundaries/ward-maps.ts';

export interface BoundariesApiDeps {
  db: Db;
  now: () => Date;
  wardMaps: WardMaps;
  /** Who asks, when they hold one of the roles. @throws AppError 401 or 403 */
  requireRole: (request: FastifyRequest, roles: readonly StaffRole[]) => { id: string; role: StaffRole };
  moveReport: MoveReport;
}

const PAGE = 200;
/** All outlines of the city are one megabyte. */
const BODY_LIMIT = 16 * 1024 * 1024;
const READERS: readonly StaffRole[] = ['operations', 'cityOffice'];
const OPERATORS: readonly StaffRole[] = ['operations'];

const nullableText = Type.Union([Type.String(), Type.Null()]);
const Id = Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) });
const Moment = Type.String({ format: 'date-time' });
const WardCode = Type.String({ pattern: '^[0-9]{5}$' });

const WardMapSummary = Type.Object({
  id: Type.Union([Type.Integer(), Type.Null()], { description: 'null: the 126 wards of NQ 1656' }),
  validFrom: Type.String({ format: 'date' }),
  label: Type.String(),
  wards: Type.Integer({ description: 'in force' }),
  changes: Type.Integer({ description: 'wards that are new, renamed or have other borders' }),
  outlines: Type.Boolean({ description: 'false: wards are guessed by nearest centre' }),
  inForce: Type.Boolean(),
  usedFrom: Type.Union([Moment, Type.Null()]),
  loadedBy: nullableText,
  loadedAt: Type.Union([Moment, Type.Null()]),
});

const LoadBody = Type.Object({
  validFrom: Type.String({ description: 'YYYY-MM-DD, in Hà Nội', maxLength: 10 }),
  label: Type.String({ maxLength: 200 }),
  units: Type.Array(
    Type.Object({
      code: WardCode,
      name: Type.String({ description: 'without phường, xã', maxLength: 100 }),
      kind: Type.Union([Type.Literal('phuong'), Type.Literal('xa')]),
      centre: Type.Array(Type.Number(), { minItems: 2, maxItems: 2, description: '[longitude, latitude]' }),
      from: Type.Array(WardCode, { description: 'wards it takes over from; itself, too, when it goes on' }),
      ends: Type.Optional(
        Type.Array(WardCode, { description: 'those of from that are no more; default: the unlisted' }),
      ),
    }),
    { minItems: 1, maxItems: 500 },
  ),
  outlines: Type.Optional(
    Type.Unknown({ description: 'GeoJSON FeatureCollection, properties.code; null when there is none' }),
  ),
});

const Item = Type.Object({
  code: Type.String(),
  fromWard: nullableText,
  toWard: nullableText,
  fromAgency: nullableText,
  toAgency: nullableText,
  how: Type.Union([Type.Literal('pin'), Type.Literal('only-successor'), Type.Literal('needs_person')]),
});

const Batch = Type.Object({
  id: Type.Integer(),
  versionId: Type.Integer(),
  status: Type.Union([Type.Literal('previewed'), Type.Literal('applied')]),
  reason: Type.String(),
  createdBy: Type.String(),
  createdAt: Moment,
  appliedBy: nullableText,
  appliedAt: Type.Union([Moment, Type.Null()]),
  previewHash: Type.String(),
  counts: Type.Object({ pin: Type.Integer(), onlySuccessor: Type.Integer(), needsPerson: Type.Integer() }),
  items: Type.Array(Item),
  next: Type.Union([Type.Integer({ description: 'pass as after' }), Type.Null()]),
});

const Applied = Type.Object({
  moved: Type.Integer(),
  alreadyMoved: Type.Integer(),
  changedMeanwhile: Type.Array(Type.String()),
  needsPerson: Type.Array(Type.String()),
});

/** Ward maps and what they do to open reports: load, preview, apply. For operations; the city office may look. */
export function registerBoundariesApi(staff: FastifyInstance, deps: BoundariesApiDeps): void {
  const about = { tags: ['staff'], security: [{ staff: [] }] };
  const refused = { 400: Problem, 401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem };

  staff.get(
    '/api/staff/ward-maps',
    {
      schema: {
        ...about,
        summary: 'Các bản đồ phường, xã theo ngày hiệu lực',
        response: { 200: Type.Object({ items: Type.Array(WardMapSummary) }), ...refused },
      },
    },
    async (request) => {
      deps.requireRole(request, READERS);
      await deps.wardMaps.refresh(deps.db, { force: true });
      return { items: listMaps(deps.wardMaps, deps.now()) };
    },
  );

  staff.post(
    '/api/staff/ward-maps',
    {
      bodyLimit: BODY_LIMIT,
      schema: {
        ...about,
        summary: 'Nạp bản đồ phường, xã mới; nạp lại cùng nội dung không thay đổi gì',
        body: LoadBody,
        response: {
          200: Type.Object({ id: Type.Integer(), created: Type.Boolean() }),
          201: Type.Object({ id: Type.Integer(), created: Type.Boolean() }),
          ...refused,
        },
      },
    },
    async (request, reply) => {
      const { id: by } = deps.requireRole(request, OPERATORS);
      const body = request.body as Static<typeof LoadBody>;
      const loaded = await loadWardMapVersion(deps.db, body, { by, now: deps.now() });
      return reply.code(loaded.created ? 201 : 200).send(loaded);
    },
  );

  staff.post(
    '/api/staff/ward-maps/:id/rehoming',
    {
      schema: {
        ...about,
        summary: 'Xem trước việc chuyển các phản ánh đang mở theo một bản đồ; chưa chuyển gì',
        params: Id,
        body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500 }) }),
        response: { 201: Batch, ...refused },
      },
    },
    async (request, reply) => {
      const { id: by } = deps.requireRole(request, OPERATORS);
      const { id: versionId } = request.params as Static<typeof Id>;
      const { reason } = request.body as { reason: string };
      const options = { by, reason, now: deps.now(), wardMaps: deps.wardMaps };
      const { batchId } = await deps.db.transaction((tx) => previewRehoming(tx, versionId, options));
      return reply.code(201).send(await readBatch(deps.db, batchId, 0));
    },
  );

  staff.get(
    '/api/staff/rehoming/:id',
    {
      schema: {
        ...about,
        summary: 'Một đợt chuyển phản ánh: danh sách và trạng thái',
        params: Id,
        querystring: Type.Object({ after: Type.Optional(Type.Integer({ minimum: 0 })) }),
        response: { 200: Batch, ...refused },
      },
    },
    async (request) => {
      deps.requireRole(request, READERS);
      const { id } = request.params as Static<typeof Id>;
      return readBatch(deps.db, id, (request.query as { after?: number }).after ?? 0);
    },
  );

  staff.post(
    '/api/staff/rehoming/:id/apply',
    {
      schema: {
        ...about,
        summary: 'Chuyển các phản ánh đúng như đã xem trước; có thể gọi lại khi bị ngắt',
        params: Id,
        response: { 200: Applied, ...refused },
      },
    },
    async (request) => {
      const { id: by } = deps.requireRole(request, OPERATORS);
      const { id } = request.params as Static<typeof Id>;
      const { moveReport, wardMaps } = deps;
      return applyRehoming(deps.db, id, { by, now: deps.now(), moveReport, wardMaps });
    },
  );
}

function listMaps(wardMaps: WardMaps, now: Date): Static<typeof WardMapSummary>[] {
  const versions = wardMaps.versions();
  const inForce = wardMaps.eraAt(now);
  const base = versions[0]?.before ?? inForce;
  const first = {
    id: null,
    validFrom: base.validFrom,
    label: 'Nghị quyết 1656/NQ-UBTVQH15',
    wards: base.map.units.length,
    changes: base.map.units.length,
    outlines: base.map.boundaries !== null,
    inForce: base === inForce,
    usedFrom: null,
    loadedBy: null,
    loadedAt: null,
  };
  const later = versions.map(({ id, label, loadedBy, loadedAt, units, era, from }) => ({
    id,
    validFrom: era.validFrom,
    label,
    wards: era.map.units.length,
    changes: units.length,
    outlines: era.map.boundaries !== null,
    inForce: era === inForce,
    usedFrom: from.toISOString(),
    loadedBy,
    loadedAt: loadedAt.toISOString(),
  }));
  return [first, ...later];
}

/** A batch with one page of its items from position `after` on. @throws AppError `rehoming_not_found` (404) */
async function readBatch(db: Db, id: number, after: number): Promise<Static<typeof Batch>> {
  const [batch] = await db.select().from(rehomingBatches).where(eq(rehomingBatches.id, id));
  if (!batch) throw new AppError({ code: 'rehoming_not_found', status: 404, detail: 'Không có đợt chuyển này.' });
  const items = batch.items as RehomingItem[];
  const count = (how: RehomingItem['how']) => items.filter((item) => item.how === how).length;
  const to = after + PAGE;
  return {
    id: batch.id,
    versionId: batch.versionId,
    status: batch.status,
    reason: batch.reason,
    createdBy: batch.createdBy,
    createdAt: batch.createdAt.toISOString(),
    appliedBy: batch.appliedBy,
    appliedAt: batch.appliedAt?.toISOString() ?? null,
    previewHash: batch.previewHash,
    counts: { pin: count('pin'), onlySuccessor: count('only-successor'), needsPerson: count('needs_person') },
    items: items.slice(after, to),
    next: to < items.length ? to : null,
  };
}
