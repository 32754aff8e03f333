import { describe, expect, it } from 'vitest';
import { categories } from '../../../../db/seed/categories.ts';
import { isNoEvidenceReason, noEvidenceReasons } from './no-evidence.ts';
import { fewestWords, GATE_POLICY_VERSION, proofPolicy } from './policy.ts';

describe('what proves an answer', () => {
  const kinds = (proof: string) =>
    categories.filter(({ code }) => proofPolicy(code).proof === proof).map(({ code }) => code);

  it('is a photo where something was repaired, cleared or planted', () => {
    expect(kinds('photo')).toEqual([
      'GT-01',
      'GT-02',
      'GT-04',
      'GT-05',
      'GT-10',
      'DT-01',
      'DT-02',
      'DT-03',
      'DT-04',
      'DT-06',
      'MT-01',
      'MT-02',
      'MT-08',
      'TN-01',
      'TN-02',
      'TN-03',
      'TN-04',
      'CX-01',
      'CX-02',
      'CX-04',
      'CX-05',
      'CS-01',
      'CS-03',
      'NS-03',
      'PC-04',
      'XD-03',
      'GD-05',
      'DL-02',
      'DL-04',
      'NN-01',
    ]);
  });

  it('is a document where something was decided', () => {
    expect(kinds('document')).toEqual([
      'CS-05',
      'NS-04',
      'XD-05',
      'DD-02',
      'DD-03',
      'YT-02',
      'YT-04',
      'GD-01',
      'GD-02',
      'GD-04',
      'AS-01',
      'AS-02',
      'AS-03',
      'AS-05',
      'DV-01',
      'DV-02',
      'DV-03',
      'DV-04',
      'DV-05',
    ]);
  });

  it('is strict, with two reasons only, without category, for "Khác" and for codes nobody thought of', () => {
    const strict = { proof: 'either', reasons: ['personal_data', 'security_or_secrecy'] };
    for (const code of [null, 'KH-01', 'OS-03', 'ZZ-01', 'ZZ']) expect(proofPolicy(code)).toEqual(strict);
  });

  it('excuses an inspection without a find only where there may be nothing to photograph', () => {
    expect(proofPolicy('MT-06').reasons).toEqual([
      'inspected_nothing_found',
      'not_solved_yet',
      'private_premises',
      'personal_data',
      'security_or_secrecy',
      'unsafe_to_record',
      'belongs_to_other_procedure',
    ]);
    expect(proofPolicy('GT-01').reasons).toEqual([
      'not_solved_yet',
      'private_premises',
      'security_or_secrecy',
      'unsafe_to_record',
    ]);
    expect(proofPolicy('DV-04').reasons).toEqual([
      'not_solved_yet',
      'personal_data',
      'security_or_secrecy',
      'explained_by_rule',
      'belongs_to_other_procedure',
    ]);
  });

  it('has a version and a measure of words for every class', () => {
    expect(GATE_POLICY_VERSION).toBe('gate-2026-10');
    expect(fewestWords).toEqual({ emergency: 10, urgent: 12, normal: 14, complex: 24, none: 14 });
  });
});

describe('the closed list of reasons', () => {
  it('is spelled out for people, and closed', () => {
    for (const [code, name] of Object.entries(noEvidenceReasons)) {
      expect(isNoEvidenceReason(code)).toBe(true);
      expect(name).toBe(name.normalize('NFC'));
      expect(name).toMatch(/^\p{Lu}[^.]{20,}$/u);
    }
    expect(isNoEvidenceReason('because')).toBe(false);
    expect(isNoEvidenceReason('toString')).toBe(false);
  });
});
