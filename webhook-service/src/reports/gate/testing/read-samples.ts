import { category } from '../../../../../db/seed/categories.ts';
import type { AnswerDraft, EvidenceFacts, GateFacts } from '../judge-answer.ts';
import { isNoEvidenceReason } from '../no-evidence.ts';

export interface SampleAnswer {
  draft: AnswerDraft;
  facts: GateFacts;
}

export interface BadAnswer extends SampleAnswer {
  /** At least this rule must be among the missing ones. */
  rule: string;
}

/** When every sample is answered: Monday 12/10/2026, 16:30 in Hà Nội. */
export const ANSWERED_AT = new Date('2026-10-12T09:30:00Z');

/** One a line: category | agency | proof | report | answer. Proof: photo, document, both, none, or `reason: note`. */
export function readGoodAnswers(lines: string): SampleAnswer[] {
  return linesOf(lines).map(sample);
}

/** The same with the rule that must refuse it in front. */
export function readBadAnswers(lines: string): BadAnswer[] {
  return linesOf(lines).map(([rule = '', ...fields]) => ({ rule, ...sample(fields) }));
}

const linesOf = (lines: string) =>
  lines
    .split('\n')
    .filter((line) => line.includes(' | '))
    .map((line) => line.split(' | ').map((field) => field.replace(/ \|$/u, '').trim()));

function sample([categoryCode = '', agencyName = '', proof = '', reportText = '', text = '']: string[]): SampleAnswer {
  const known = category(categoryCode);
  if (!known) throw new Error(`no such category: ${categoryCode}`);
  return {
    draft: { text, ...proofOf(proof) },
    facts: {
      categoryCode,
      priorityClass: known.priority,
      reportText,
      reportPhotos: [],
      earlierEvidence: [],
      earlierAnswers: [],
      standardTexts: [],
      agencyName,
      answeredAt: ANSWERED_AT,
    },
  };
}

const photo: EvidenceFacts = { id: 1, kind: 'photo', sha256: 'a1', fingerprint: null };
const paper: EvidenceFacts = { id: 2, kind: 'document', sha256: 'b2', fingerprint: null };

function proofOf(proof: string): Pick<AnswerDraft, 'evidence' | 'noEvidence'> {
  const pieces = { photo: [photo], document: [paper], both: [photo, paper], none: [] }[proof];
  if (pieces) return { evidence: pieces };
  const [reason = '', note = ''] = proof.split(/: (.*)/su);
  if (!isNoEvidenceReason(reason)) throw new Error(`no such proof: ${proof}`);
  return { evidence: [], noEvidence: { reason, note } };
}
