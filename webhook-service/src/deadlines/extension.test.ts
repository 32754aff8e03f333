import { describe, expect, it } from 'vitest';
import { currentDuePolicy, extensionAllowed, type PriorityClass } from './policy.ts';

type Asked = Parameters<typeof extensionAllowed>[2];
const asked = (priorityClass: PriorityClass, request: Partial<Asked> = {}) =>
  extensionAllowed(currentDuePolicy, priorityClass, { already: 0, minutes: 60, role: 'handler', ...request });

describe('an extension (domain-hanoi §2.2)', () => {
  it.each<[PriorityClass, string]>([
    ['emergency', 'khẩn cấp'],
    ['urgent', 'khẩn'],
    ['none', 'không thuộc phạm vi'],
  ])('is not for class %s: an interim answer is due instead', (priorityClass, name) => {
    expect(asked(priorityClass, { role: 'leader' })).toEqual({
      ok: false,
      code: 'extension_not_for_class',
      reason: `Phản ánh mức ${name} không được gia hạn. Hãy trả lời tạm thời cho người dân: đã làm gì, còn việc gì, khi nào xong.`,
    });
  });

  it('is given once to a normal report, for 40 working hours at most', () => {
    expect(asked('normal', { minutes: 2400 })).toEqual({ ok: true });
    expect(asked('normal', { minutes: 2401 })).toEqual({
      ok: false,
      code: 'extension_too_long',
      reason: 'Mỗi lần gia hạn không quá 40 giờ làm việc.',
    });
    expect(asked('normal', { already: 1, role: 'leader' })).toEqual({
      ok: false,
      code: 'extension_used_up',
      reason: 'Phản ánh mức bình thường chỉ được gia hạn 1 lần, đã dùng hết.',
    });
  });

  it('is given twice to a complex report, for 80 working hours at most, the second time by a leader', () => {
    expect(asked('complex', { minutes: 4800 })).toEqual({ ok: true });
    expect(asked('complex', { minutes: 4801 })).toMatchObject({
      code: 'extension_too_long',
      reason: 'Mỗi lần gia hạn không quá 80 giờ làm việc.',
    });
    expect(asked('complex', { already: 1 })).toEqual({
      ok: false,
      code: 'extension_by_leader_only',
      reason: 'Từ lần gia hạn thứ hai, chỉ lãnh đạo đơn vị được quyết định.',
    });
    expect(asked('complex', { already: 1, role: 'leader' })).toEqual({ ok: true });
    expect(asked('complex', { already: 2, role: 'leader' })).toMatchObject({
      code: 'extension_used_up',
      reason: 'Phản ánh mức phức tạp chỉ được gia hạn 2 lần, đã dùng hết.',
    });
  });

  it('can be given again by anyone where the policy asks for no leader', () => {
    const normal = { ...currentDuePolicy.classes.normal, extension: { times: 2, hours: 8, secondByLeader: false } };
    const policy = { ...currentDuePolicy, classes: { ...currentDuePolicy.classes, normal } };

    expect(extensionAllowed(policy, 'normal', { already: 1, minutes: 60, role: 'handler' })).toEqual({ ok: true });
  });

  it.each([0, -1, Number.NaN])('of %d minutes is none', (minutes) => {
    expect(asked('normal', { minutes })).toEqual({
      ok: false,
      code: 'extension_length_invalid',
      reason: 'Thời gian gia hạn phải lớn hơn 0.',
    });
  });

  it('can be as short as it likes', () => {
    expect(asked('normal', { minutes: 1 })).toEqual({ ok: true });
  });
});
