/** What the service tells everybody of a published report. */
import type { paths } from '../../api/schema.d.ts';

type Json<Path extends '/api/public/reports' | '/api/public/published/{code}'> =
  paths[Path]['get']['responses'][200]['content']['application/json'];

export type PublishedLine = Json<'/api/public/reports'>['items'][number];
export type PublishedReport = Json<'/api/public/published/{code}'>;
export type PublicAnswer = PublishedReport['answers'][number];
export type Picture = PublishedReport['photos'][number];

export const stateGroups = ['open', 'answered', 'closed'] as const;
export type StateGroup = (typeof stateGroups)[number];
