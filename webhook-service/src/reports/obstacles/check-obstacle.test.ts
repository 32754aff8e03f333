import { describe, expect, test } from 'vitest';
import { obstacleCauses, obstacleStages, obstacleStatuses, stageNames, statusNames } from './causes.ts';
import { checkDecision, checkObstacle, checkObstacleState, isSpecific, type ObstacleInput } from './check-obstacle.ts';

const input: ObstacleInput = {
  stage: 'unit',
  cause: 'no_funding',
  proposal: 'Đề nghị Sở Tài chính cấp bổ sung kinh phí quý IV.',
};
const thrown = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
};

describe('the list of causes', () => {
  test('has unique codes, Vietnamese names and at least one stage each', () => {
    expect(new Set(obstacleCauses.map(({ code }) => code)).size).toBe(obstacleCauses.length);
    for (const { code, nameVi, stages } of obstacleCauses) {
      expect(code).toMatch(/^[a-z_]+$/);
      expect(nameVi).toBe(nameVi.normalize('NFC'));
      expect(nameVi).toMatch(/^\p{Lu}/u);
      expect(stages.length).toBeGreaterThan(0);
    }
  });

  test('gives every stage something to choose, and “other” everywhere', () => {
    for (const stage of obstacleStages) {
      expect(obstacleCauses.filter(({ stages }) => stages.includes(stage)).length).toBeGreaterThan(3);
      expect(obstacleCauses.find(({ code }) => code === 'other')?.stages).toContain(stage);
      expect(stageNames[stage]).toBeTruthy();
    }
    for (const status of obstacleStatuses) expect(statusNames[status]).toBeTruthy();
  });
});

describe('an obstacle', () => {
  test('is stored tidy', () => {
    expect(checkObstacle({ ...input, note: '  chờ   họp ', proposal: ` ${input.proposal}\n` })).toEqual({
      ...input,
      note: 'chờ họp',
    });
    expect(checkObstacle({ ...input, note: '  ' }).note).toBeNull();
  });

  test.each<[string, Partial<ObstacleInput>, string]>([
    ['a cause outside the list', { cause: 'bad_luck' }, 'obstacle_cause_unknown'],
    ['a cause of another stage', { stage: 'citizen' }, 'obstacle_cause_stage'],
    ['“other” without a note', { cause: 'other' }, 'obstacle_note_missing'],
    ['“other” with an empty note', { cause: 'other', note: ' ' }, 'obstacle_note_missing'],
    ['no proposal', { proposal: '' }, 'obstacle_proposal_vague'],
    ['a vague proposal', { proposal: 'Đề nghị xem xét' }, 'obstacle_proposal_vague'],
  ])('is refused with %s', (_, over, code) => {
    expect(thrown(() => checkObstacle({ ...input, ...over }))).toMatchObject({ code, status: 422 });
  });

  test('says which stage and cause do not fit', () => {
    expect(thrown(() => checkObstacle({ ...input, stage: 'citizen' }))).toMatchObject({
      detail: 'Nguyên nhân “Thiếu kinh phí” không thuộc khâu “Người dân”. Hãy chọn lại khâu hoặc nguyên nhân.',
    });
  });

  test.each(['merged', 'refused', 'withdrawn'] as const)('is not recorded for a report that is %s', (state) => {
    expect(thrown(() => checkObstacleState(state))).toMatchObject({ code: 'obstacle_not_here', status: 409 });
  });

  test.each(['received', 'dispatched', 'in_progress', 'awaiting_citizen', 'answered', 'closed_confirmed'] as const)(
    'is recorded for a report that is %s',
    (state) => expect(thrown(() => checkObstacleState(state))).toBeNull(),
  );
});

describe('a decision', () => {
  const words = 'Giao Sở Xây dựng hỗ trợ trước 30/10/2026.';
  const allowed = new Set(['open→in_hand', 'open→settled', 'open→declined', 'in_hand→settled', 'in_hand→declined']);
  const moves = obstacleStatuses.flatMap((from) => obstacleStatuses.map((to) => [from, to] as const));

  test.each(moves)('from %s to %s goes forward only', (from, to) => {
    const error = thrown(() => checkDecision(from, to, words));
    if (allowed.has(`${from}→${to}`)) expect(error).toBeNull();
    else expect(error).toMatchObject({ code: 'obstacle_status_back', status: 409 });
  });

  test('needs words at the end, not on the way', () => {
    expect(checkDecision('open', 'in_hand', undefined)).toBeNull();
    expect(checkDecision('open', 'in_hand', ' Đang họp ')).toBe('Đang họp');
    expect(checkDecision('in_hand', 'settled', ` ${words}`)).toBe(words);
    for (const to of ['settled', 'declined'] as const) {
      for (const decision of [undefined, null, '', 'Đồng ý']) {
        expect(thrown(() => checkDecision('in_hand', to, decision))).toMatchObject({
          code: 'obstacle_decision_missing',
          status: 422,
        });
      }
    }
  });

  test('says where it is and where it cannot go', () => {
    expect(thrown(() => checkDecision('settled', 'open', words))).toMatchObject({
      detail: 'Vướng mắc đang ở trạng thái “Đã giải quyết”, không chuyển sang “Chưa giải quyết” được.',
    });
  });
});

test.each([
  ['aaa bbb ccc ddd eeee', true],
  ['aaa bbb ccc ddd eee', false],
  ['aaaa bbbb cccc dddddddd', false],
])('“%s” is specific: %j', (text, expected) => expect(isSpecific(text)).toBe(expected));
