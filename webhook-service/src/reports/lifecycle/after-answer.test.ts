import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import { aReport, context } from './testing/facts.ts';
import { outcome } from './testing/outcome.ts';

const reason = 'Ảnh chưa cho thấy mặt đường sau khi vá.';

describe('after the answer', () => {
  const answered = aReport({ state: 'answered', round: 1 });

  it('"đã xong" closes', () => {
    expect(outcome(answered, { type: 'confirm' }, 'reporter')).toEqual([{ type: 'confirmed' }]);
  });

  it('"chưa xong" reopens at once, with the leader of the same agency', () => {
    expect(outcome(answered, { type: 'rejectResult' }, 'reporter')).toEqual([
      { type: 'result_rejected', by: 'reporter' },
      { type: 'reopened', level: 1, agencyCode: 'ubnd-00199', from: 'ubnd-00199', round: 2 },
    ]);
  });

  it('the second "chưa xong" goes to the body above', () => {
    expect(outcome({ ...answered, level: 1, round: 2 }, { type: 'rejectResult' }, 'follower')).toEqual([
      { type: 'result_rejected', by: 'follower' },
      { type: 'reopened', level: 2, agencyCode: 'vp-ubnd', from: 'ubnd-00199', round: 3 },
    ]);
  });

  it('stays where it is when nobody is above', () => {
    expect(
      outcome({ ...answered, agencyCode: 'vp-ubnd', level: 2 }, { type: 'rejectResult' }, 'reporter', {
        superior: null,
      }),
    ).toMatchObject([{}, { type: 'reopened', level: 2, agencyCode: 'vp-ubnd', from: 'vp-ubnd' }]);
  });

  it('silence closes', () => {
    expect(outcome(answered, { type: 'close' }, 'system')).toEqual([{ type: 'closed_silent' }]);
  });

  it('the city office returns it with a reason', () => {
    expect(outcome(answered, { type: 'recheck', reason: 'ngắn' }, 'cityOffice')).toBe('reason_missing');
    expect(outcome(answered, { type: 'recheck', reason }, 'cityOffice')).toEqual([{ type: 'rechecked', round: 2 }]);
  });
});

describe('rating', () => {
  const answered = aReport({ state: 'answered' });

  it('is one of three levels, internal, reasons for the third only', () => {
    const decision = decide(answered, { type: 'rate', level: 'satisfied', reasons: [] }, context('reporter'));

    expect(decision.ok && decision.events).toMatchObject([
      { type: 'rated', isPublic: false, data: { level: 'satisfied', reasons: [] } },
    ]);
    expect(outcome(answered, { type: 'rate', level: 'unsatisfied', reasons: ['general'] }, 'follower')).toHaveLength(1);
    expect(outcome(answered, { type: 'rate', level: 'unsatisfied', reasons: [] }, 'reporter')).toBe(
      'rating_reason_missing',
    );
    expect(outcome(answered, { type: 'rate', level: 'accepted', reasons: ['other'] }, 'reporter')).toBe(
      'rating_reason_needless',
    );
  });

  it('is given once per answer', () => {
    const rate = { type: 'rate', level: 'accepted', reasons: [] } as const;

    expect(outcome(answered, rate, 'reporter', { hasRated: true })).toBe('rated_already');
  });
});
