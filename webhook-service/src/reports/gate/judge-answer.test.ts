import { describe, expect, it } from 'vitest';
import { gateRefusalDetail, judgeAnswer } from './judge-answer.ts';
import { goodText, paper, photo, someFacts } from './testing/answers.ts';
import { badAnswers, goodAnswers } from './testing/sample-answers.ts';

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

describe('each rule belongs to one of the three published causes', () => {
  const seen = { sha256: 'after', fingerprint: null };
  const note = 'Kiểm tra ba tối liền tại ngõ 192 không nghe tiếng loa nên không chụp được gì.';
  const reasons = (['inspected_nothing_found', 'not_solved_yet'] as const).map((reason) => ({ reason, note }));
  const verdicts = [
    ...[...badAnswers, ...goodAnswers].map(({ draft, facts }) => judgeAnswer(draft, facts)),
    judgeAnswer(
      { text: goodText, evidence: [photo] },
      someFacts({ earlierEvidence: [{ ...seen, ofThisReport: true }] }),
    ),
    judgeAnswer(
      { text: goodText, evidence: [photo] },
      someFacts({ earlierEvidence: [{ ...seen, ofThisReport: false }] }),
    ),
    judgeAnswer(
      { text: goodText, evidence: [photo, paper] },
      someFacts({ reportPhotos: [{ ...seen, sha256: 'paper' }] }),
    ),
    judgeAnswer({ text: goodText, evidence: [photo, photo] }, someFacts()),
    judgeAnswer({ text: goodText, evidence: [photo] }, someFacts({ reportPhotos: [seen] })),
    ...reasons.flatMap((noEvidence) =>
      ['MT-06', 'GT-01'].map((categoryCode) =>
        judgeAnswer({ text: goodText, evidence: [], noEvidence }, someFacts({ categoryCode })),
      ),
    ),
    judgeAnswer({ text: `${goodText} Chi tiết đính kèm.`, evidence: [] }, someFacts()),
    judgeAnswer({ text: goodText, evidence: [photo] }, someFacts({ standardTexts: [goodText], reportText: goodText })),
    ...[true, false].map((ofThisReport) =>
      judgeAnswer(
        { text: goodText, evidence: [photo] },
        someFacts({ earlierAnswers: [{ text: goodText, ofThisReport }] }),
      ),
    ),
  ];

  it('whether it is met or not', () => {
    const causes = new Map<string, Set<string>>();
    for (const { rule, cause } of verdicts.flatMap(({ findings }) => findings))
      causes.set(cause, (causes.get(cause) ?? new Set()).add(rule));
    expect(Object.fromEntries([...causes].map(([cause, rules]) => [cause, [...rules].sort()]))).toEqual({
      general: [
        'accusation',
        'blame',
        'copy_of_other_answer',
        'copy_of_own_answer',
        'filler_only',
        'no_what',
        'no_when',
        'no_who',
        'open_promise',
        'personal_data',
        'placeholder_left',
        'repeats_report',
        'template_only',
        'text_too_short',
        'third_person_named',
      ],
      no_proof: [
        'document_needed',
        'evidence_of_earlier_answer',
        'evidence_of_other_report',
        'evidence_twice',
        'photo_needed',
        'photo_of_report',
        'proof_missing',
        'reason_not_for_category',
        'reason_note_too_general',
        'reason_without_promise',
      ],
      not_attached: [
        'attachment_missing',
        'document_not_attached',
        'photo_not_attached',
        'text_empty',
        'text_only_points',
      ],
    });
  });
});
