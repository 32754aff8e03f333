import Type, { type Static, type TObject } from 'typebox';

/** One queue per kind of pressure, so that a storm in one never starves another. */
export const queueNames = ['inbox', 'media', 'routing', 'deadlines', 'outbox'] as const;
export type QueueName = (typeof queueNames)[number];

/** Jobs a worker runs side by side, per queue. Sized for 2 cores and a pool of 8 connections. */
export const queueConcurrency: Record<QueueName, number> = {
  inbox: 8,
  media: 2,
  routing: 4,
  deadlines: 2,
  outbox: 8,
};

interface JobDefinition<Payload extends TObject = TObject> {
  queue: QueueName;
  /** Ids only: a payload is visible to whoever can open Redis. */
  payload: Payload;
  /** Tries before the row is set aside as failed (kept, visible, re-drivable). */
  attempts: number;
  /** First wait between tries, ms; doubles each time. */
  backoffMs: number;
}

const id = Type.Integer({ minimum: 1 });
const define = <Payload extends TObject>(definition: JobDefinition<Payload>) => definition;

/** Every job there is: name → payload → options. The handler of each is checked at boot (`handlers.ts`). */
export const catalog = {
  /** Apply a stored Zalo event, together with all others of its sender that wait. */
  'inbox.apply': define({ queue: 'inbox', payload: Type.Object({ eventId: id }), attempts: 8, backoffMs: 500 }),
  /** The quiet window of a draft is over: report, question, or nothing yet. */
  'intake.settle': define({ queue: 'inbox', payload: Type.Object({ draftId: id }), attempts: 8, backoffMs: 500 }),
  /** The citizen never answered our question: keep what there is. */
  'intake.giveUpWaiting': define({
    queue: 'inbox',
    payload: Type.Object({ draftId: id }),
    attempts: 8,
    backoffMs: 1_000,
  }),
  /** Fetch, re-encode and store one photo. */
  'media.fetch': define({ queue: 'media', payload: Type.Object({ photoId: id }), attempts: 8, backoffMs: 2_000 }),
  /** Dispatch a received report by rule, or put it into the dispatcher's tray. */
  'routing.route': define({ queue: 'routing', payload: Type.Object({ reportId: id }), attempts: 8, backoffMs: 1_000 }),
  /** Find reports that may be about the same thing, and offer the citizen to join. */
  'duplicates.find': define({
    queue: 'routing',
    payload: Type.Object({ reportId: id }),
    attempts: 8,
    backoffMs: 1_000,
  }),
  /** Write one piece of news to everybody who follows the report it is about. */
  'followers.tell': define({ queue: 'outbox', payload: Type.Object({ historyId: id }), attempts: 8, backoffMs: 1_000 }),
  /** A timer rings; every timer that is due fires with it. */
  'deadlines.fire': define({
    queue: 'deadlines',
    payload: Type.Object({ timerId: id }),
    attempts: 8,
    backoffMs: 1_000,
  }),
  /** Count open due times again after a change of the calendar, a chunk of reports at a time. */
  'recount.calendar': define({
    queue: 'deadlines',
    payload: Type.Object({
      changeId: id,
      afterReportId: Type.Integer({ minimum: 0 }),
      pass: Type.Integer({ minimum: 1 }),
    }),
    attempts: 8,
    backoffMs: 1_000,
  }),
  /** Fetch and store a voice message, video or file of a report. */
  'media.keep': define({ queue: 'media', payload: Type.Object({ attachmentId: id }), attempts: 8, backoffMs: 2_000 }),
  /** What an official typed in the OA console, with the files that followed: tie it to a report and do what it says. */
  'console.settle': define({
    queue: 'routing',
    payload: Type.Object({ messageId: id }),
    attempts: 8,
    backoffMs: 2_000,
  }),
  /** Tags on a citizen's chat at Zalo, so that the console can be filtered by agency and state. */
  'tags.sync': define({ queue: 'outbox', payload: Type.Object({ citizenId: id }), attempts: 8, backoffMs: 5_000 }),
  /** Several pieces of small news that wait for one citizen become one message. */
  'outbox.digest': define({ queue: 'outbox', payload: Type.Object({ citizenId: id }), attempts: 8, backoffMs: 1_000 }),
  /** Read back the conversations of a time in which events did not reach us. */
  'gap.repair': define({ queue: 'routing', payload: Type.Object({ gapId: id }), attempts: 8, backoffMs: 5_000 }),
  /** Do what a data subject's request asks for: erase, or put the export together. */
  'privacy.perform': define({
    queue: 'routing',
    payload: Type.Object({ requestId: id }),
    attempts: 8,
    backoffMs: 5_000,
  }),
  /** Send what waits for one citizen, in order. */
  'outbox.deliver': define({ queue: 'outbox', payload: Type.Object({ citizenId: id }), attempts: 8, backoffMs: 1_000 }),
} as const;

export type JobName = keyof typeof catalog;
export type JobPayload<Name extends JobName> = Static<(typeof catalog)[Name]['payload']>;
export const jobNames = Object.keys(catalog) as JobName[];
