import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db } from '../../../db/client.ts';
import { Problem } from '../problem.ts';
import type { StaffRole } from '../reports/lifecycle/roles.ts';
import { activate } from '../routing/rules/activate.ts';
import { dryRun, MAX_REPLAYED } from '../routing/rules/dry-run.ts';
import { loadAssets } from '../routing/rules/load-assets.ts';
import { RoutingRule } from '../routing/rules/rule.ts';
import { saveDraft } from '../routing/rules/rule-drafts.ts';
import { explainRouting, listRuleSets, readRuleSet } from './routing-rules-queries.ts';
import {
  AssetListBody,
  DraftBody,
  DryRunResult,
  RoutingExplained,
  RuleSetDetail,
  RuleSetList,
  SavedDraft,
} from './routing-rules-schemas.ts';

export interface RoutingRulesApiDeps {
  db: Db;
  now: () => Date;
  /** Who asks, when they hold one of the roles. @throws AppError 401 or 403 */
  requireRole: (request: FastifyRequest, roles: readonly StaffRole[]) => { id: string; role: StaffRole };
  /** False hides the report from whoever asks (agency × category); left out: everybody with the role sees it. */
  mayRead?: (request: FastifyRequest, report: { agencyCode: string | null; categoryCode: string | null }) => boolean;
}

/** Whoever works with reports may know why one went where it went. */
const READERS: readonly StaffRole[] = ['intakeOfficer', 'dispatcher', 'handler', 'leader', 'cityOffice', 'operations'];
/** Dispatchers know where the rules fail them: they write and try. */
const WRITERS: readonly StaffRole[] = ['dispatcher', 'cityOffice', 'operations'];
/** Who is responsible for what is decided by the city office, not by the desk that profits from it. */
const ACTIVATORS: readonly StaffRole[] = ['cityOffice', 'operations'];

/** Five hundred rules, or fifty thousand names of streets. */
const BODY_LIMIT = 8 * 1024 * 1024;
const DEFAULT_REPLAYED = 1_000;

const Id = Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) });
const ListName = Type.Object({ list: Type.String({ pattern: '^[a-z][a-z0-9_]{2,39}$' }) });
const DryRunBody = Type.Object({
  lastN: Type.Optional(Type.Integer({ minimum: 1, maximum: MAX_REPLAYED, default: DEFAULT_REPLAYED })),
});

/** Routing rules for staff: read, draft, dry run, activate; lists the rules ask; why a report went where it went. */
export function registerRoutingRulesApi(staff: FastifyInstance, deps: RoutingRulesApiDeps): void {
  const about = { tags: ['staff'], security: [{ staff: [] }] };
  const refused = { 400: Problem, 401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem };

  staff.get(
    '/api/staff/routing-rules',
    {
      schema: {
        ...about,
        summary: 'Bộ quy tắc điều phối đang áp dụng, các bản nháp và bản cũ, mới nhất trước',
        querystring: Type.Object({ before: Type.Optional(Type.Integer({ minimum: 1 })) }),
        response: { 200: RuleSetList, ...refused },
      },
    },
    async (request) => {
      deps.requireRole(request, READERS);
      const { before } = request.query as { before?: number };
      return deps.db.transaction((tx) => listRuleSets(tx, { before: before ?? null, now: deps.now() }));
    },
  );

  staff.get(
    '/api/staff/routing-rules/schema',
    {
      schema: { ...about, summary: 'Mẫu của một quy tắc (JSON Schema)', response: { 200: Type.Unknown(), ...refused } },
    },
    async (request) => {
      deps.requireRole(request, READERS);
      return RoutingRule;
    },
  );

  staff.get(
    '/api/staff/routing-rules/:id',
    {
      schema: {
        ...about,
        summary: 'Một bộ quy tắc với kết quả chạy thử gần nhất',
        params: Id,
        response: { 200: RuleSetDetail, ...refused },
      },
    },
    async (request) => {
      deps.requireRole(request, READERS);
      return readRuleSet(deps.db, (request.params as Static<typeof Id>).id);
    },
  );

  staff.post(
    '/api/staff/routing-rules',
    {
      bodyLimit: BODY_LIMIT,
      schema: {
        ...about,
        summary: 'Lưu bản nháp bộ quy tắc; lỗi được liệt kê đủ, mỗi lỗi một dòng',
        body: DraftBody,
        response: { 201: SavedDraft, ...refused },
      },
    },
    async (request, reply) => {
      const { id: by } = deps.requireRole(request, WRITERS);
      const { rules, note } = request.body as Static<typeof DraftBody>;
      const saved = await deps.db.transaction((tx) => saveDraft(tx, rules, { by, note, now: deps.now() }));
      return reply.code(201).send(saved);
    },
  );

  staff.post(
    '/api/staff/routing-rules/:id/dry-run',
    {
      schema: {
        ...about,
        summary: 'Chạy thử bản nháp trên các phản ánh gần nhất: đơn vị nào thêm, đơn vị nào bớt, quy tắc nào thừa',
        params: Id,
        body: DryRunBody,
        response: { 200: DryRunResult, ...refused },
      },
    },
    async (request) => {
      deps.requireRole(request, WRITERS);
      const { id } = request.params as Static<typeof Id>;
      const { lastN = DEFAULT_REPLAYED } = request.body as Static<typeof DryRunBody>;
      return deps.db.transaction((tx) => dryRun(tx, id, { lastN, now: deps.now() }));
    },
  );

  staff.post(
    '/api/staff/routing-rules/:id/activate',
    {
      schema: {
        ...about,
        summary: 'Áp dụng bản nháp đã chạy thử; có hiệu lực trong vòng một phút',
        params: Id,
        response: { 200: Type.Object({ id: Type.Integer(), version: Type.String() }), ...refused },
      },
    },
    async (request) => {
      const { id: by } = deps.requireRole(request, ACTIVATORS);
      const { id } = request.params as Static<typeof Id>;
      const live = await deps.db.transaction((tx) => activate(tx, id, { by, now: deps.now() }));
      return { id, version: live.version };
    },
  );

  staff.put(
    '/api/staff/asset-lists/:list',
    {
      bodyLimit: BODY_LIMIT,
      schema: {
        ...about,
        summary: 'Nạp một danh mục mà quy tắc tra cứu, thay nội dung cũ',
        params: ListName,
        body: AssetListBody,
        response: { 200: Type.Object({ list: Type.String(), size: Type.Integer() }), ...refused },
      },
    },
    async (request) => {
      const { id: by } = deps.requireRole(request, ACTIVATORS);
      const { list } = request.params as Static<typeof ListName>;
      const { names, source } = request.body as Static<typeof AssetListBody>;
      // Who loaded it stays with the list, as it decides where reports go.
      const origin = `${source} (nạp bởi ${by})`;
      const size = await deps.db.transaction((tx) => loadAssets(tx, list, names, { source: origin, now: deps.now() }));
      return { list, size };
    },
  );

  staff.get(
    '/api/staff/reports/:code/routing',
    {
      schema: {
        ...about,
        summary:
          'Vì sao phản ánh được chuyển như vậy: các quy tắc đã thử, và bộ quy tắc hiện nay sẽ quyết định thế nào',
        params: Type.Object({ code: Type.String({ maxLength: 40 }) }),
        response: { 200: RoutingExplained, ...refused },
      },
    },
    async (request) => {
      deps.requireRole(request, READERS);
      const { code } = request.params as { code: string };
      return deps.db.transaction((tx) =>
        explainRouting(tx, code, {
          now: deps.now(),
          mayRead: (report) => deps.mayRead?.(request, report) ?? true,
        }),
      );
    },
  );
}
