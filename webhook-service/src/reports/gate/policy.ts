/**
 * What counts as proof, by category: derived from the 113 categories of `db/seed/data/categories.json`, ours and not law (domain-hanoi §2.2,
 * P7). A change of anything in the gate that could change a verdict gets a new version; every verdict keeps the one it was made by.
 */
import type { PriorityClass } from '../../../../db/seed/priority-policy.ts';
import type { NoEvidenceReason } from './no-evidence.ts';

export const GATE_POLICY_VERSION = 'gate-2026-10';

export interface ProofPolicy {
  /** `photo`: what was repaired can be seen, paper does not replace it. `document`: what was decided can be read. `either`: one of both. */
  proof: 'photo' | 'document' | 'either';
  /** Reasons of the closed list that stand for proof here. */
  reasons: readonly NoEvidenceReason[];
}

/** The policy of a category; the strict one for a report without category and for categories nobody has thought about. */
export function proofPolicy(categoryCode: string | null): ProofPolicy {
  if (categoryCode === null) return STRICT;
  const kind = CATEGORIES[categoryCode] ?? GROUPS[categoryCode.slice(0, categoryCode.indexOf('-'))];
  return kind === undefined ? STRICT : POLICIES[kind];
}

/** Fewest words of an answer, greetings left out: who, when and what do not fit in fewer; an emergency is told briefly. */
export const fewestWords: Readonly<Record<PriorityClass, number>> = {
  emergency: 10,
  urgent: 12,
  normal: 14,
  complex: 24,
  none: 14,
};

/** Fewest words of the note beside a reason of the closed list. */
export const FEWEST_NOTE_WORDS = 8;

const STRICT: ProofPolicy = { proof: 'either', reasons: ['personal_data', 'security_or_secrecy'] };

const POLICIES = {
  /** Something broken, dirty or in the way: there is always something to photograph afterwards. */
  repair: {
    proof: 'photo',
    reasons: ['not_solved_yet', 'private_premises', 'security_or_secrecy', 'unsafe_to_record'],
  },
  /** Something that comes and goes, or was inspected: noise, smoke, traffic, order, food. */
  observed: {
    proof: 'either',
    reasons: [
      'inspected_nothing_found',
      'not_solved_yet',
      'private_premises',
      'personal_data',
      'security_or_secrecy',
      'unsafe_to_record',
      'belongs_to_other_procedure',
    ],
  },
  /** Files, fees, benefits, conduct: what was decided stands on paper. */
  paper: {
    proof: 'document',
    reasons: [
      'not_solved_yet',
      'personal_data',
      'security_or_secrecy',
      'explained_by_rule',
      'belongs_to_other_procedure',
    ],
  },
} as const satisfies Record<string, ProofPolicy>;

type Kind = keyof typeof POLICIES;

const GROUPS: Readonly<Record<string, Kind>> = {
  GT: 'repair',
  DT: 'repair',
  MT: 'observed',
  TN: 'repair',
  CX: 'repair',
  CS: 'repair',
  NS: 'repair',
  AN: 'observed',
  PC: 'observed',
  XD: 'observed',
  DD: 'paper',
  TP: 'observed',
  YT: 'paper',
  GD: 'paper',
  AS: 'paper',
  DL: 'observed',
  TM: 'observed',
  DV: 'paper',
  VT: 'observed',
  NN: 'observed',
};

/** Categories unlike their group. */
const CATEGORIES: Readonly<Record<string, Kind>> = {
  'GT-03': 'observed',
  'GT-06': 'observed',
  'GT-07': 'observed',
  'GT-08': 'observed',
  'GT-09': 'observed',
  'GT-11': 'observed',
  'GT-12': 'observed',
  'DT-05': 'observed',
  'MT-01': 'repair',
  'MT-02': 'repair',
  'MT-08': 'repair',
  'CX-03': 'observed',
  'CS-02': 'observed',
  'CS-04': 'observed',
  'CS-05': 'paper',
  'NS-01': 'observed',
  'NS-02': 'observed',
  'NS-04': 'paper',
  'PC-04': 'repair',
  'XD-03': 'repair',
  'XD-05': 'paper',
  'DD-01': 'observed',
  'YT-01': 'observed',
  'YT-03': 'observed',
  'YT-05': 'observed',
  'GD-03': 'observed',
  'GD-05': 'repair',
  'AS-04': 'observed',
  'DL-02': 'repair',
  'DL-04': 'repair',
  'TM-02': 'observed',
  'VT-03': 'observed',
  'NN-01': 'repair',
};
