import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type, { type Static, type TSchema } from 'typebox';
import type { Db, Tx } from '../../../db/client.ts';
import { type Answered, idempotencyKeyOf, once } from '../http/idempotency.ts';
import { Problem } from '../problem.ts';
import { mayRead } from '../reports/access/member.ts';
import type { Actor } from '../reports/lifecycle/roles.ts';
import { stateLabels } from '../reports/lifecycle/states.ts';
import { agencyNamed } from '../reports/list/report-line.ts';
import { noteGateRefusal } from '../reports/perform/note-gate-refusal.ts';
import { type Order, type PerformDeps, perform } from '../reports/perform/perform.ts';
import type { Report } from '../reports/report.ts';
import { commandNames, type StaffCommand } from './command-names.ts';
import { actorFor, memberOf, requireVisible } from './guard.ts';
import { etagOf, lockByCodes, requireVersion } from './reports-by-code.ts';
import { about, Named, NullableMoment, nullable, ReportCodeParam, refused, State } from './schemas.ts';

export interface CommandDeps extends PerformDeps {
  db: Db;
  now: () => Date;
}

export interface CommandRoute<Body extends TSchema> {
  command: StaffCommand;
  summary: string;
  body?: Body;
  /** An answer that goes out twice cannot be taken back. */
  keyRequired?: boolean;
  /** Answers with nothing (204) instead of the report's new standing, as it did before there was more to say. */
  silent?: boolean;
  /** Schemas of answers that are its own, by status. */
  answers?: Readonly<Record<number, TSchema>>;
  /** Other reports it needs, by their codes as typed: locked together with the report. */
  others?(body: Static<Body>): string[];
  /** The rest of the order; throws AppError for what does not exist. */
  order(tx: Tx, given: Given<Static<Body>>): Promise<Omit<Order, 'actor'>>;
}

export interface Given<Body> {
  body: Body;
  report: Report;
  role: string;
  /** In the order of `others`; undefined where there is none that the member may see. */
  others: (Report | undefined)[];
}

export const CommandResult = Type.Object({
  code: Type.String(),
  state: State,
  stateLabel: Type.String(),
  version: Type.Integer(),
  dueAt: NullableMoment,
  agency: nullable(Named),
});

const CommandHeaders = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({ description: 'gửi lại với cùng mã thì chỉ thực hiện một lần và nhận lại cùng câu trả lời' }),
  ),
  'if-match': Type.Optional(Type.String({ description: 'ETag đã thấy; 412 khi phản ánh đã đổi từ đó' })),
});

/** One route per command: `POST /api/staff/reports/:code/<path>`. Of two at once the second sees what the first has done. */
export function commandRoute<Body extends TSchema>(
  staff: FastifyInstance,
  deps: CommandDeps,
  route: CommandRoute<Body>,
): void {
  staff.post(
    `/api/staff/reports/:code/${commandNames[route.command].path}`,
    {
      schema: {
        ...about,
        summary: route.summary,
        params: ReportCodeParam,
        headers: CommandHeaders,
        ...(route.body && { body: route.body }),
        response: {
          ...(route.silent ? { 204: Type.Null() } : { 200: CommandResult }),
          ...refused,
          409: Problem,
          412: Problem,
          ...route.answers,
        },
      },
    },
    async (request, reply) => {
      const keyed = idempotencyKeyOf(request, { who: memberOf(request).id, required: route.keyRequired === true });
      let given: { reportId: number; actor: Actor } | null = null;
      const answered = await deps.db
        .transaction((tx) =>
          once(tx, keyed, deps.now(), () =>
            give(tx, request, { deps, route, onActor: (reportId, actor) => (given = { reportId, actor }) }),
          ),
        )
        .catch(async (error: unknown) => {
          if (given) await noteGateRefusal(deps.db, error, { ...given, now: deps.now() });
          throw error;
        });
      return send(reply, answered);
    },
  );
}

async function give<Body extends TSchema>(
  tx: Tx,
  request: FastifyRequest,
  {
    deps,
    route,
    onActor,
  }: { deps: CommandDeps; route: CommandRoute<Body>; onActor: (reportId: number, actor: Actor) => void },
): Promise<Answered> {
  const { code } = request.params as Static<typeof ReportCodeParam>;
  const body = request.body as Static<Body>;
  const [found, ...named] = await lockByCodes(tx, [code, ...(route.others?.(body) ?? [])]);
  const report = requireVisible(request, found);
  const actor = actorFor(request, route.command, report);
  onActor(report.id, actor);
  requireVersion(request.headers['if-match'], report);
  const others = named.map((other) => (other && mayRead(memberOf(request), other) ? other : undefined));
  const given = { body, report, role: actor.role, others };
  // The time is asked for under the lock: what was done before is before.
  const after = await perform(tx, report, { ...(await route.order(tx, given)), actor }, deps.now(), deps);
  return route.silent ? { status: 204, body: null } : { status: 200, body: standing(after) };
}

function standing(report: Report): Static<typeof CommandResult> {
  const { code, state, version, dueAt, agencyCode } = report;
  return {
    ...{ code, state, version },
    stateLabel: stateLabels[state].vi,
    dueAt: dueAt?.toISOString() ?? null,
    agency: agencyNamed(agencyCode),
  };
}

function send(reply: FastifyReply, { status, body }: Answered) {
  const version = (body as { version?: number } | null)?.version;
  if (version !== undefined) reply.header('etag', etagOf(version));
  return reply.code(status).send(body);
}
