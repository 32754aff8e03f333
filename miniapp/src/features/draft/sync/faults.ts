/** What a failed call means for the draft. */
import { ApiProblem } from '../../../api/problem.ts';

/** The service will not take it as it is: the person must mend something. Anything else passes, and is tried again. */
export function isRefusal(error: unknown): error is ApiProblem {
  if (!(error instanceof ApiProblem) || error.isPassing) return false;
  return error.status !== 401 && !PASSING.has(error.code);
}

/** Somebody else is at it, or it changed under our hands: the next look at the draft says what to do. */
const PASSING = new Set([
  'draft_busy',
  'idempotency_in_progress',
  'draft_not_found',
  'draft_closed',
  'upload_interrupted',
]);

export interface Ending {
  /** The report the draft has become. */
  report: string | null;
  /** The person threw it away in the chat or on another phone. */
  cancelled: boolean;
}

/** The draft that is meant is no longer open; null: something else went wrong. */
export function endingOf(error: unknown): Ending | null {
  if (!(error instanceof ApiProblem) || error.code !== 'draft_closed') return null;
  const { report, cancelled } = error.extensions;
  return { report: typeof report === 'string' ? report : null, cancelled: cancelled === true };
}

/** The page of the app where what was refused can be mended. */
export function mendingPageOf({ code, extensions }: ApiProblem): string {
  const { missing } = extensions;
  if (Array.isArray(missing) && missing.includes('what')) return '/report/what';
  if (Array.isArray(missing) && missing.includes('place')) return '/report/place';
  return PAGES[code] ?? '/report/review';
}

const PAGES: Readonly<Record<string, string>> = {
  unknown_category: '/report/what',
  unknown_ward: '/report/place',
  too_many_photos: '/report',
  not_an_image: '/report',
  photo_too_large: '/report',
  media_type_unsupported: '/report',
};
