import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Tx } from '../../../db/client.ts';
import type { Citizen } from '../conversation/citizens.ts';
import { type Draft as DraftRow, openDraft } from '../conversation/drafts/drafts.ts';
import { changeDraft } from '../conversation/mini-app/change-draft.ts';
import { cancelDraft, type SubmitChoices, type SubmitDeps, submitDraft } from '../conversation/mini-app/end-draft.ts';
import { holdingDraft } from '../conversation/mini-app/own-draft.ts';
import { viewDraft } from '../conversation/mini-app/view-draft.ts';
import { dueWords } from '../deadlines/due-words.ts';
import { idempotencyKeyOf, once } from '../http/idempotency.ts';
import { Problem } from '../problem.ts';
import { statusLink } from '../reports/report-links.ts';
import { likeDraft, SimilarReports } from './draft-duplicates.ts';
import { type DraftPhotosDeps, registerDraftPhotos } from './draft-photos-api.ts';
import { Draft, DraftBody, draftOf, OpenDraft, Sent, SubmitBody } from './draft-schemas.ts';
import { findStake } from './find-stake.ts';
import { standingOf } from './read-report.ts';
import { about, refused } from './schemas.ts';
import { citizenOf } from './signed-in.ts';

export interface DraftApiDeps extends DraftPhotosDeps {
  publicUrl: string;
  /** What receiving a report takes, read anew where staff may have changed it. */
  receiveDeps: (tx: Tx) => Promise<SubmitDeps>;
}

/** What the citizen is writing: the one draft they have, whether begun in the chat or here. */
export async function registerDraftApi(app: FastifyInstance, deps: DraftApiDeps): Promise<void> {
  const { db, now } = deps;

  app.get(
    '/api/citizen/draft',
    {
      schema: {
        ...about,
        summary: 'Bản nháp đang soạn, bắt đầu từ chat hay từ Mini App',
        response: { 200: OpenDraft, ...refused },
      },
    },
    async (request) => {
      const citizen = citizenOf(request);
      const draft = await openDraft(db, citizen.id);
      return { draft: draft ? await shown(db, draft, citizen, deps) : null };
    },
  );

  app.put(
    '/api/citizen/draft',
    {
      schema: {
        ...about,
        summary: 'Ghi vào bản nháp, hoặc bắt đầu một bản; ảnh giữ nguyên',
        description: 'Lời viết ở đây thay cho mọi lời đã viết trước đó. Từ lúc này chat không tự gửi bản nháp nữa.',
        body: DraftBody,
        response: { 200: Draft, ...refused, 409: Problem },
      },
    },
    async (request) => {
      const citizen = citizenOf(request);
      const change = request.body as Static<typeof DraftBody>;
      return holdingDraft(db, citizen, async (tx) =>
        shown(tx, await changeDraft(tx, citizen, change, now()), citizen, deps),
      );
    },
  );

  app.get(
    '/api/citizen/draft/duplicates',
    {
      schema: {
        ...about,
        summary: 'Phản ánh của người khác có vẻ là cùng một việc với bản nháp, tối đa ba; để cùng phản ánh',
        response: { 200: SimilarReports, ...refused },
      },
    },
    async (request) => {
      const citizen = citizenOf(request);
      // In a transaction, so that the search reads no more than it must.
      return db.transaction(async (tx) => {
        const draft = await openDraft(tx, citizen.id);
        const { knowledge } = await deps.receiveDeps(tx);
        return { items: draft ? await likeDraft(tx, { citizen, draft, now: now(), knowledge }) : [] };
      });
    },
  );

  app.post(
    '/api/citizen/draft/submit',
    {
      // Who has nothing to choose sends no body.
      preValidation: async (request) => {
        request.body ??= {};
      },
      schema: {
        ...about,
        summary: 'Gửi bản nháp thành phản ánh; với joins thì cùng phản ánh một việc đã có',
        body: SubmitBody,
        headers: Type.Object({
          'idempotency-key': Type.Optional(
            Type.String({ description: 'bắt buộc; gửi lại với cùng mã thì chỉ gửi một lần' }),
          ),
        }),
        response: { 201: Sent, ...refused, 409: Problem },
      },
      config: { rateLimit: { max: 20, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const citizen = citizenOf(request);
      const choices = request.body as Static<typeof SubmitBody>;
      const keyed = idempotencyKeyOf(request, { who: `citizen:${citizen.id}`, required: true });
      const { status, body } = await holdingDraft(db, citizen, (tx) =>
        once(tx, keyed, now(), async () => ({ status: 201, body: await submit(tx, citizen, choices, deps) })),
      );
      return reply.code(status).send(body);
    },
  );

  app.post(
    '/api/citizen/draft/cancel',
    {
      schema: {
        ...about,
        summary: 'Bỏ bản nháp; ảnh và tệp đã gửi cùng bị xóa',
        response: { 204: Type.Null(), ...refused, 409: Problem },
      },
    },
    async (request, reply) => {
      await cancelDraft(citizenOf(request), deps);
      return reply.code(204).send(null);
    },
  );

  await registerDraftPhotos(app, deps);
}

async function shown(tx: Tx, draft: DraftRow, citizen: Citizen, deps: DraftApiDeps): Promise<Static<typeof Draft>> {
  const { knowledge } = await deps.receiveDeps(tx);
  return draftOf(await viewDraft(tx, draft, deps.now(), knowledge), citizen);
}

/** Kept for repeated requests, so it carries nobody's words. */
async function submit(
  tx: Tx,
  citizen: Citizen,
  choices: SubmitChoices,
  deps: DraftApiDeps,
): Promise<Static<typeof Sent>> {
  const report = await submitDraft(tx, citizen, choices, deps.now(), await deps.receiveDeps(tx));
  return {
    ...(await standingOf(tx, await findStake(tx, citizen.id, report.code), citizen)),
    acceptDueAt: report.acceptDueAt.toISOString(),
    acceptDueWords: dueWords(report.acceptDueAt, citizen.language),
    link: statusLink(deps.publicUrl, report.code),
  };
}
