import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide, describeTable } from './decide.ts';
import type { Asked, Decision, Facts, Pointed, Reach } from './facts.ts';
import { type Row, type RowId, rows } from './table.ts';

const [A, B, C] = ['HN-A', 'HN-B', 'HN-C'];
const nothing: Facts = {
  says: 'burst',
  startsAnew: false,
  asked: [],
  quoted: [],
  named: [],
  gathering: false,
  mayMeanDraft: false,
  withWords: false,
  waiting: [],
  results: [],
};
const official = (code: string): Asked => ({ code, by: 'official' });
const chat = (code: string): Asked => ({ code, by: 'chat' });
const at = (code: string, reach: Reach = 'takes'): Pointed => ({ code, reach });
const report = (code: string): Decision => ({ to: 'report', code });
const ask = (about: 'reply' | 'report' | 'result', ...codes: string[]): Decision => ({ to: 'ask', about, codes });

type Case = [what: string, facts: Partial<Facts>, decision: Decision];

/** Each row by its name: what is sent, and what becomes of it. */
const cases: Record<RowId, Case[]> = {
  'says-it-is-new': [
    [
      '"việc mới: …" while an official waits for an answer',
      { startsAnew: true, asked: [official(A)] },
      { to: 'draft' },
    ],
    ['"việc mới, như HN-B"', { startsAnew: true, named: [at(B)], results: [C] }, { to: 'draft' }],
  ],
  'question-pointed-at': [
    [
      'the code of one of two questions',
      { asked: [official(A), official(B)], named: [at(B)] },
      { to: 'question', code: B },
    ],
    [
      'the question quoted, another report mentioned',
      { asked: [official(A)], quoted: [at(A)], named: [at(B)] },
      { to: 'question', code: A },
    ],
    [
      '"HN-A đã xong" while an official asks about HN-A',
      { says: 'move', asked: [official(A)], named: [at(A, 'over')] },
      { to: 'question', code: A },
    ],
  ],
  'another-code-beside-a-question-or-quote': [
    ['the code of another report of theirs', { asked: [official(A)], named: [at(B)] }, report(B)],
    ['a code beside a quote of another', { quoted: [at(A)], named: [at(B)] }, report(B)],
    [
      '"HN-B hài lòng" while the rating of HN-A is asked',
      { says: 'move', asked: [chat(A)], named: [at(B)] },
      report(B),
    ],
  ],
  'another-quote-beside-a-question': [
    ['a message about another report quoted', { asked: [official(A)], quoted: [at(B)] }, report(B)],
  ],
  'earlier-report-beside-a-question': [
    ['the code of a closed report', { asked: [official(A)], named: [at(B, 'over')] }, { to: 'draft' }],
    ['the code of an answered report', { asked: [official(A)], named: [at(B, 'answered')] }, ask('result', B)],
    [
      'a move on a closed report',
      { says: 'move', asked: [official(A)], named: [at(B, 'over')] },
      { to: 'explain', code: B },
    ],
  ],
  'one-question': [
    ['words while one official waits', { asked: [official(A)], waiting: [] }, { to: 'question', code: A }],
    [
      'a neighbour’s code is only mentioned',
      { asked: [official(A)], named: [at(C, 'strange')] },
      { to: 'question', code: A },
    ],
    ['"thêm" after "new, or more about HN-A?"', { asked: [chat(A)], gathering: true }, report(A)],
    ['"chưa" while an official waits', { says: 'move', asked: [official(A)] }, { to: 'question', code: A }],
    ['"quá chậm" after "what was not good enough?"', { says: 'move', asked: [chat(A)] }, report(A)],
  ],
  'several-questions': [['words while two officials wait', { asked: [official(A), official(B)] }, ask('reply', A, B)]],
  'several-pointed-at': [
    ['two codes in one text', { named: [at(A), at(B)] }, ask('report', A, B)],
    ['two quotes', { quoted: [at(A), at(B)] }, ask('report', A, B)],
  ],
  quoted: [
    ['a photo in reply to news of HN-A', { quoted: [at(A)], waiting: [B] }, report(A)],
    ['"đã xong" in reply to the answer of HN-A', { says: 'move', quoted: [at(A)] }, report(A)],
    ['a closed report’s code beside the quote', { quoted: [at(A)], named: [at(B, 'over')] }, report(A)],
  ],
  named: [
    ['the code in the text, another report waiting', { named: [at(A)], waiting: [B] }, report(A)],
    ['the code although something is being written', { named: [at(A)], gathering: true }, report(A)],
  ],
  'joins-what-was-offered': [
    ['"cùng phản ánh HN-B", offered for HN-A', { says: 'follow', named: [at(B, 'strange')], waiting: [A] }, report(A)],
  ],
  'follows-another': [
    ['"theo dõi HN-B" of somebody else', { says: 'follow', named: [at(B, 'strange')] }, { to: 'follow', code: B }],
  ],
  'pointed-at-cannot-take-it': [
    [
      '"HN-B đã xong" of somebody else',
      { says: 'move', named: [at(B, 'strange')], waiting: [A] },
      { to: 'explain', code: B },
    ],
    [
      '"đã xong" in reply to a closed report',
      { says: 'move', quoted: [at(A, 'over')], waiting: [B] },
      { to: 'explain', code: A },
    ],
    [
      'a mistyped code',
      { says: 'move', named: [at('unreadable', 'unreadable')] },
      { to: 'explain', code: 'unreadable' },
    ],
  ],
  'goes-on': [['an address after "where is it?"', { gathering: true, results: [A] }, { to: 'draft' }]],
  'pointed-at-a-result': [
    ['"HN-A vẫn còn hố" after its answer', { named: [at(A, 'answered')] }, ask('result', A)],
    ['a photo in reply to the answer', { quoted: [at(A, 'answered')], results: [B] }, ask('result', A)],
  ],
  'may-mean-what-is-written': [
    ['"xong rồi" in the middle of writing', { says: 'move', mayMeanDraft: true, waiting: [A] }, ask('report', A)],
  ],
  'words-would-be-lost': [
    [
      '"chưa xong, còn hố ở cuối" with two answers',
      { says: 'move', withWords: true, waiting: [A, B] },
      { to: 'draft' },
    ],
  ],
  'only-one-waiting': [
    ['"đã xong" with one answer', { says: 'move', waiting: [A] }, report(A)],
    ['a place for the only report without one', { waiting: [A] }, report(A)],
  ],
  'several-waiting': [
    ['"đã xong" with two answers', { says: 'move', waiting: [A, B] }, ask('report', A, B)],
    ['a place for one of two', { waiting: [A, B] }, ask('report', A, B)],
  ],
  'result-or-new': [['"vẫn còn ngập" while a result waits', { results: [A] }, ask('result', A)]],
  'no-report-waits': [['"đã xong" of somebody without a report', { says: 'move' }, { to: 'nothing' }]],
  'new-report': [
    ['what and where', {}, { to: 'draft' }],
    ['"ổ gà như HN-B" of somebody else', { named: [at(B, 'strange')] }, { to: 'draft' }],
    ['a finished report named', { named: [at(A, 'over')] }, { to: 'draft' }],
  ],
};

describe.each(rows.map(({ id }) => id))('%s', (id) => {
  test.each(cases[id])('%s', (_, facts, decision) => {
    expect(decide({ ...nothing, ...facts })).toEqual({ row: id, decision });
  });
});

const codes = fc.constantFrom('HN-A', 'HN-B', 'HN-C', 'HN-D');
const reach = fc.constantFrom<Reach>('takes', 'answered', 'over', 'strange', 'unknown', 'unreadable');
/** A report stands to a person in one way, wherever it is pointed at; a question is about a report of theirs. */
const anyFacts = fc.dictionary(codes, reach, { minKeys: 4, maxKeys: 4 }).chain((stands) => {
  const pointed = fc.uniqueArray(codes, { maxLength: 2 }).map((list) => list.map((code) => at(code, stands[code])));
  const taking = fc.subarray(Object.keys(stands).filter((code) => stands[code] === 'takes'));
  return fc.record<Facts>({
    says: fc.constantFrom('move', 'follow', 'burst'),
    startsAnew: fc.boolean(),
    asked: fc
      .tuple(taking, fc.constantFrom<Asked['by']>('official', 'chat'))
      .map(([list, by]) => list.map((code) => ({ code, by }))),
    quoted: pointed,
    named: pointed,
    gathering: fc.boolean(),
    mayMeanDraft: fc.boolean(),
    withWords: fc.boolean(),
    waiting: taking,
    results: fc.subarray(Object.keys(stands).filter((code) => stands[code] === 'answered')),
  });
});

const property = (check: (facts: Facts) => void) => fc.assert(fc.property(anyFacts, check), { numRuns: 3000 });
const takers = (facts: Facts) =>
  new Set([
    ...facts.asked.map(({ code }) => code),
    ...[...facts.quoted, ...facts.named].filter((one) => one.reach === 'takes').map(({ code }) => code),
    ...facts.waiting,
  ]);

test('every combination of facts gets exactly one decision, that of the highest row that holds', () => {
  property((facts) => {
    const { row, decision } = decide(facts);
    const first = rows.find(({ when }: Row) => when(facts));
    expect(row).toBe(first?.id);
    expect(decision).toEqual((first as Row).decides(facts));
  });
});

test('nothing is ever added or done to a stranger’s report, or to one that cannot take it', () => {
  property((facts) => {
    const { decision } = decide(facts);
    if (decision.to === 'report' || decision.to === 'question') expect(takers(facts)).toContain(decision.code);
  });
});

test('without a quote, a code or a question, only the single report that waits is taken', () => {
  property((facts) => {
    const { decision } = decide({ ...facts, asked: [], quoted: [], named: [] });
    if (decision.to === 'report') expect(facts.waiting).toEqual([decision.code]);
  });
});

test('asking back offers only what was gathered, each once, and never nothing', () => {
  property((facts) => {
    const { decision } = decide(facts);
    if (decision.to !== 'ask') return;
    const known = new Set([
      ...takers(facts),
      ...facts.results,
      ...[...facts.quoted, ...facts.named].map(({ code }) => code),
    ]);
    expect(decision.codes.length).toBeGreaterThan(0);
    expect(new Set(decision.codes).size).toBe(decision.codes.length);
    for (const code of decision.codes) expect(known).toContain(code);
  });
});

test('a burst is never explained away and a move never begins a report that waits', () => {
  property((facts) => {
    const { decision } = decide(facts);
    if (facts.says === 'burst') expect(['explain', 'follow', 'nothing']).not.toContain(decision.to);
    else if (!facts.gathering && !facts.withWords) expect(decision.to).not.toBe('draft');
  });
});

test('the table reads as a list: names that are unique, sentences that say why', () => {
  const described = describeTable();
  expect(new Set(described.map(({ row }) => row)).size).toBe(rows.length);
  for (const { why } of described) expect(why).toMatch(/^["\p{Lu}].+\.$/u);
  expect(described.map(({ row }) => row)).toMatchInlineSnapshot(`
    [
      "says-it-is-new",
      "question-pointed-at",
      "another-code-beside-a-question-or-quote",
      "another-quote-beside-a-question",
      "earlier-report-beside-a-question",
      "one-question",
      "several-questions",
      "several-pointed-at",
      "quoted",
      "named",
      "joins-what-was-offered",
      "follows-another",
      "pointed-at-cannot-take-it",
      "goes-on",
      "pointed-at-a-result",
      "may-mean-what-is-written",
      "words-would-be-lost",
      "only-one-waiting",
      "several-waiting",
      "result-or-new",
      "no-report-waits",
      "new-report",
    ]
  `);
});
