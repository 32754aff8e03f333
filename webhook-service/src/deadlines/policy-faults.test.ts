import { describe, expect, it } from 'vitest';
import { type ClassPolicy, currentDuePolicy, type DuePolicy, type PriorityClass } from './policy.ts';
import { policyFaults } from './policy-faults.ts';

const withClass = (name: PriorityClass, change: Partial<ClassPolicy>): DuePolicy => ({
  ...currentDuePolicy,
  classes: { ...currentDuePolicy.classes, [name]: { ...currentDuePolicy.classes[name], ...change } },
});
const source = { certainty: 'A', source: 'thử nghiệm' } as const;

describe('a due policy', () => {
  it('of this build has no fault', () => {
    expect(policyFaults(currentDuePolicy)).toEqual([]);
  });

  it('may have figures of its own for a category and class', () => {
    expect(
      policyFaults({ ...currentDuePolicy, categories: { 'GT-01': { normal: { answerHours: 16, source } } } }),
    ).toEqual([]);
  });

  it('may be as strict as the rule, not laxer', () => {
    expect(policyFaults(withClass('normal', { acceptHours: 8 }))).toEqual([]);
    expect(policyFaults(withClass('normal', { acceptHours: 8.5 }))).toEqual([
      'classes/normal/acceptHours vượt 8 giờ của Quyết định 1207/QĐ-UBND',
    ]);
    expect(policyFaults(withClass('urgent', { answerHours: 4 }))).toEqual([]);
    for (const name of ['urgent', 'emergency'] as const)
      expect(policyFaults(withClass(name, { answerHours: 5 }))).toEqual([
        `classes/${name}/answerHours vượt 4 giờ mà Quyết định 1207/QĐ-UBND dành cho mức khẩn`,
      ]);
    const lax = { urgent: { acceptHours: 9, answerHours: 5, source } };
    expect(policyFaults({ ...currentDuePolicy, categories: { 'GT-02': lax } })).toEqual([
      'categories/GT-02/urgent/acceptHours vượt 8 giờ của Quyết định 1207/QĐ-UBND',
      'categories/GT-02/urgent/answerHours vượt 4 giờ mà Quyết định 1207/QĐ-UBND dành cho mức khẩn',
    ]);
  });

  it('has an answer clock in every class but the one outside our scope', () => {
    expect(policyFaults(withClass('normal', { answerHours: null }))).toEqual([
      'classes/normal phải có answerHours và reopenHours',
    ]);
    expect(policyFaults(withClass('normal', { reopenHours: null }))).toEqual([
      'classes/normal phải có answerHours và reopenHours',
    ]);
    for (const change of [{ answerHours: 8 }, { reopenHours: 8 }])
      expect(policyFaults(withClass('none', change))).toEqual([
        'classes/none không được có answerHours hay reopenHours, vì phản ánh ngoài phạm vi chỉ được hướng dẫn',
      ]);
  });

  it('says both how often and how long an answer may be extended, or neither', () => {
    const fault = ['classes/normal/extension phải có cả số lần và số giờ, hoặc không có cả hai'];

    expect(policyFaults(withClass('normal', { extension: { times: 1, hours: 0, secondByLeader: false } }))).toEqual(
      fault,
    );
    expect(policyFaults(withClass('normal', { extension: { times: 0, hours: 8, secondByLeader: false } }))).toEqual(
      fault,
    );
    expect(policyFaults(withClass('normal', { extension: { times: 0, hours: 0, secondByLeader: false } }))).toEqual([]);
  });

  it('knows the categories it speaks of', () => {
    expect(policyFaults({ ...currentDuePolicy, categories: { 'GT-99': {} } })).toEqual([
      'categories/GT-99 không phải là lĩnh vực',
    ]);
  });

  it('that lacks much is told everything at once', () => {
    const { acceptHours: _, ...normal } = { ...currentDuePolicy.classes.normal, answerHours: 0, nameVi: 'bình thường' };
    const { complex: __, ...classes } = { ...currentDuePolicy.classes, normal };

    expect(policyFaults({ ...currentDuePolicy, version: 'Bản mới', confirmDays: 61, classes }).toSorted()).toEqual(
      [
        'classes/complex bị thiếu',
        'classes/normal/acceptHours bị thiếu',
        'classes/normal/answerHours không hợp lệ',
        'classes/normal/answerHours phải lớn hơn 0',
        'classes/normal/nameVi không có trong mẫu',
        'confirmDays không được lớn hơn 60',
        'version không hợp lệ',
      ].toSorted(),
    );
    expect(policyFaults({ ...currentDuePolicy, confirmDays: 0, more: 1 })).toEqual([
      'more không có trong mẫu',
      'confirmDays không được nhỏ hơn 1',
    ]);
  });

  it.each([null, 'x', 7])('is not %j', (value) => {
    expect(policyFaults(value)).toEqual(['chính sách không hợp lệ']);
  });

  it.each([null, 'x'])('has no classes that are %j', (classes) => {
    expect(policyFaults({ ...currentDuePolicy, classes })).toEqual(['classes không hợp lệ']);
  });
});
