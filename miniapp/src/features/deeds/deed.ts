import type { paths } from '../../api/schema.d.ts';

type RatingBody = NonNullable<
  paths['/api/citizen/reports/{code}/rating']['post']['requestBody']
>['content']['application/json'];

export type RatingLevel = RatingBody['level'];
export type UnsatisfiedReason = NonNullable<RatingBody['reasons']>[number];

/** Where a report stands after something was done to it. */
export type Standing =
  paths['/api/citizen/reports/{code}/confirm']['post']['responses'][200]['content']['application/json'];

/** What a person does to a report after sending it. */
export type Deed =
  | { type: 'reply'; text: string }
  | { type: 'confirm' }
  | { type: 'reject' }
  | { type: 'rating'; level: RatingLevel; reasons: UnsatisfiedReason[] }
  | { type: 'objection' }
  | { type: 'withdraw' }
  | { type: 'follow' }
  | { type: 'unfollow' }
  | { type: 'publish'; publish: boolean };

export type DeedType = Deed['type'];

/**
 * Short words are as true tomorrow as today: they are kept on the phone and go by themselves when the network returns. The
 * others are decided in front of what the page shows, so a person presses again.
 */
const GOES_BY_ITSELF: ReadonlySet<DeedType> = new Set(['reply', 'confirm', 'reject', 'rating']);

export function goesByItself({ type }: Deed): boolean {
  return GOES_BY_ITSELF.has(type);
}

/** A deed on its way, as the phone keeps it. */
export interface KeptDeed {
  /** Made once per intent and kept until the deed is done: however often it is sent, it is done once. */
  key: string;
  code: string;
  deed: Deed;
  /** Epoch ms. */
  madeAt: number;
  /**
   * `waiting`: goes as soon as the network lets it. `failed`: the person decides whether to try again. `refused`: the service
   * will not do it, `problem` says why; shown until it was read.
   */
  state: 'waiting' | 'failed' | 'refused';
  problem: { status: number; code: string; detail: string } | null;
}

/** 128 random bits; `crypto.randomUUID` is younger than the WebViews we serve. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
