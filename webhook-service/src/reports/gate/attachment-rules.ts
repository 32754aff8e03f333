/** Third cause, "quên đính câu trả lời": the text speaks of something that did not come with it. */
import { type Finding, missing, satisfied } from './finding.ts';
import type { EvidenceFacts } from './judge-answer.ts';
import { attachmentsMentioned } from './text/attachments.ts';
import type { Reading } from './text/reading.ts';

export function judgeAttachments(reading: Reading, evidence: readonly EvidenceFacts[]): Finding[] {
  const mentioned = attachmentsMentioned(reading);
  const has = (kind: 'photo' | 'document') => evidence.some((piece) => piece.kind === kind);
  const attached = { photo: has('photo'), document: has('document'), anything: evidence.length > 0 };
  return [...mentioned].map((kind) => {
    const { rule, lacks, there } = ATTACHMENTS[kind];
    return attached[kind] ? satisfied(rule, 'not_attached', there) : missing(rule, 'not_attached', lacks);
  });
}

const ATTACHMENTS = {
  photo: {
    rule: 'photo_not_attached',
    lacks: 'Câu trả lời nói có ảnh kèm theo nhưng chưa có ảnh nào được đính. Xin đính ảnh, hoặc bỏ câu nói về ảnh.',
    there: 'Ảnh nói tới trong câu trả lời đã được đính.',
  },
  document: {
    rule: 'document_not_attached',
    lacks:
      'Câu trả lời nói có văn bản kèm theo nhưng chưa có tệp văn bản nào được đính. Xin đính tệp, hoặc bỏ câu nói về văn bản.',
    there: 'Văn bản nói tới trong câu trả lời đã được đính.',
  },
  anything: {
    rule: 'attachment_missing',
    lacks: 'Câu trả lời bảo người dân xem phần đính kèm nhưng chưa có gì được đính. Xin đính ảnh hoặc văn bản.',
    there: 'Đã có phần đính kèm như câu trả lời nói.',
  },
} as const;
