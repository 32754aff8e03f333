import { createHash, timingSafeEqual } from 'node:crypto';
import { and, asc, eq, gt, isNotNull } from 'drizzle-orm';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db, Tx } from '../../../db/client.ts';
import { adminUnits, agencies, reports } from '../../../db/schema/index.ts';
import { category } from '../../../db/seed/categories.ts';
import type { Calendar } from '../deadlines/calendar.ts';
import { AppError } from '../errors.ts';
import type { MediaStore } from '../media/store.ts';
import { Problem } from '../problem.ts';
import { dispatchReport } from '../reports/dispatch-report.ts';
import { parseReportCode } from '../reports/report-code.ts';
import { type TrayReason, trayReasonText } from '../routing/tray-reasons.ts';
import { PhotoLink, photoLinks, registerStaffPhotos } from './photos.ts';

export interface StaffApiDeps {
  db: Db;
  /** Bearer token of the intake desk; null switches the staff face off. */
  token: string | null;
  now: () => Date;
  calendar: (tx: Tx) => Promise<Calendar>;
  media: MediaStore;
}

const PAGE = 50;
const nullableText = Type.Union([Type.String(), Type.Null()]);

const TrayItem = Type.Object({
  code: Type.String(),
  text: Type.String(),
  place: nullableText,
  latitude: Type.Union([Type.Number(), Type.Null()]),
  longitude: Type.Union([Type.Number(), Type.Null()]),
  wardCode: nullableText,
  wardAlternatives: Type.Array(Type.String()),
  suggestions: Type.Array(Type.Object({ code: Type.String(), score: Type.Number() })),
  priorityClass: Type.String(),
  photos: Type.Array(PhotoLink),
  reasons: Type.Array(Type.Object({ reason: Type.String(), text: Type.String() })),
  traySince: Type.String({ format: 'date-time' }),
  acceptDueAt: Type.String({ format: 'date-time' }),
});

const DispatchBody = Type.Object({
  agencyCode: Type.String({ maxLength: 40 }),
  categoryCode: Type.String({ maxLength: 10 }),
  wardCode: Type.Optional(Type.String({ maxLength: 5 })),
});

/**
 * `/api/staff/*` of this stage: the dispatcher's tray, and dispatching out of it. The desk page and personal accounts come
 * with it later; until then one token stands for the intake desk.
 */
export function registerStaffApi(app: FastifyInstance, deps: StaffApiDeps): void {
  app.register(async (staff) => {
    staff.addHook('onRequest', async (request) => requireToken(request, deps.token));
    const security = [{ staff: [] }];
    registerStaffPhotos(staff, deps);

    staff.get(
      '/api/staff/tray',
      {
        schema: {
          tags: ['staff'],
          summary: 'Phản ánh chờ cán bộ tiếp nhận quyết định, cũ nhất trước',
          security,
          querystring: Type.Object({ after: Type.Optional(Type.Integer({ minimum: 0 })) }),
          response: {
            200: Type.Object({ items: Type.Array(TrayItem), next: Type.Union([Type.Integer(), Type.Null()]) }),
            401: Problem,
          },
        },
      },
      async (request) => readTray(deps.db, (request.query as { after?: number }).after ?? 0),
    );

    staff.post(
      '/api/staff/reports/:code/dispatch',
      {
        schema: {
          tags: ['staff'],
          summary: 'Chuyển phản ánh cho đơn vị xử lý',
          security,
          params: Type.Object({ code: Type.String({ maxLength: 40 }) }),
          body: DispatchBody,
          response: { 204: Type.Null(), 401: Problem, 404: Problem, 409: Problem, 422: Problem },
        },
      },
      async (request, reply) => {
        await dispatchFromTray(
          (request.params as { code: string }).code,
          request.body as Static<typeof DispatchBody>,
          deps,
        );
        return reply.code(204).send(null);
      },
    );
  });
}

function requireToken(request: FastifyRequest, token: string | null): void {
  const given = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
  // Hashes have one length, which timingSafeEqual needs.
  const hash = (text: string) => createHash('sha256').update(text).digest();
  if (!token || !timingSafeEqual(hash(given), hash(token))) {
    throw new AppError({ code: 'staff_sign_in_required', status: 401, detail: 'Cần đăng nhập của cán bộ tiếp nhận.' });
  }
}

async function readTray(db: Db, after: number) {
  const rows = await db
    .select()
    .from(reports)
    .where(and(isNotNull(reports.traySince), gt(reports.id, after)))
    .orderBy(asc(reports.id))
    .limit(PAGE);
  const links = await photoLinks(
    db,
    rows.map((report) => report.id),
  );
  const items = rows.map((report) => ({
    photos: links.get(report.id) ?? [],
    code: report.code,
    text: report.text,
    place: report.placeText,
    latitude: report.latitude,
    longitude: report.longitude,
    wardCode: report.wardCode,
    wardAlternatives: report.wardAlternatives,
    suggestions: report.suggestions,
    priorityClass: report.priorityClass,
    reasons: report.trayReasons.map((reason) => ({ reason, text: trayReasonText(reason as TrayReason) })),
    traySince: (report.traySince ?? report.receivedAt).toISOString(),
    acceptDueAt: report.acceptDueAt.toISOString(),
  }));
  return { items, next: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null };
}

async function dispatchFromTray(
  typedCode: string,
  body: Static<typeof DispatchBody>,
  deps: StaffApiDeps,
): Promise<void> {
  const reading = parseReportCode(typedCode);
  const found = category(body.categoryCode);
  if (!found?.accepts) throw invalid('category_unknown', 'Lĩnh vực này không có hoặc không được tiếp nhận.');
  await deps.db.transaction(async (tx) => {
    const [report] = reading.ok
      ? await tx.select().from(reports).where(eq(reports.code, reading.code)).for('update')
      : [];
    if (!report)
      throw new AppError({ code: 'report_not_found', status: 404, detail: 'Không tìm thấy phản ánh có mã này.' });
    const [agency] = await tx.select().from(agencies).where(eq(agencies.code, body.agencyCode));
    if (!agency) throw invalid('agency_unknown', 'Không có đơn vị này.');
    const [ward] = body.wardCode ? await tx.select().from(adminUnits).where(eq(adminUnits.code, body.wardCode)) : [];
    if (body.wardCode && !ward) throw invalid('ward_unknown', 'Không có phường, xã này.');
    await dispatchReport(
      tx,
      report,
      {
        agencyCode: agency.code,
        classification: {
          categoryCode: found.code,
          priorityClass: report.emergencyWords ? 'emergency' : found.priority,
        },
        ...(ward && { ward: { code: ward.code, basis: 'staff' as const } }),
        actor: { kind: 'staff', id: 'intake-desk' },
        because: ['Cán bộ tiếp nhận quyết định.'],
      },
      deps.now(),
      await deps.calendar(tx),
    );
  });
}

function invalid(code: string, detail: string): AppError {
  return new AppError({ code, status: 422, detail });
}
