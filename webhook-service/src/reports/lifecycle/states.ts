/** States of a report (DESIGN §6) and what they are called. */
import type { reportStates } from '../../../../db/schema/reports.ts';

export type ReportState = (typeof reportStates)[number];

export interface StateLabel {
  readonly vi: string;
  readonly en: string;
}

/** What citizens and officials read. Both closed states share one label: how a report was closed is told apart in statistics. */
export const stateLabels: Readonly<Record<ReportState, StateLabel>> = {
  received: { vi: 'Đã tiếp nhận', en: 'Received' },
  dispatched: { vi: 'Đã chuyển đơn vị xử lý', en: 'Sent to the responsible agency' },
  in_progress: { vi: 'Đang xử lý', en: 'In progress' },
  awaiting_citizen: { vi: 'Chờ người dân bổ sung', en: 'Waiting for your reply' },
  answered: { vi: 'Đã có kết quả', en: 'Answered' },
  closed_confirmed: { vi: 'Đã đóng', en: 'Closed' },
  closed_unconfirmed: { vi: 'Đã đóng', en: 'Closed' },
  refused: { vi: 'Từ chối tiếp nhận', en: 'Not accepted' },
  merged: { vi: 'Đã gộp', en: 'Merged' },
  withdrawn: { vi: 'Người dân đã rút', en: 'Withdrawn' },
};

/** Somebody still owes the citizen something: the `open` of the daily balance (domain-hanoi G1). */
export const openStates = ['received', 'dispatched', 'in_progress', 'awaiting_citizen'] as const;

export function isOpen(state: ReportState): boolean {
  return (openStates as readonly ReportState[]).includes(state);
}
