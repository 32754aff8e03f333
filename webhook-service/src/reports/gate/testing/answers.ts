import { type AnswerDraft, type EvidenceFacts, type Finding, type GateFacts, judgeAnswer } from '../judge-answer.ts';
import { ANSWERED_AT } from './read-samples.ts';

/** An answer with nothing wrong: who, what, when. */
export const goodText =
  'Sáng 12/10/2026, tổ hạ tầng phường đã vá ổ gà trước số 12 bằng bê tông nhựa, mặt đường bằng phẳng trở lại.';
export const photo: EvidenceFacts = { id: 1, kind: 'photo', sha256: 'after', fingerprint: null };
export const paper: EvidenceFacts = { id: 2, kind: 'document', sha256: 'paper', fingerprint: null };

/** A pothole of UBND phường Láng, answered on 12/10/2026. */
export function someFacts(over: Partial<GateFacts> = {}): GateFacts {
  return {
    categoryCode: 'GT-01',
    priorityClass: 'normal',
    reportText: 'ổ gà to trước số 12',
    reportPhotos: [],
    earlierEvidence: [],
    earlierAnswers: [],
    standardTexts: [],
    agencyName: 'UBND phường Láng',
    answeredAt: ANSWERED_AT,
    ...over,
  };
}

interface Given extends Partial<AnswerDraft> {
  facts?: Partial<GateFacts>;
}

/** All findings about the good answer, changed as given. */
export function findingsOn({ facts, ...draft }: Given): Finding[] {
  return judgeAnswer({ text: goodText, evidence: [photo], ...draft }, someFacts(facts)).findings;
}

/** The rules that refuse it. */
export function refusedBy(given: Given): string[] {
  return findingsOn(given)
    .filter((finding) => !finding.ok)
    .map((finding) => finding.rule);
}

/** What is said under a rule; undefined when the rule says nothing. */
export function textOf(rule: string, given: Given): string | undefined {
  return findingsOn(given).find((finding) => finding.rule === rule)?.text;
}
