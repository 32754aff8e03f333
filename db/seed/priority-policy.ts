/**
 * Hours per priority class, the first version of a policy that staff may replace (table `due_policies`). Not law as a whole:
 * every figure says how sure we are and where it comes from (domain-hanoi §2.2), because `explain` shows that to people.
 */

export type PriorityClass = 'emergency' | 'urgent' | 'normal' | 'complex' | 'none';

/** `working` hours follow the calendar; `24x7` is the wall clock. */
export type ClockMode = 'working' | '24x7';

/** H: read in the text of a rule; M: reported by one good source; A: our assumption. */
export interface FigureSource {
  certainty: 'H' | 'M' | 'A';
  /** Vietnamese: the rule, or what the assumption rests on. */
  source: string;
}

/** The figures of a class that have a source of their own. */
export type Figure = 'accept' | 'answer' | 'reopen' | 'extension' | 'handOver' | 'wait' | 'escalation';

export interface PriorityPolicy {
  nameVi: string;
  /** Hours to accept: read, verify, classify, dispatch. From receipt. */
  acceptHours: number;
  /** Hours to answer, from dispatch; null = redirect only, no answer clock. */
  answerHours: number | null;
  /** Hours for a new answer after the citizen said "chưa xong"; null where there is no answer clock. */
  reopenHours: number | null;
  /** The clock of all hours above and of hand-over and escalation. */
  clock: ClockMode;
  /** How often, and by how many hours at most each time. `secondByLeader`: from the second on only a leader grants it. */
  extension: { times: number; hours: number; secondByLeader: boolean };
  /** Hours to give a report that is not theirs to the right agency. */
  handOverHours: number;
  /** How long a question to the citizen waits for its reply. */
  waitHours: { hours: number; clock: ClockMode };
  /** Hours in which a superior acts on an escalation. */
  escalationHours: number;
  sources: Record<Figure, FigureSource>;
}

export const PRIORITY_POLICY_VERSION = '2026-10-1';

/** QĐ 1207/QĐ-UBND 28/02/2025: receive within 8 working hours; urgent handled within 4 working hours. */
const DECISION_1207: FigureSource = { certainty: 'H', source: 'Quyết định 1207/QĐ-UBND ngày 28/02/2025' };
const SHORTER_THAN_1207: FigureSource = {
  certainty: 'A',
  source: 'thiết kế của hệ thống, ngắn hơn 8 giờ làm việc của Quyết định 1207/QĐ-UBND',
};
const OUR_DESIGN: FigureSource = { certainty: 'A', source: 'thiết kế của hệ thống, chưa thấy trong văn bản nào' };
/** Question to answer took 5 working days on the page of the former quận Đống Đa (M); the figure itself is ours. */
const FIVE_DAYS_OF_DONG_DA: FigureSource = {
  certainty: 'A',
  source: 'thiết kế của hệ thống, theo lệ 5 ngày làm việc của quận Đống Đa trước đây',
};

/** Everything but accept and answer is our assumption (A): the excerpts of QĐ 1207 we could read say nothing of it. */
const ASSUMED = {
  reopen: OUR_DESIGN,
  extension: OUR_DESIGN,
  handOver: OUR_DESIGN,
  wait: OUR_DESIGN,
  escalation: OUR_DESIGN,
} as const;

export const priorityPolicy: Readonly<Record<PriorityClass, PriorityPolicy>> = {
  emergency: {
    nameVi: 'khẩn cấp',
    acceptHours: 1, // A: QĐ 1207 allows 8 working hours
    answerHours: 4, // H: QĐ 1207, urgent level; that it runs day and night is our design (A)
    reopenHours: 4, // A: as long as the first time
    clock: '24x7', // A
    extension: { times: 0, hours: 0, secondByLeader: false }, // A: an interim answer instead
    handOverHours: 1, // A
    waitHours: { hours: 24, clock: '24x7' }, // A
    escalationHours: 4, // A
    sources: { ...ASSUMED, accept: SHORTER_THAN_1207, answer: DECISION_1207 },
  },
  urgent: {
    nameVi: 'khẩn',
    acceptHours: 2, // A: QĐ 1207 allows 8 working hours
    answerHours: 4, // H: QĐ 1207
    reopenHours: 4, // A: as long as the first time
    clock: 'working', // H: QĐ 1207 counts working hours
    extension: { times: 0, hours: 0, secondByLeader: false }, // A: an interim answer instead
    handOverHours: 1, // A
    waitHours: { hours: 24, clock: '24x7' }, // A
    escalationHours: 4, // A
    sources: { ...ASSUMED, accept: SHORTER_THAN_1207, answer: DECISION_1207 },
  },
  normal: {
    nameVi: 'bình thường',
    acceptHours: 8, // H: QĐ 1207
    answerHours: 40, // A: 5 working days
    reopenHours: 24, // A: the case is known, so 3 working days
    clock: 'working', // H: QĐ 1207 counts working hours
    extension: { times: 1, hours: 40, secondByLeader: false }, // A
    handOverHours: 8, // A
    waitHours: { hours: 40, clock: 'working' }, // A: 5 working days
    escalationHours: 8, // A
    sources: { ...ASSUMED, accept: DECISION_1207, answer: FIVE_DAYS_OF_DONG_DA },
  },
  complex: {
    nameVi: 'phức tạp',
    acceptHours: 8, // H: QĐ 1207
    answerHours: 120, // A: 15 working days
    reopenHours: 40, // A: 5 working days
    clock: 'working', // H: QĐ 1207 counts working hours
    extension: { times: 2, hours: 80, secondByLeader: true }, // A
    handOverHours: 8, // A
    waitHours: { hours: 40, clock: 'working' }, // A: 5 working days
    escalationHours: 8, // A
    sources: { ...ASSUMED, accept: DECISION_1207, answer: OUR_DESIGN },
  },
  none: {
    nameVi: 'không thuộc phạm vi',
    acceptHours: 8, // H: QĐ 1207, receive within 8 working hours, whatever it is
    answerHours: null, // redirected at once, nobody has to answer
    reopenHours: null,
    clock: 'working', // H: QĐ 1207 counts working hours
    extension: { times: 0, hours: 0, secondByLeader: false },
    handOverHours: 8, // A
    waitHours: { hours: 40, clock: 'working' }, // A: 5 working days
    escalationHours: 8, // A
    sources: { ...ASSUMED, accept: DECISION_1207, answer: OUR_DESIGN },
  },
};

/** Days the citizen has to confirm or to say "chưa xong", 7 × 24 hours; then the report is closed unconfirmed. A. */
export const CONFIRM_DAYS = 7;
