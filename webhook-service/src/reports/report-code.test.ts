import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newReportCode, parseReportCode, REPORT_CODE_ALPHABET } from './report-code.ts';

const SYMBOLS = [...REPORT_CODE_ALPHABET];
const POSITIONS = [0, 1, 2, 3, 4, 5, 6, 7];
const reportCodes = fc.constantFrom(...Array.from({ length: 1000 }, () => newReportCode(randomBytes)));
const isCode = (body: string) => parseReportCode(body).ok;

describe('the alphabet', () => {
  it('is a prime number of different symbols, which the check needs', () => {
    expect(new Set(SYMBOLS).size).toBe(19);
    expect(REPORT_CODE_ALPHABET).toHaveLength(19);
  });

  it.each([
    ['look alike', '0ODQ 1IL 2Z 5S 6G 8B UV VW NM'],
    ['sound alike in Vietnamese', 'BPĐ DGJR CKQ IY SX LN MN'],
  ])('has at most one of letters that %s', (_, groups) => {
    for (const group of groups.split(' ')) {
      expect([...group].filter((symbol) => SYMBOLS.includes(symbol)).length, group).toBeLessThanOrEqual(1);
    }
  });

  it('has nothing a Telex or VNI keyboard turns into another letter', () => {
    expect(SYMBOLS.filter((symbol) => 'AEIOUYWD'.includes(symbol))).toEqual([]);
  });
});

describe('the check symbol catches', () => {
  it('every single wrong symbol: each position, each pair of symbols', () => {
    for (const position of POSITIONS) {
      for (const right of SYMBOLS) {
        const body = codeWith(new Map([[position, right]]));
        for (const wrong of SYMBOLS) expect(isCode(replaced(body, position, wrong))).toBe(wrong === right);
      }
    }
  });

  it('every swap of any two symbols, neighbours or not: each pair of positions, each pair of symbols', () => {
    const missed: string[] = [];
    for (const [i, j] of pairsOfPositions()) {
      for (const [a, b] of pairsOfSymbols()) {
        const body = codeWith(
          new Map([
            [i, a],
            [j, b],
          ]),
        );
        if (isCode(replaced(replaced(body, i, b), j, a))) missed.push(body);
      }
    }
    expect(missed).toEqual([]);
  });

  it('every twin error, the same wrong symbol twice: each pair of positions, each pair of symbols', () => {
    const missed: string[] = [];
    for (const [i, j] of pairsOfPositions()) {
      for (const [a, b] of pairsOfSymbols()) {
        const body = codeWith(
          new Map([
            [i, a],
            [j, a],
          ]),
        );
        if (isCode(replaced(replaced(body, i, b), j, b))) missed.push(body);
      }
    }
    expect(missed).toEqual([]);
  });

  it('the same in random codes, whatever stands around', () => {
    const positions = fc.integer({ min: 0, max: 7 });
    fc.assert(
      fc.property(reportCodes, positions, positions, fc.constantFrom(...SYMBOLS), (code, i, j, symbol) => {
        const body = code.slice(3);
        const swapped = replaced(replaced(body, i, body.charAt(j)), j, body.charAt(i));
        expect(isCode(swapped)).toBe(swapped === body);
        expect(isCode(replaced(body, i, symbol))).toBe(symbol === body.charAt(i));
      }),
      { numRuns: 2000 },
    );
  });

  it('18 of 19 random strings', () => {
    const strings = fc.sample(fc.array(fc.constantFrom(...SYMBOLS), { minLength: 8, maxLength: 8 }), {
      numRuns: 20_000,
      seed: 7,
    });
    const share = strings.filter((symbols) => isCode(symbols.join(''))).length / strings.length;

    expect(share).toBeGreaterThan(0.045);
    expect(share).toBeLessThan(0.06);
  });
});

describe('newReportCode', () => {
  it('gives codes that parse to themselves, with a letter and a digit, and differ', () => {
    const codes = Array.from({ length: 2000 }, () => newReportCode(randomBytes));

    for (const code of codes) {
      expect(code).toMatch(/^HN-(?=.*\d)(?=.*[FHKMPRTVX])[0-9FHKMPRTVX]{8}$/);
      expect(parseReportCode(code)).toEqual({ ok: true, code });
    }
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('draws every symbol equally often at every free position: 13 bytes each, 9 bytes drawn again', () => {
    for (const position of [0, 1, 2, 3, 4, 5, 6]) {
      const counts = new Map<string, number>();
      for (let byte = 0; byte < 256; byte++) {
        const first = [1, 11, 2, 12, 3, 13, 4];
        first[position] = byte;
        // The second draw is told apart by its first two symbols, which the first draw never has together.
        const code = newReportCode(inTurn([first, [18, 18, 18, 1, 18, 18, 18]]));
        const symbol = code.startsWith('HN-XXX') ? 'again' : code.charAt(3 + position);
        counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
      }
      expect(counts.get('again')).toBe(9);
      expect(SYMBOLS.map((symbol) => counts.get(symbol))).toEqual(SYMBOLS.map(() => 13));
    }
  });

  it('draws again when a code would have no letter or no digit', () => {
    const digitsOnly = [1, 2, 3, 4, 5, 6, 7];
    const code = newReportCode(inTurn([digitsOnly, [10, 11, 12, 13, 14, 15, 16], [0, 10, 0, 10, 0, 10, 0]]));

    expect(code).toMatch(/\d/);
    expect(code).toMatch(/[FHKMPRTVX].*$/);
  });

  it.each([
    ['only biased bytes', () => new Uint8Array(7).fill(255)],
    ['too few bytes', () => new Uint8Array(3)],
  ])('gives up on a source of %s', (_, source) => {
    expect(() => newReportCode(source)).toThrow(/random source/);
  });
});

describe('parseReportCode', () => {
  const [code, body] = ['HN-7K3MR4T5', '7K3MR4T5'];

  it('knows the code these examples use', () => {
    expect(parseReportCode(code)).toEqual({ ok: true, code });
  });

  it.each([
    'hn-7k3mr4t5',
    'HN7K3MR4T5',
    'hn 7k3m r4t5',
    '  HN - 7K3M - R4T5 ',
    'hn.7k3m.r4t5',
    'HN–7K3M–R4T5',
    'HN:7K3MR4T5',
    '#HN-7K3MR4T5',
    body,
    '7k3m r4t5',
    'ＨＮ－７Ｋ３ＭＲ４Ｔ５',
    'h n 7 k 3 m r 4 t 5',
    'HN_7K3MR4T5',
    'HN-7K3MR4TS',
    'HN-7C3MR4T5',
  ])('reads %j', (text) => {
    expect(parseReportCode(text)).toEqual({ ok: true, code });
  });

  it.each([
    '',
    'HN',
    'HN-7K3MR4T',
    'HN-7K3MR4T55',
    'HN-7K3MR4TÁ',
    'HN-7K3MR4TA',
    'HN-12345678',
    'HN-FHKMPRTV',
    'xin chào',
    '0912345678',
  ])('%j has not the shape of a code', (text) => {
    expect(parseReportCode(text)).toEqual({ ok: false, reason: 'format' });
  });

  it.each(['HN-7K3MR4T6', 'HN-7K3MR45T', 'HN-K73MR4T5', 'HN-BSBSBS11'])('%j is mistyped', (text) => {
    expect(parseReportCode(text)).toEqual({ ok: false, reason: 'check' });
  });

  it('reads any code in any case and grouping', () => {
    const gaps = fc.array(fc.constantFrom('', '', ' ', '-', '.'), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(reportCodes, gaps, fc.boolean(), fc.boolean(), (code, gaps, lower, bare) => {
        const typed = `${bare ? '' : 'HN'}${[...code.slice(3)].map((symbol, index) => gaps[index] + symbol).join('')}`;
        expect(parseReportCode(lower ? typed.toLowerCase() : typed)).toEqual({ ok: true, code });
      }),
    );
  });

  it('reads a look-alike letter for a digit or letter, wherever one stands', () => {
    const typedAs: Record<string, string[]> = {
      ...{ 0: ['O'], 1: ['I', 'L'], 2: ['Z'], 5: ['S'], 6: ['G'], 8: ['B'], P: ['B'], X: ['S'], V: ['U'], K: ['C'] },
    };
    fc.assert(
      fc.property(reportCodes, (code) => {
        POSITIONS.forEach((position) => {
          for (const letter of typedAs[code.charAt(3 + position)] ?? []) {
            expect(parseReportCode(replaced(code, 3 + position, letter))).toEqual({ ok: true, code });
          }
        });
      }),
    );
  });

  it('never answers with a code that is not canonical and valid', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9A-Z]{8}$/)), (text) => {
        const reading = parseReportCode(text);
        if (reading.ok) expect(parseReportCode(reading.code)).toEqual(reading);
      }),
      { numRuns: 1000 },
    );
  });
});

/** The eight symbols of some valid code with these symbols at these positions. */
function codeWith(wanted: Map<number, string>): string {
  const [free = 0, other = 0] = POSITIONS.filter((position) => !wanted.has(position));
  const start = [...'1F1F1F1F'].map((symbol, position) => wanted.get(position) ?? symbol).join('');
  for (const filler of SYMBOLS) {
    for (const second of SYMBOLS) {
      const body = replaced(replaced(start, free, filler), other, second);
      if (isCode(body)) return body;
    }
  }
  throw new Error('no valid code with these symbols');
}

function replaced(text: string, position: number, symbol: string): string {
  return text.slice(0, position) + symbol + text.slice(position + 1);
}

function pairsOfPositions(): [number, number][] {
  return POSITIONS.flatMap((i) => POSITIONS.filter((j) => j > i).map((j): [number, number] => [i, j]));
}

function pairsOfSymbols(): [string, string][] {
  return SYMBOLS.flatMap((a) => SYMBOLS.filter((b) => b !== a).map((b): [string, string] => [a, b]));
}

/** A random source that gives these draws, then the last one for ever. */
function inTurn(draws: number[][]): () => Uint8Array {
  let turn = 0;
  return () => Uint8Array.from(draws[Math.min(turn++, draws.length - 1)] ?? []);
}
