import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import type { ReportState } from './states.ts';
import { actorOf, aReport, context, gateFacts, NOW } from './testing/facts.ts';
import { outcome } from './testing/outcome.ts';

const reason = 'Tuyến phố do thành phố quản lý.';

describe('every command', () => {
  it('is refused to other roles, saying whose it is', () => {
    const decision = decide(aReport(), { type: 'confirm' }, context('handler'));

    expect(decision).toEqual({
      ok: false,
      code: 'not_for_this_role',
      reason: 'Thao tác này dành cho: người phản ánh.',
    });
  });

  it('of several roles names them all, but not the system', () => {
    const decision = decide(aReport({ state: 'received' }), { type: 'refuse', reason: 'spam' }, context('handler'));

    expect(decision).toMatchObject({ reason: 'Thao tác này dành cho: cán bộ tiếp nhận, điều phối viên.' });
  });

  it('that only the system gives says so', () => {
    const decision = decide(aReport({ state: 'answered' }), { type: 'close' }, context('leader'));

    expect(decision).toMatchObject({ code: 'not_for_this_role', reason: 'Thao tác này dành cho: hệ thống.' });
  });

  it('checks the role before the state, so that nobody learns from refusals what is not theirs', () => {
    expect(outcome(aReport({ state: 'withdrawn' }), { type: 'accept' }, 'reporter')).toBe('not_for_this_role');
  });

  it('carries who, when and the reason into its events', () => {
    const command = { type: 'handOver', agencyCode: 'so-xay-dung', reason, why: 'not_mine' } as const;
    const decision = decide(aReport(), command, context('handler'));

    expect(decision).toEqual({
      ok: true,
      events: [
        {
          type: 'handed_over',
          at: NOW,
          actor: actorOf('handler'),
          isPublic: true,
          reason,
          data: { agencyCode: 'so-xay-dung', from: 'ubnd-00199', why: 'not_mine' },
        },
      ],
    });
  });
});

describe('dispatch', () => {
  const received = aReport({ state: 'received', agencyCode: null });
  const dispatch = { type: 'dispatch', agencyCode: 'so-xay-dung' } as const;
  const lighting = { categoryCode: 'CS-02', priorityClass: 'urgent' } as const;

  it('names the agency', () => {
    expect(outcome(received, dispatch, 'dispatcher')).toEqual([{ type: 'dispatched', agencyCode: 'so-xay-dung' }]);
  });

  it('needs a category', () => {
    expect(outcome({ ...received, categoryCode: null }, dispatch, 'system')).toBe('category_missing');
    expect(
      outcome({ ...received, categoryCode: null }, { ...dispatch, classification: lighting }, 'system'),
    ).toHaveLength(2);
  });

  it.each([
    ['another category', { categoryCode: 'GT-02', priorityClass: 'normal' } as const],
    ['another class', { categoryCode: 'GT-01', priorityClass: 'urgent' } as const],
  ])('records %s as an internal event', (_what, classification) => {
    const decision = decide(received, { ...dispatch, classification }, context('dispatcher'));

    expect(decision.ok && decision.events[0]).toMatchObject({
      type: 'classified',
      isPublic: false,
      data: { from: { categoryCode: 'GT-01', priorityClass: 'normal' }, to: classification },
    });
  });

  it('records no correction that changes nothing', () => {
    const classification = { categoryCode: 'GT-01', priorityClass: 'normal' } as const;

    expect(outcome(received, { ...dispatch, classification }, 'dispatcher')).toEqual([
      { type: 'dispatched', agencyCode: 'so-xay-dung' },
    ]);
  });
});

describe('hand over', () => {
  const notMine = { type: 'handOver', agencyCode: 'so-xay-dung', reason, why: 'not_mine' } as const;

  it('must name another agency', () => {
    expect(outcome(aReport(), { ...notMine, agencyCode: 'ubnd-00199' }, 'handler')).toBe('nothing_to_change');
  });

  it.each([
    ['         .', 'reason_missing'],
    ['123456789', 'reason_missing'],
    ['1234567890', null],
  ])('needs a reason of ten characters: %s', (given, code) => {
    const result = outcome(aReport(), { ...notMine, reason: given }, 'handler');

    if (code) expect(result).toBe(code);
    else expect(result).toHaveLength(1);
  });

  it('goes to the agency named twice, the third time to the coordinator', () => {
    const types = [0, 1, 2, 3].map((handOvers) => outcome(aReport({ handOvers }), notMine, 'handler'));

    expect(types).toMatchObject([
      [{ type: 'handed_over', agencyCode: 'so-xay-dung' }],
      [{ type: 'handed_over', agencyCode: 'so-xay-dung' }],
      [{ type: 'sent_to_coordinator', agencyCode: 'vp-ubnd', from: 'ubnd-00199', proposedAgency: 'so-xay-dung' }],
      [{ type: 'sent_to_coordinator' }],
    ]);
  });

  it.each(['dispatcher', 'cityOffice'] as const)('is settled by a %s, however often it was handed over', (role) => {
    expect(outcome(aReport({ handOvers: 5 }), notMine, role)).toMatchObject([
      { type: 'handed_over', agencyCode: 'so-xay-dung', why: 'returned' },
    ]);
  });

  it('by the rules, for a corrected ward, is no dispute', () => {
    const corrected = { ...notMine, why: 'ward_corrected' } as const;

    expect(outcome(aReport({ state: 'dispatched', handOvers: 5 }), corrected, 'system')).toMatchObject([
      { type: 'handed_over', why: 'ward_corrected' },
    ]);
  });

  it('by the superior who was asked gives the case back, which is no dispute either', () => {
    expect(
      outcome(aReport({ handOvers: 5, agencyCode: 'vp-ubnd' }), notMine, 'leader', { holdsByEscalation: true }),
    ).toMatchObject([{ type: 'handed_over', why: 'returned' }]);
  });
});

describe('asking the citizen', () => {
  it('needs a question of ten characters', () => {
    expect(outcome(aReport(), { type: 'askCitizen', question: 'Ở đâu ạ?' }, 'handler')).toBe('question_missing');
    expect(outcome(aReport(), { type: 'askCitizen', question: 'Ổ gà ở số nào?' }, 'handler')).toEqual([
      { type: 'citizen_asked', agencyCode: 'ubnd-00199' },
    ]);
  });
});

describe('extend', () => {
  const extend = { type: 'extend', minutes: 40 * 60, reason: 'Chờ vật tư thay thế về kho.' } as const;

  it('counts the extensions', () => {
    expect(outcome(aReport(), extend, 'handler')).toEqual([{ type: 'extended', minutes: 2400, extension: 1 }]);
    expect(outcome(aReport({ priorityClass: 'complex', extensions: 1 }), extend, 'leader')).toEqual([
      { type: 'extended', minutes: 2400, extension: 2 },
    ]);
  });

  it('needs a reason', () => {
    expect(outcome(aReport(), { ...extend, reason: 'bận' }, 'handler')).toBe('reason_missing');
  });

  it('must come before the due minute is over', () => {
    const answerDueAt = new Date('2026-10-05T02:00:00Z');
    const at = (iso: string) => outcome(aReport(), extend, 'handler', { answerDueAt, now: new Date(iso) });

    expect(at('2026-10-05T02:00:59.999Z')).toHaveLength(1);
    expect(at('2026-10-05T02:01:00Z')).toBe('due_has_passed');
  });

  it('goes by the table of limits, in its words', () => {
    const decision = decide(aReport({ priorityClass: 'urgent' }), extend, context('leader'));

    expect(decision).toMatchObject({ ok: false, code: 'extension_not_allowed' });
    expect(!decision.ok && decision.reason.length).toBeGreaterThan(20);
    expect(outcome(aReport({ extensions: 1 }), extend, 'leader')).toBe('extension_not_allowed');
  });

  it('is possible where no answer clock runs', () => {
    expect(outcome(aReport(), extend, 'handler', { answerDueAt: null })).toHaveLength(1);
  });
});

describe('escalate', () => {
  const escalate = {
    type: 'escalate',
    superiorAgency: 'vp-ubnd',
    proposal: 'Đề nghị thành phố bố trí kinh phí sửa cả tuyến.',
  } as const;

  it('needs a proposal', () => {
    expect(outcome(aReport(), { ...escalate, proposal: 'Xin chỉ đạo ạ.' }, 'handler')).toBe('proposal_missing');
    expect(outcome(aReport(), { ...escalate, proposal: '12345678901234567890' }, 'handler')).toHaveLength(1);
    expect(outcome(aReport(), { ...escalate, proposal: '1234567890123456789' }, 'handler')).toBe('proposal_missing');
  });

  it('needs somebody above', () => {
    expect(outcome(aReport({ agencyCode: 'vp-ubnd' }), escalate, 'leader')).toBe('superior_is_holder');
    expect(outcome(aReport(), escalate, 'leader')).toEqual([
      { type: 'escalated', agencyCode: 'vp-ubnd', from: 'ubnd-00199' },
    ]);
  });
});

describe('answer', () => {
  const text =
    'Sáng 05/10/2026, tổ hạ tầng UBND phường Láng đã kiểm tra và vá ổ gà trước số 12 phố Láng Hạ bằng bê tông nhựa, mặt đường đã bằng phẳng. Ảnh kèm theo.';
  const photo = { id: 1, kind: 'photo', sha256: 'ab', fingerprint: null } as const;
  const paper = { id: 2, kind: 'document', sha256: 'cd', fingerprint: null } as const;
  const annex = { id: 3, kind: 'document', sha256: 'ef', fingerprint: null } as const;
  const answer = { type: 'answer', answer: { text, evidence: [photo, paper, annex] } } as const;

  it('that passes the gate says what proof it has, and what the gate found', () => {
    const decision = decide(aReport(), answer, context('handler', { gate: gateFacts() }));

    expect(decision).toMatchObject({ ok: true, verdict: { ok: true } });
    expect(decision.ok && decision.events).toMatchObject([
      {
        type: 'answered',
        isPublic: true,
        data: { agencyCode: 'ubnd-00199', photos: 1, documents: 2, noEvidenceReason: null },
      },
    ]);
  });

  it('without proof is refused with what is missing', () => {
    const command = { type: 'answer', answer: { text, evidence: [] } } as const;
    const decision = decide(aReport(), command, context('handler', { gate: gateFacts() }));

    expect(decision).toMatchObject({ ok: false, code: 'answer_incomplete', verdict: { ok: false } });
    expect(!decision.ok && decision.verdict?.missing.length).toBeGreaterThan(0);
  });

  it('after "chưa xong" is the leader’s', () => {
    const gate = gateFacts();

    expect(outcome(aReport({ level: 1 }), answer, 'handler', { gate })).toBe('leader_must_answer');
    expect(outcome(aReport({ level: 1 }), answer, 'leader', { gate })).toHaveLength(1);
    expect(outcome(aReport({ level: 2 }), answer, 'handler', { gate })).toHaveLength(1);
  });

  it('is never judged without facts', () => {
    expect(() => decide(aReport(), answer, context('handler'))).toThrow('facts of the gate');
  });
});

describe('refusal and objection', () => {
  const received = aReport({ state: 'received', agencyCode: null });

  it('gives its reason', () => {
    expect(outcome(received, { type: 'refuse', reason: 'civil_dispute' }, 'intakeOfficer')).toEqual([
      { type: 'refused', reason: 'civil_dispute' },
    ]);
  });

  it('as unclear comes only after a question', () => {
    const unclear = { type: 'refuse', reason: 'unclear' } as const;

    expect(outcome(received, unclear, 'dispatcher')).toBe('ask_before_unclear');
    expect(outcome({ ...received, questionsAsked: 1 }, unclear, 'dispatcher')).toHaveLength(1);
  });

  it('by the system is only for places outside the city', () => {
    expect(outcome(received, { type: 'refuse', reason: 'spam' }, 'system')).toBe('only_out_of_area');
    expect(outcome(received, { type: 'refuse', reason: 'out_of_area' }, 'system')).toHaveLength(1);
  });

  it('is looked at again once', () => {
    const refused = aReport({ state: 'refused' });

    expect(outcome(refused, { type: 'object' }, 'reporter')).toEqual([{ type: 'objected' }]);
    expect(outcome({ ...refused, objections: 1 }, { type: 'object' }, 'reporter')).toBe('objection_used');
  });
});

describe('merge and split', () => {
  const received = aReport({ state: 'received' });
  const main = { state: 'dispatched', isItself: false, wasSuggested: false } as const;

  it('is decided by intake for any open or just answered report', () => {
    const into = (state: ReportState) =>
      outcome(received, { type: 'merge' }, 'dispatcher', { mergeInto: { ...main, state } });

    for (const state of ['received', 'dispatched', 'in_progress', 'awaiting_citizen', 'answered'] as const)
      expect(into(state)).toEqual([{ type: 'merged' }]);
    for (const state of ['closed_confirmed', 'closed_unconfirmed', 'refused', 'merged', 'withdrawn'] as const)
      expect(into(state)).toBe('merge_target_over');
  });

  it('never into itself', () => {
    expect(outcome(received, { type: 'merge' }, 'dispatcher', { mergeInto: { ...main, isItself: true } })).toBe(
      'merge_into_itself',
    );
  });

  it('by the citizen only into what was suggested', () => {
    const merge = (wasSuggested: boolean) =>
      outcome(received, { type: 'merge' }, 'reporter', { mergeInto: { ...main, wasSuggested } });

    expect(merge(false)).toBe('merge_not_suggested');
    expect(merge(true)).toEqual([{ type: 'merged' }]);
  });

  it('is never decided without the main report', () => {
    expect(() => decide(received, { type: 'merge' }, context('dispatcher'))).toThrow('main report');
  });

  it('is undone with a reason', () => {
    const merged = aReport({ state: 'merged', resumeState: 'dispatched' });

    expect(outcome(merged, { type: 'split', reason: 'khác' }, 'dispatcher')).toBe('reason_missing');
    expect(outcome(merged, { type: 'split', reason: 'Hai ổ gà khác nhau.' }, 'dispatcher')).toEqual([
      { type: 'split' },
    ]);
  });
});

describe('withdrawing', () => {
  it.each([
    [aReport({ state: 'received' }), null],
    [aReport({ state: 'dispatched' }), null],
    [aReport({ state: 'awaiting_citizen', resumeState: 'received' }), null],
    [aReport({ state: 'awaiting_citizen', resumeState: 'in_progress' }), 'work_has_begun'],
  ])('is possible until an agency has begun (%#)', (report, refused) => {
    expect(outcome(report, { type: 'withdraw' }, 'reporter')).toEqual(refused ?? [{ type: 'withdrawn' }]);
  });
});

describe('simple moves', () => {
  it.each([
    ['dispatched', { type: 'accept' }, 'handler', { type: 'accepted', agencyCode: 'ubnd-00199' }],
    ['awaiting_citizen', { type: 'reply' }, 'reporter', { type: 'citizen_replied' }],
    ['awaiting_citizen', { type: 'timeOut' }, 'system', { type: 'wait_timed_out' }],
  ] as const)('in %s: %o', (state, command, role, event) => {
    expect(outcome(aReport({ state }), command, role)).toEqual([event]);
  });
});
