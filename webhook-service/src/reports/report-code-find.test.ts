import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findReportCode, newReportCode } from './report-code.ts';

const code = 'HN-7K3MR4T5';
const reportCodes = fc.constantFrom(...Array.from({ length: 500 }, () => newReportCode(randomBytes)));
const samples = readFileSync(new URL('../../../db/seed/data/sample-reports.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { text: string }).text);

describe('finds the code in', () => {
  it.each([
    'tra cứu HN-7K3M R4T5 giúp tôi',
    'hn 7k3mr4t5',
    'HN-7K3MR4T5 chưa xong',
    'cho hỏi hn7k3mr4t5 tới đâu rồi ạ?',
    'Mã (HN-7K3MR4T5).',
    'mã là: hn – 7k3m–r4t5, cảm ơn',
    'https://example.vn/tra-cuu/HN-7K3MR4T5?x=1',
    'hn 7 k 3 m r 4 t 5 nhé',
    'HN 7K 3M R4 T5',
    'Hà Nội, HN, hn-7k3mr4t5',
    'HN-7K3MR4T5 và HN-8PK5XV05',
    'mã sai HN-7K3MR4T9, mã đúng HN-7K3MR4T5',
  ])('%j', (sentence) => {
    expect(findReportCode(sentence)).toEqual({ ok: true, code });
  });

  it('any sentence, however the code is grouped', () => {
    const groupings = fc.constantFrom(
      (body: string) => body,
      (body: string) => `${body.slice(0, 4)} ${body.slice(4)}`,
      (body: string) => `${body.slice(0, 4)}-${body.slice(4)}`,
      (body: string) => [...body].join(' '),
      (body: string) => `${body.slice(0, 2)} ${body.slice(2, 5)} ${body.slice(5)}`,
    );
    const prefixes = fc.constantFrom('HN-', 'hn-', 'HN ', 'hn', 'Hn: ', 'HN - ', '#hn-');
    const texts = fc.constantFrom('', ...samples);
    fc.assert(
      fc.property(reportCodes, groupings, prefixes, texts, texts, (code, group, prefix, before, after) => {
        expect(findReportCode(`${before} ${prefix}${group(code.slice(3))} ${after}`)).toEqual({ ok: true, code });
      }),
      { numRuns: 300 },
    );
  });
});

describe('says a code is mistyped in', () => {
  it.each(['HN-7K3MR4T9 xong chưa', 'tra cứu hn 7k3m r495', 'HN-K73MR4T5'])('%j', (sentence) => {
    expect(findReportCode(sentence)).toEqual({ ok: false, reason: 'check' });
  });
});

describe('takes for no code', () => {
  it.each([
    '',
    'xin chào',
    '7K3MR4T5',
    'XHN-7K3MR4T5',
    'ĐHN-7K3MR4T5',
    'HN-7K3MR4T59',
    'HN-7K3MR4T5Á',
    'ở HN 0912345678 gọi giúp',
    'HN: 091 234 56 78',
    'hn 024.1022',
    'HN 84912345678',
    'HN 12345678',
    'HN 2026-1013 lúc 9h',
    'HN 13/10/2026',
    'em ở HN trước 5 tru so to',
    'hn khi troi mua',
    'nhà HN số 5 phố Lò Đúc',
    'biển số HN 30K-123.45',
    'xe HN 29H-123.45 đỗ vỉa hè',
    'hn 29-h1 1234',
    'HN 30M12345',
    'HN BIGBOSSI karaoke',
  ])('%j', (sentence) => {
    expect(findReportCode(sentence)).toEqual({ ok: false, reason: 'format' });
  });

  it('any of the sample reports, nor any of them after "HN"', () => {
    expect(samples.length).toBeGreaterThan(500);
    for (const text of samples) {
      const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');
      for (const words of [text, `HN ${text}`, `hn ${plain}`, plain.replace(/ /g, ' hn ')]) {
        expect(findReportCode(words), words).toEqual({ ok: false, reason: 'format' });
      }
    }
  });

  it('any number plate of Hà Nội', () => {
    const plates = fc.stringMatching(/^(29|3[0-3]|40)[-]?[A-Z][0-9A-Z]?[- ]?[0-9]{3}[.]?[0-9]{1,2}$/);
    fc.assert(
      fc.property(fc.constantFrom('HN ', 'hn-', 'xe HN: '), plates, (prefix, plate) => {
        expect(findReportCode(`${prefix}${plate} đỗ sai`)).toEqual({ ok: false, reason: 'format' });
      }),
      { numRuns: 1000 },
    );
  });

  it('any number, however it is grouped', () => {
    const numbers = fc.array(fc.tuple(fc.integer({ min: 0, max: 99_999 }), fc.constantFrom('', ' ', '.', '-')), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(fc.constantFrom('HN', 'hn ', 'HN-'), numbers, (prefix, groups) => {
        const text = prefix + groups.flat().join('');
        expect(findReportCode(text)).toEqual({ ok: false, reason: 'format' });
      }),
      { numRuns: 500 },
    );
  });
});
