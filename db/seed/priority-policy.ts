/** Hours per priority class. A versioned policy, not law: see the certainty of each figure (domain-hanoi §2.2). */

export type PriorityClass = 'emergency' | 'urgent' | 'normal' | 'complex' | 'none';

export interface PriorityPolicy {
  nameVi: string;
  /** Hours to accept: read, verify, classify, dispatch. */
  acceptHours: number;
  /** Hours to answer, counted from acceptance; null = redirect only, no answer clock. */
  answerHours: number | null;
  /** `working` hours follow the calendar; `24x7` is the wall clock. */
  clock: 'working' | '24x7';
}

export const PRIORITY_POLICY_VERSION = '2026-10-1';

export const priorityPolicy: Readonly<Record<PriorityClass, PriorityPolicy>> = {
  // Answer: QĐ 1207, urgent level (4 working hours). The 24x7 clock and one hour to accept are our design.
  emergency: { nameVi: 'khẩn cấp', acceptHours: 1, answerHours: 4, clock: '24x7' },
  // Answer: QĐ 1207. Acceptance shortened from the 8 hours of QĐ 1207 by design.
  urgent: { nameVi: 'khẩn', acceptHours: 2, answerHours: 4, clock: 'working' },
  // Acceptance: QĐ 1207. 40 and 120 hours are assumptions, their figures were in no excerpt we could read.
  normal: { nameVi: 'bình thường', acceptHours: 8, answerHours: 40, clock: 'working' },
  complex: { nameVi: 'phức tạp', acceptHours: 8, answerHours: 120, clock: 'working' },
  none: { nameVi: 'không thuộc phạm vi', acceptHours: 8, answerHours: null, clock: 'working' },
};
