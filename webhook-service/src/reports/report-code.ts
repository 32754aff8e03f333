/**
 * Report code (mã phản ánh): `HN-` and eight symbols, the last one a check symbol, e.g. `HN-7K3MR4T5`.
 *
 * **Alphabet: 19 symbols, ten digits and nine consonants.** Digits are the safest thing to dictate, so wherever a letter
 * looks like a digit the letter went: 0/O/D/Q, 1/I/L, 2/Z, 5/S, 6/G, 8/B; of U/V, V stayed. Of letters whose Vietnamese
 * names sound alike one stayed at most: P of bê/pê/đê, R of dê/gi/e-rờ, K of ca/cu/cờ, X of sờ/xờ, M of mờ/nờ; L/N (swapped
 * in northern speech) both went, as did I/Y. No vowels at all and no W: a Telex or VNI keyboard would turn `A` + `F`
 * or `U` + `1` into an accented letter, and no code can spell a word.
 *
 * **Size.** 7 free symbols: 19⁷ ≈ 894 million. With a million reports a new code meets an old one in 1 of 900 draws (the
 * unique index says so, draw again) and a guess hits one in 1 of 900 tries: the code is a name to dictate, not a password.
 * What it opens must be public, and looking up must be rate limited.
 *
 * **Check.** Symbol values v₁…v₈ in 0…18 satisfy Σ i·vᵢ ≡ 1 (mod 19). 19 is prime and the weights 1…8 differ and are not
 * 0, so every single wrong symbol and every swap of any two symbols breaks the sum, as does every twin error (aa → bb).
 */

export const REPORT_CODE_ALPHABET = '0123456789FHKMPRTVX';
const PRIME = REPORT_CODE_ALPHABET.length;
const LENGTH = 8;
const PREFIX = 'HN';
/** Not 0, or eight noughts would be a code. */
const CHECK_SUM = 1;

/** Always canonical: `HN-` and eight symbols of the alphabet, check symbol right. */
export type ReportCode = string;

export type ReportCodeReading =
  | { ok: true; code: ReportCode }
  /** `format`: not shaped like a code. `check`: shaped like one, but mistyped. */
  | { ok: false; reason: 'format' | 'check' };

/**
 * A new code. Every code is equally likely; uniqueness is the database's business.
 * @param randomBytes a cryptographic source, e.g. `randomBytes` of `node:crypto`
 */
export function newReportCode(randomBytes: (size: number) => Uint8Array): ReportCode {
  // About one draw in four is refused (biased byte, not shaped like a code); a hundred in a row mean a broken source.
  for (let attempt = 0; attempt < 100; attempt++) {
    const free = drawSymbols(randomBytes, LENGTH - 1);
    if (free === null) continue;
    const body = free + checkSymbol(free);
    if (isCodeShaped(body)) return `${PREFIX}-${body}`;
  }
  throw new Error('The random source gives no usable bytes');
}

/** Reads a code someone typed into a field: any case, spaces, dashes, with or without `HN`, look-alikes (O for 0). */
export function parseReportCode(text: string): ReportCodeReading {
  const symbols = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.\-‐-―_:#]/gu, '');
  // N is no symbol, so a body can never start with the prefix.
  const body = symbols.startsWith(PREFIX) ? symbols.slice(PREFIX.length) : symbols;
  return readBody(body);
}

/**
 * The first code in a sentence. Only behind `HN`, so that no word or number is taken for one, and written in one piece or
 * as 4 + 4; spelled out in other groups ("hn 7 k 3 …") only with true symbols, which no Vietnamese words consist of.
 * Reason `format`: nothing looks like a code. `check`: something does, but is mistyped – worth asking back.
 */
export function findReportCode(sentence: string): ReportCodeReading {
  let best: ReportCodeReading = { ok: false, reason: 'format' };
  for (const { 1: compact, 2: spelled } of sentence.normalize('NFKC').toUpperCase().matchAll(CODE_IN_SENTENCE)) {
    const reading = readBody((compact ?? spelled ?? '').replace(/[^0-9A-Z]/g, ''));
    if (reading.ok) return reading;
    if (reading.reason === 'check') best = reading;
  }
  return best;
}

const DASH = '[-‐-―.]';
const CODE_IN_SENTENCE = new RegExp(
  // Not inside a word or number; up to three separators after HN.
  `(?<![\\p{L}\\p{M}\\p{N}])${PREFIX}(?:\\s|${DASH}|[:_#]){0,3}(?:` +
    // One piece or 4 + 4, with a digit in it.
    `((?=[^\\d]{0,8}\\d)[0-9A-Z]{4}(?:\\s|${DASH}){0,2}[0-9A-Z]{4})|` +
    `((?:[${REPORT_CODE_ALPHABET}](?:\\s|${DASH})?){7}[${REPORT_CODE_ALPHABET}])` +
    `)(?![\\p{L}\\p{M}\\p{N}])`,
  'gu',
);

function readBody(typed: string): ReportCodeReading {
  const meanings = [...typed].map((symbol) => (REPORT_CODE_ALPHABET.includes(symbol) ? symbol : LOOK_ALIKES[symbol]));
  if (meanings.length !== LENGTH) return { ok: false, reason: 'format' };
  let readings = [''];
  for (const meaning of meanings) {
    if (meaning === undefined) return { ok: false, reason: 'format' };
    readings = readings.flatMap((head) => [...meaning].map((symbol) => head + symbol));
  }
  if (!readings.some(isCodeShaped)) return { ok: false, reason: 'format' };
  const valid = readings.filter((body) => isCodeShaped(body) && checkSum(body) === CHECK_SUM);
  const [body] = valid;
  // Two readings that both pass would be a guess.
  return body !== undefined && valid.length === 1
    ? { ok: true, code: `${PREFIX}-${body}` }
    : { ok: false, reason: 'check' };
}

/**
 * What a symbol outside the alphabet may stand for: by its look (O, I, L, Z, G, U) or its sound (C "cờ" for K). B and S may be
 * either (8 or "pê", 5 or "xờ"): the check symbol decides, since two readings that differ in one symbol cannot both pass.
 */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  O: '0',
  I: '1',
  L: '1',
  Z: '2',
  G: '6',
  U: 'V',
  C: 'K',
  B: '8P',
  S: '5X',
};

/**
 * A code has a digit and a letter, so it is never a telephone number, a date or a word; nor is it built like a number
 * plate (`30K-123.45`, `29-H1 1234`: two digits, a series of two, four digits), which citizens quote with "HN" in front.
 * Costs 2 % of the codes.
 */
function isCodeShaped(body: string): boolean {
  return /\d/.test(body) && /\D/.test(body) && !/^\d\d..\d{4}$/.test(body);
}

function checkSum(body: string): number {
  return [...body].reduce((sum, symbol, index) => sum + (index + 1) * REPORT_CODE_ALPHABET.indexOf(symbol), 0) % PRIME;
}

function checkSymbol(free: string): string {
  for (const symbol of REPORT_CODE_ALPHABET) if (checkSum(free + symbol) === CHECK_SUM) return symbol;
  throw new Error('unreachable: modulo a prime every sum has its check symbol');
}

/** Symbols without bias: bytes from the incomplete last round of the alphabet are thrown away; null when one was met. */
function drawSymbols(randomBytes: (size: number) => Uint8Array, count: number): string | null {
  const limit = 256 - (256 % PRIME);
  let symbols = '';
  for (const byte of randomBytes(count)) {
    if (byte >= limit) return null;
    symbols += REPORT_CODE_ALPHABET[byte % PRIME];
  }
  return symbols.length === count ? symbols : null;
}
