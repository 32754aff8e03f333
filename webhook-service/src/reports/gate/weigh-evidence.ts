import type { EvidenceFacts, GateFacts } from './judge-answer.ts';
import { type Prepared, prepare } from './likeness/prepare.ts';
import { preparedAlike } from './photo-likeness.ts';

export interface Weighed {
  piece: EvidenceFacts;
  kind: 'photo' | 'document';
  /** Null when it counts. */
  why: Why | null;
}

export interface Why {
  rule: string;
  text: (piece: EvidenceFacts) => string;
}

/**
 * Which pieces count: a photo equal or near-equal to one of the report, of earlier evidence or before it in the same answer does not, nor a document
 * with bytes that were sent before.
 */
export function weighEvidence(evidence: readonly EvidenceFacts[], facts: GateFacts): Weighed[] {
  const prepared = preparing();
  const known: { sha256: string; fingerprint: string | null; why: Why }[] = [
    ...facts.reportPhotos.map((photo) => ({ ...photo, why: WHY.report })),
    ...facts.earlierEvidence.map((piece) => ({ ...piece, why: piece.ofThisReport ? WHY.earlier : WHY.elsewhere })),
  ];
  return evidence.map((piece) => {
    const twin = known.find((other) => isSame(piece, other, prepared));
    known.push({ ...piece, why: WHY.twice });
    return { piece, kind: piece.kind, why: twin?.why ?? null };
  });
}

type Print = Pick<EvidenceFacts, 'sha256' | 'fingerprint'>;

function isSame(one: Print, other: Print, prepared: (fingerprint: string) => Prepared | null): boolean {
  if (one.sha256 === other.sha256) return true;
  if (one.fingerprint === null || other.fingerprint === null) return false;
  if (one.fingerprint === other.fingerprint) return true;
  const [a, b] = [prepared(one.fingerprint), prepared(other.fingerprint)];
  return a !== null && b !== null && preparedAlike(a, b);
}

/** Each fingerprint is made ready once per judgement. */
function preparing(): (fingerprint: string) => Prepared | null {
  const ready = new Map<string, Prepared | null>();
  return (fingerprint) => {
    const known = ready.get(fingerprint);
    if (known !== undefined) return known;
    const made = prepare(fingerprint);
    ready.set(fingerprint, made);
    return made;
  };
}

const name = ({ id, kind }: EvidenceFacts) => `${kind === 'photo' ? 'Ảnh' : 'Văn bản'} số ${id}`;
const WHY = {
  report: {
    rule: 'photo_of_report',
    text: (piece) =>
      `${name(piece)} trùng với ảnh người dân gửi trong phản ánh nên không được tính; xin chụp ảnh mới sau khi xử lý.`,
  },
  earlier: {
    rule: 'evidence_of_earlier_answer',
    text: (piece) =>
      `${name(piece)} đã dùng ở lần trả lời trước của phản ánh này nên không được tính; xin gửi minh chứng mới.`,
  },
  elsewhere: {
    rule: 'evidence_of_other_report',
    text: (piece) =>
      `${name(piece)} đã dùng cho một phản ánh khác nên không được tính; xin gửi minh chứng của chính vụ việc này.`,
  },
  twice: {
    rule: 'evidence_twice',
    text: (piece) => `${name(piece)} lặp lại một tệp khác trong cùng câu trả lời nên chỉ được tính một lần.`,
  },
} as const satisfies Record<string, Why>;
