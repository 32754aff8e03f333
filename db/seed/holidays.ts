/**
 * Days off, days given back and make-up workdays of the public sector, 2026–2027 (domain-hanoi §2.6).
 *
 * Facts, not law texts: each names its source and how sure we are. They are editable data, because swaps are decided at
 * short notice (02/01/2026 was decided on 25/12/2025) and the plan for 2028 appears in autumn 2027. Lunar dates are typed,
 * never computed: ICU's `chinese` calendar puts Tết 2027 a day late.
 * Days of a long break that fall on a weekend are listed only when they are holidays themselves.
 */

/**
 * - `holiday`: public holiday (ngày lễ, Tết)
 * - `compensatory_off`: given for a holiday on a weekend (nghỉ bù)
 * - `swapped_off`: a workday off, worked on another day (nghỉ hoán đổi)
 * - `makeup_workday`: that other day (làm bù)
 */
export type HolidayKind = 'holiday' | 'compensatory_off' | 'swapped_off' | 'makeup_workday';

export interface HolidayFact {
  /** `YYYY-MM-DD` in Asia/Ho_Chi_Minh. */
  readonly date: string;
  readonly name: string;
  readonly kind: HolidayKind;
  /** high: read in several consistent reports; medium: one good report, or a rule applied. */
  readonly certainty: 'high' | 'medium' | 'low';
  readonly source: string;
}

const LABOUR_CODE = 'Bộ luật Lao động 2019, Điều 112 (fixed or lunar date)';
const SWAP_JANUARY_2026 = 'Văn bản 12729/VPCP-KGVX, 25/12/2025';
const NOTICE_9441 = 'Thông báo 9441/TB-BNV (10/2025), as in Viet Nam News 17/10/2025';
const CULTURE_DAY = 'Nghị quyết 28/2026/QH16, in force from 01/07/2026';
const PLAN_2027 = 'Plan of Bộ Nội vụ agreed by the Deputy Prime Minister on 02/10/2026, as reported in the press';
const LABOUR_CODE_111 = 'Bộ luật Lao động 2019, Điều 111 khoản 3 (rule applied, no notice seen)';

/** In order of date, one fact per day. */
export const holidays: readonly HolidayFact[] = [
  { date: '2026-01-01', name: 'Tết Dương lịch', kind: 'holiday', certainty: 'high', source: LABOUR_CODE },
  {
    date: '2026-01-02',
    name: 'Nghỉ hoán đổi (làm bù 10/01/2026)',
    kind: 'swapped_off',
    certainty: 'high',
    source: SWAP_JANUARY_2026,
  },
  {
    date: '2026-01-10',
    name: 'Làm bù cho 02/01/2026',
    kind: 'makeup_workday',
    certainty: 'high',
    source: SWAP_JANUARY_2026,
  },
  {
    date: '2026-02-16',
    name: 'Tết Nguyên đán (29 tháng Chạp)',
    kind: 'holiday',
    certainty: 'high',
    source: NOTICE_9441,
  },
  { date: '2026-02-17', name: 'Tết Nguyên đán (mùng 1)', kind: 'holiday', certainty: 'high', source: NOTICE_9441 },
  { date: '2026-02-18', name: 'Tết Nguyên đán (mùng 2)', kind: 'holiday', certainty: 'high', source: NOTICE_9441 },
  { date: '2026-02-19', name: 'Tết Nguyên đán (mùng 3)', kind: 'holiday', certainty: 'high', source: NOTICE_9441 },
  { date: '2026-02-20', name: 'Tết Nguyên đán (mùng 4)', kind: 'holiday', certainty: 'high', source: NOTICE_9441 },
  {
    date: '2026-04-26',
    name: 'Giỗ Tổ Hùng Vương (10/3 âm lịch, Chủ nhật)',
    kind: 'holiday',
    certainty: 'high',
    source: LABOUR_CODE,
  },
  {
    date: '2026-04-27',
    name: 'Nghỉ bù Giỗ Tổ Hùng Vương',
    kind: 'compensatory_off',
    certainty: 'high',
    source: LABOUR_CODE,
  },
  { date: '2026-04-30', name: 'Ngày Chiến thắng', kind: 'holiday', certainty: 'high', source: LABOUR_CODE },
  { date: '2026-05-01', name: 'Ngày Quốc tế Lao động', kind: 'holiday', certainty: 'high', source: LABOUR_CODE },
  { date: '2026-08-22', name: 'Làm bù cho 31/08/2026', kind: 'makeup_workday', certainty: 'high', source: NOTICE_9441 },
  {
    date: '2026-08-31',
    name: 'Nghỉ hoán đổi (làm bù 22/08/2026)',
    kind: 'swapped_off',
    certainty: 'high',
    source: NOTICE_9441,
  },
  { date: '2026-09-01', name: 'Quốc khánh (ngày liền kề)', kind: 'holiday', certainty: 'high', source: NOTICE_9441 },
  { date: '2026-09-02', name: 'Quốc khánh', kind: 'holiday', certainty: 'high', source: NOTICE_9441 },
  { date: '2026-11-24', name: 'Ngày Văn hóa Việt Nam', kind: 'holiday', certainty: 'high', source: CULTURE_DAY },
  { date: '2027-01-01', name: 'Tết Dương lịch', kind: 'holiday', certainty: 'high', source: LABOUR_CODE },
  {
    date: '2027-02-04',
    name: 'Tết Nguyên đán (28 tháng Chạp)',
    kind: 'holiday',
    certainty: 'medium',
    source: PLAN_2027,
  },
  {
    date: '2027-02-05',
    name: 'Tết Nguyên đán (29 tháng Chạp)',
    kind: 'holiday',
    certainty: 'medium',
    source: PLAN_2027,
  },
  {
    date: '2027-02-06',
    name: 'Tết Nguyên đán (mùng 1, thứ Bảy)',
    kind: 'holiday',
    certainty: 'high',
    source: LABOUR_CODE,
  },
  {
    date: '2027-02-07',
    name: 'Tết Nguyên đán (mùng 2, Chủ nhật)',
    kind: 'holiday',
    certainty: 'high',
    source: LABOUR_CODE,
  },
  { date: '2027-02-08', name: 'Tết Nguyên đán (mùng 3)', kind: 'holiday', certainty: 'medium', source: PLAN_2027 },
  {
    date: '2027-02-09',
    name: 'Nghỉ bù Tết (mùng 4)',
    kind: 'compensatory_off',
    certainty: 'medium',
    source: PLAN_2027,
  },
  {
    date: '2027-02-10',
    name: 'Nghỉ bù Tết (mùng 5)',
    kind: 'compensatory_off',
    certainty: 'medium',
    source: PLAN_2027,
  },
  {
    date: '2027-04-16',
    name: 'Giỗ Tổ Hùng Vương (10/3 âm lịch)',
    kind: 'holiday',
    certainty: 'high',
    source: LABOUR_CODE,
  },
  { date: '2027-04-30', name: 'Ngày Chiến thắng', kind: 'holiday', certainty: 'high', source: LABOUR_CODE },
  {
    date: '2027-05-01',
    name: 'Ngày Quốc tế Lao động (thứ Bảy)',
    kind: 'holiday',
    certainty: 'high',
    source: LABOUR_CODE,
  },
  {
    date: '2027-05-03',
    name: 'Nghỉ bù 01/05/2027',
    kind: 'compensatory_off',
    certainty: 'medium',
    source: LABOUR_CODE_111,
  },
  { date: '2027-09-02', name: 'Quốc khánh', kind: 'holiday', certainty: 'high', source: LABOUR_CODE },
  { date: '2027-09-03', name: 'Quốc khánh (ngày liền kề)', kind: 'holiday', certainty: 'medium', source: PLAN_2027 },
  { date: '2027-11-24', name: 'Ngày Văn hóa Việt Nam', kind: 'holiday', certainty: 'high', source: CULTURE_DAY },
];

const CULTURE_SWAP_2026 = 'Proposal in a government explainer of 06/09/2026, outcome not known';

/**
 * Proposed swaps, not in force. To apply one, add its two facts to the calendar; until then 23/11/2026 is worked.
 */
export const proposedSwaps: readonly (readonly HolidayFact[])[] = [
  [
    {
      date: '2026-11-23',
      name: 'Nghỉ hoán đổi (làm bù 28/11/2026)',
      kind: 'swapped_off',
      certainty: 'low',
      source: CULTURE_SWAP_2026,
    },
    {
      date: '2026-11-28',
      name: 'Làm bù cho 23/11/2026',
      kind: 'makeup_workday',
      certainty: 'low',
      source: CULTURE_SWAP_2026,
    },
  ],
];
