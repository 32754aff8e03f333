import { expect, it } from 'vitest';
import { decideRouting } from '../agency-rules.ts';
import { ruleOf, setOf } from './testing/facts.ts';
import { traceFromHistory, traceOf, worthKeeping } from './trace.ts';

const decision = decideRouting({
  suggestions: [],
  chosenCategory: 'GT-01',
  ward: { kind: 'chosen', wardCode: '00199' },
  rules: setOf(
    ruleOf({ id: 'mt', when: { categories: ['MT'] } }),
    ruleOf({ id: 'wifi', name: 'Wifi', when: { keywords: ['wifi'] } }),
    ruleOf({ id: 'rest', name: 'Còn lại' }),
  ),
});
const tried = [
  { ruleId: 'wifi', name: 'Wifi', matched: false, why: 'Nội dung không nhắc tới “wifi”.', failedOn: 'keywords' },
  { ruleId: 'rest', name: 'Còn lại', matched: true, why: 'Khớp: áp dụng cho mọi phản ánh.' },
];

it('a decision is explained without the rules for other categories', () => {
  expect(decision.tried).toHaveLength(3);
  expect(worthKeeping(decision.tried)).toEqual(tried);
  expect(traceOf(decision)).toEqual({ ruleSet: { id: 7, version: 'test' }, ruleId: 'rest', tried });
  expect(traceOf({ ...decision, tried: [] }).ruleId).toBeNull();
});

it('a history row tells the same, with the rule set where it was kept', () => {
  expect(traceFromHistory({ tried: decision.tried, ruleSet: decision.ruleSet })).toEqual(traceOf(decision));
  expect(traceFromHistory({ tried: decision.tried })).toEqual({ ruleSet: null, ruleId: 'rest', tried });
});

it.each([{}, { tried: [] }, { tried: 'rest' }, { tried: [{ ruleId: 'rest' }] }])(
  'a history row without rules tells nothing: %j',
  (data) => expect(traceFromHistory(data)).toBeNull(),
);
