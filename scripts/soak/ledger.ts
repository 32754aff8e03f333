/** What the citizens did, written down outside the service: the other side of the account at the end. */
export interface Ledger {
  bursts: Burst[];
  /** Sentences somebody must have heard, and how often exactly. */
  expectations: Expectation[];
  /** Stories by how they ended. */
  stories: Map<string, { begun: number; ended: number }>;
}

/** One report as it was sent. */
export interface Burst {
  citizenId: string;
  /** Words that occur in no other report. */
  marker: string;
  photos: number;
  /** The citizen took it back before it was a report, or while it was one. */
  cancelled: boolean;
}

export interface Expectation {
  citizenId: string;
  what: string;
  pattern: RegExp;
  /** How often exactly, when all is over. */
  times: number;
}

export function newLedger(): Ledger {
  return { bursts: [], expectations: [], stories: new Map() };
}

export async function told(ledger: Ledger, name: string, story: () => Promise<boolean>): Promise<void> {
  const entry = ledger.stories.get(name) ?? { begun: 0, ended: 0 };
  ledger.stories.set(name, entry);
  entry.begun += 1;
  if (await story()) entry.ended += 1;
}
