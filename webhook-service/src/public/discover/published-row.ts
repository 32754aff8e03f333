import { reports } from '../../../../db/schema/index.ts';

/** What a line of a public list is made of. `text` and `placeText` are read to tell a private home, and never shown. */
export const publishedColumns = {
  id: reports.id,
  code: reports.code,
  state: reports.state,
  resumeState: reports.resumeState,
  text: reports.text,
  placeText: reports.placeText,
  publicText: reports.publicText,
  latitude: reports.latitude,
  longitude: reports.longitude,
  wardCode: reports.wardCode,
  wardBasis: reports.wardBasis,
  categoryCode: reports.categoryCode,
  agencyCode: reports.agencyCode,
  round: reports.round,
  receivedAt: reports.receivedAt,
  publishedAt: reports.publishedAt,
  answerDueAt: reports.answerDueAt,
};

export type PublishedRow = { [Column in keyof typeof publishedColumns]: (typeof reports.$inferSelect)[Column] };
