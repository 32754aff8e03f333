/**
 * The evidence gate (DESIGN §6): an answer passes when its text is specific, its proof counts and nothing it mentions was forgotten. Built around
 * the three published causes of unsatisfactory answers (domain-hanoi P7). Pure: who asks gathers the facts (`gate-facts.ts`).
 */
import type { PriorityClass } from '../../../../db/seed/priority-policy.ts';
import { judgeAttachments } from './attachment-rules.ts';
import type { Finding } from './finding.ts';
import { judgeManners } from './manners-rules.ts';
import type { NoEvidenceReason } from './no-evidence.ts';
import { GATE_POLICY_VERSION } from './policy.ts';
import { judgeProof } from './proof-rules.ts';
import { judgeSpecifics } from './specifics-rules.ts';
import { read } from './text/reading.ts';

export type { Finding } from './finding.ts';
export { type NoEvidenceReason, noEvidenceReasons } from './no-evidence.ts';

export interface EvidenceFacts {
  id: number;
  kind: 'photo' | 'document';
  sha256: string;
  /** Null for documents. */
  fingerprint: string | null;
}

export interface AnswerDraft {
  text: string;
  evidence: readonly EvidenceFacts[];
  noEvidence?: { reason: NoEvidenceReason; note: string } | undefined;
}

export interface GateFacts {
  categoryCode: string | null;
  priorityClass: PriorityClass;
  /** The citizen's own words: an answer that merely repeats them is no answer. */
  reportText: string;
  reportPhotos: readonly { sha256: string; fingerprint: string | null }[];
  earlierEvidence: readonly { sha256: string; fingerprint: string | null; ofThisReport: boolean }[];
  /** Earlier answers to compare with: of this report (any round) and recent ones of the same agency. */
  earlierAnswers: readonly { text: string; ofThisReport: boolean }[];
  /** Bodies with placeholders in braces. */
  standardTexts: readonly string[];
  agencyName: string;
  answeredAt: Date;
}

export type Verdict = {
  ok: boolean;
  policyVersion: string;
  findings: Finding[];
  /** The findings that are not ok. */
  missing: Finding[];
};

/** Judges an answer by every rule, so that whoever wrote it learns of everything that is missing at once. */
export function judgeAnswer(draft: AnswerDraft, facts: GateFacts): Verdict {
  const reading = read(draft.text);
  const findings = [
    ...judgeSpecifics(reading, facts),
    ...judgeManners(reading),
    ...judgeProof(draft, facts, reading),
    ...judgeAttachments(reading, draft.evidence),
  ];
  const missing = findings.filter((finding) => !finding.ok);
  return { ok: missing.length === 0, policyVersion: GATE_POLICY_VERSION, findings, missing };
}

/** One Vietnamese paragraph that lists exactly what is missing: for the API's problem detail and the official's chat. */
export function gateRefusalDetail({ missing }: Verdict): string {
  if (missing.length === 0) return 'Câu trả lời đủ điều kiện gửi cho người dân.';
  if (missing.length === 1) return `Chưa gửi được câu trả lời. ${missing[0]?.text ?? ''}`;
  const list = missing.map((finding, i) => `(${i + 1}) ${finding.text}`).join(' ');
  return `Chưa gửi được câu trả lời, còn ${missing.length} điểm cần bổ sung: ${list}`;
}
