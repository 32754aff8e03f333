import { and, asc, gt } from 'drizzle-orm';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db } from '../../../db/client.ts';
import { priorityClasses, reportStates, reports } from '../../../db/schema/index.ts';
import { AppError } from '../errors.ts';
import { conditionsOf, dueFilters, type ReportFilters, runningStates } from '../reports/list/filters.ts';
import { listReports, MOST_PER_PAGE, type ReportOrder, reportOrders } from '../reports/list/list-reports.ts';
import type { ReportLine } from '../reports/list/report-line.ts';
import type { ReportScope } from '../reports/list/scope.ts';
import type { Report } from '../reports/report.ts';

import { reportScopeOf } from './guard.ts';
import { PhotoLink, photoLinks } from './photos.ts';
import {
  about,
  Moment,
  Named,
  NullableMoment,
  NullableText,
  nullable,
  oneOf,
  PriorityClassCode,
  refused,
  State,
} from './schemas.ts';
import { trayReasonWords } from './tray-reason-text.ts';

export interface ReportListDeps {
  db: Db;
  now: () => Date;
}

const TRAY_PAGE = 50;
const Codes = (maxLength: number, description: string) =>
  Type.Optional(Type.Array(Type.String({ maxLength }), { maxItems: 50, description }));

const ListQuery = Type.Object({
  agency: Codes(40, 'mã đơn vị; nhiều giá trị: lặp lại tham số'),
  ward: Codes(5, 'mã phường, xã'),
  category: Codes(10, 'mã lĩnh vực (GT-01) hoặc nhóm (GT)'),
  state: Type.Optional(Type.Array(oneOf(reportStates), { maxItems: reportStates.length })),
  class: Type.Optional(Type.Array(oneOf(priorityClasses), { maxItems: priorityClasses.length })),
  due: Type.Optional(oneOf(dueFilters)),
  dueBefore: Type.Optional(Moment),
  receivedFrom: Type.Optional(Moment),
  receivedTo: Type.Optional(Type.String({ format: 'date-time', description: 'không gồm thời điểm này' })),
  q: Type.Optional(
    Type.String({ maxLength: 200, description: 'các từ đều phải có, có dấu hay không dấu đều được; hoặc mã phản ánh' }),
  ),
  tray: Type.Optional(Type.Boolean()),
  sort: Type.Optional(
    Type.Unsafe<ReportOrder>({
      ...oneOf(reportOrders),
      description: 'due: chỉ phản ánh chưa đóng, đến hạn trước lên đầu; received: mới nhất lên đầu',
    }),
  ),
  cursor: Type.Optional(Type.String({ maxLength: 200, description: '`next` của trang trước, cùng cách xếp' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST_PER_PAGE, default: 50 })),
});

const Line = Type.Object({
  code: Type.String(),
  state: State,
  stateLabel: Type.String(),
  excerpt: Type.String(),
  place: NullableText,
  ward: nullable(Named),
  category: nullable(Named),
  priorityClass: PriorityClassCode,
  agency: nullable(Named),
  level: Type.Integer({ description: '0 đơn vị, 1 lãnh đạo đơn vị, 2 cấp trên' }),
  round: Type.Integer({ description: '1 cho đến lần mở lại đầu tiên' }),
  handOvers: Type.Integer(),
  receivedAt: Moment,
  dueAt: NullableMoment,
  overdue: Type.Boolean(),
  traySince: NullableMoment,
  version: Type.Integer(),
});

const TrayItem = Type.Object({
  code: Type.String(),
  text: Type.String(),
  place: NullableText,
  latitude: nullable(Type.Number()),
  longitude: nullable(Type.Number()),
  wardCode: NullableText,
  wardAlternatives: Type.Array(Type.String()),
  suggestions: Type.Array(Type.Object({ code: Type.String(), score: Type.Number() })),
  priorityClass: Type.String(),
  photos: Type.Array(PhotoLink),
  reasons: Type.Array(Type.Object({ reason: Type.String(), text: Type.String() })),
  traySince: Moment,
  acceptDueAt: Moment,
});

/** Lists of reports within what the member sees: the work list, searches, and the dispatcher's tray. */
export function registerReportListApi(staff: FastifyInstance, deps: ReportListDeps): void {
  staff.get(
    '/api/staff/reports',
    {
      schema: {
        ...about,
        summary: 'Phản ánh trong phạm vi được giao, lọc và xếp; nhanh với hàng triệu phản ánh',
        querystring: ListQuery,
        response: { 200: Type.Object({ items: Type.Array(Line), next: NullableText }), ...refused },
      },
    },
    async (request) => {
      const query = request.query as Static<typeof ListQuery>;
      const filters = filtersOf(query, reportScopeOf(request));
      const { sort = usualOrder(filters), cursor, limit } = query;
      const page = { sort, now: deps.now(), ...(cursor && { cursor }), ...(limit && { limit }) };
      const { items, next } = await listReports(deps.db, filters, page);
      return { items: items.map(line), next };
    },
  );

  staff.get(
    '/api/staff/tray',
    {
      schema: {
        ...about,
        summary: 'Phản ánh chờ cán bộ tiếp nhận quyết định, cũ nhất trước',
        querystring: Type.Object({ after: Type.Optional(Type.Integer({ minimum: 0 })) }),
        response: {
          200: Type.Object({ items: Type.Array(TrayItem), next: nullable(Type.Integer()) }),
          ...refused,
        },
      },
    },
    async (request) => readTray(deps, request),
  );
}

function filtersOf(query: Static<typeof ListQuery>, scope: ReportScope): ReportFilters {
  const { agency, ward, category, state, due, q, tray } = query;
  return {
    scope,
    ...(agency && { agencies: agency }),
    ...(ward && { wards: ward }),
    ...(category && { categories: category }),
    ...(state && { states: state }),
    ...(query.class && { classes: query.class }),
    ...(due && { due }),
    ...(query.dueBefore && { dueBefore: moment(query.dueBefore) }),
    ...(query.receivedFrom && { receivedFrom: moment(query.receivedFrom) }),
    ...(query.receivedTo && { receivedTo: moment(query.receivedTo) }),
    ...(q && { text: q }),
    ...(tray !== undefined && { tray }),
  };
}

/** The work list by due time; whoever asks for closed reports or searches words wants the newest. */
function usualOrder({ states, text }: ReportFilters): ReportOrder {
  if (states) return states.every((state) => (runningStates as readonly string[]).includes(state)) ? 'due' : 'received';
  return text ? 'received' : 'due';
}

/** The schema lets through 30 February and the like. */
function moment(text: string): Date {
  const at = new Date(text);
  if (Number.isNaN(at.getTime()))
    throw new AppError({ code: 'request_invalid', status: 400, detail: 'Có thời điểm không tồn tại.' });
  return at;
}

function line({ receivedAt, dueAt, traySince, ...same }: ReportLine): Static<typeof Line> {
  return {
    ...same,
    receivedAt: receivedAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    traySince: traySince?.toISOString() ?? null,
  };
}

/** Whole texts and photos, for whoever decides without opening each report; by number, so that none is missed while others go. */
async function readTray({ db, now }: ReportListDeps, request: FastifyRequest) {
  const { after = 0 } = request.query as { after?: number };
  const rows = await db
    .select()
    .from(reports)
    .where(and(conditionsOf({ scope: reportScopeOf(request), tray: true }, now()), gt(reports.id, after)))
    .orderBy(asc(reports.id))
    .limit(TRAY_PAGE);
  const links = await photoLinks(
    db,
    rows.map((report) => report.id),
  );
  return {
    items: rows.map((report) => ({ ...trayItem(report), photos: links.get(report.id) ?? [] })),
    next: rows.length === TRAY_PAGE ? (rows.at(-1)?.id ?? null) : null,
  };
}

function trayItem(report: Report): Omit<Static<typeof TrayItem>, 'photos'> {
  const { code, text, latitude, longitude, wardCode, wardAlternatives, suggestions, priorityClass } = report;
  return {
    ...{ code, text, latitude, longitude, wardCode, wardAlternatives, suggestions, priorityClass },
    place: report.placeText,
    reasons: report.trayReasons.map((reason) => ({ reason, text: trayReasonWords(reason) })),
    traySince: (report.traySince ?? report.receivedAt).toISOString(),
    acceptDueAt: report.acceptDueAt.toISOString(),
  };
}
