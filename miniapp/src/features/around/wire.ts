/** What the service tells everybody of a published report. */
interface Named {
  code: string;
  name: string;
}

export interface PublishedLine {
  code: string;
  category: Named | null;
  group: Named | null;
  ward: Named | null;
  state: string;
  stateGroup: StateGroup;
  stateLabel: string;
  /** Beginning of the words, personal details masked. */
  excerpt: string;
  place: string | null;
  latitude: number | null;
  longitude: number | null;
  /** The point is the middle of a square of a hundred metres: a private home. */
  rounded: boolean;
  receivedAt: string;
  /** Who has it, one sentence. */
  holder: string;
  due: { at: string; words: string } | null;
  overdue: boolean;
  thumbnailUrl: string | null;
  /** Besides the reporter. */
  followers: number;
  answered: { at: string; excerpt: string; thumbnailUrl: string | null } | null;
}

export const stateGroups = ['open', 'answered', 'closed'] as const;
export type StateGroup = (typeof stateGroups)[number];

export interface Picture {
  id: number;
  url: string;
  thumbnailUrl: string | null;
  width: number;
  height: number;
  bytes: number;
}

export interface PublicAnswer {
  round: number;
  /** False once the report was opened again after it. */
  stands: boolean;
  agency: string;
  text: string;
  givenAt: string;
  /** Why there is neither photo nor document. */
  noEvidence: string | null;
  photos: readonly Picture[];
  documents: readonly Picture[];
}

export interface PublishedReport extends PublishedLine {
  text: string;
  publishedAt: string;
  agency: string | null;
  photos: readonly Picture[];
  /** Latest first. */
  answers: readonly PublicAnswer[];
  /** Oldest first. */
  timeline: { at: string; event: string; text: string }[];
  /** The report it was merged into. */
  main: { code: string; stateLabel: string } | null;
}

export interface ReportsOnMap {
  clusters: readonly {
    latitude: number;
    longitude: number;
    count: number;
    states: { open: number; answered: number; overdue: number };
  }[];
  reports: readonly PublishedLine[];
}
