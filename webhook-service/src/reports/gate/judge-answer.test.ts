import { describe, expect, it } from 'vitest';
import { gateRefusalDetail, judgeAnswer } from './judge-answer.ts';
import { goodText, paper, photo, someFacts } from './testing/answers.ts';

describe('a verdict', () => {
  it('keeps the policy, every finding, and those that are not ok', () => {
    const verdict = judgeAnswer({ text: 'Đã xong.', evidence: [] }, someFacts());
    expect(verdict).toMatchObject({ ok: false, policyVersion: 'gate-2026-10' });
    expect(verdict.missing).toEqual(verdict.findings.filter((finding) => !finding.ok));
    expect(verdict.missing.map(({ rule }) => rule)).toEqual([
      'text_too_short',
      'no_what',
      'no_who',
      'no_when',
      'proof_missing',
    ]);
    expect(new Set(verdict.missing.map(({ cause }) => cause))).toEqual(new Set(['general', 'no_proof']));
  });

  it('is ok when nothing is missing', () => {
    expect(judgeAnswer({ text: goodText, evidence: [photo] }, someFacts())).toMatchObject({ ok: true, missing: [] });
  });

  it('does not change what it is given', () => {
    const draft = Object.freeze({ text: goodText, evidence: Object.freeze([photo, paper]) });
    expect(judgeAnswer(draft, Object.freeze(someFacts())).ok).toBe(true);
  });
});

describe('what an official is told', () => {
  const detail = (text: string, evidence = [photo]) => gateRefusalDetail(judgeAnswer({ text, evidence }, someFacts()));

  it('says that all is there', () => expect(detail(goodText)).toBe('Câu trả lời đủ điều kiện gửi cho người dân.'));

  it('is one sentence for one thing', () => {
    expect(detail(goodText, [])).toBe(
      'Chưa gửi được câu trả lời. Chưa có minh chứng được tính: xin đính ảnh chụp sau khi xử lý. Nếu không thể có, xin chọn một lý do trong danh sách và ghi rõ.',
    );
  });

  it('is a numbered list in one paragraph for more', () => {
    const said = detail(`${goodText} Biên bản đính kèm.`, []);
    expect(said).toMatch(
      /^Chưa gửi được câu trả lời, còn 2 điểm cần bổ sung: \(1\) Chưa có minh chứng.* \(2\) Câu trả lời nói có văn bản/u,
    );
    expect(said).not.toContain('\n');
    expect(said).toBe(said.normalize('NFC'));
  });
});
