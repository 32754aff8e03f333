import type { Tx } from '../../../../db/client.ts';
import type { ReceiveDeps } from '../../reports/intake/receive-report.ts';
import type { Whereabouts } from '../../routing/assess.ts';
import type { Citizen } from '../citizens.ts';
import type { Draft } from './drafts.ts';
import type { DraftReading } from './read-draft.ts';

/** A draft whose burst is over, and what is needed to decide where it belongs. */
export interface Intake {
  tx: Tx;
  draft: Draft;
  citizen: Citizen;
  reading: DraftReading;
  now: Date;
  receiveDeps: ReceiveDeps;
}

export function whereOf(reading: DraftReading): Whereabouts {
  return { pin: reading.place?.pin ?? null, named: reading.place?.ward ?? null };
}
