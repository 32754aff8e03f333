/**
 * The one table of moves (DESIGN §6): for every command and every state, the state it leads to or the refusal it meets.
 * A command of a later stage is one more row here, and the compiler asks for all its states.
 */
import type { ReportState } from './states.ts';

export type CommandType = 'dispatch' | 'handOver';

/** Reasons a command is refused, shown to the person who gave it. The codes are stable: clients and tests rely on them. */
export const refusalReasons = {
  already_dispatched: 'Phản ánh đã được chuyển đơn vị xử lý. Muốn đổi đơn vị, hãy dùng “Chuyển đơn vị khác”.',
  already_in_progress: 'Đơn vị đang xử lý phản ánh này. Muốn đổi đơn vị, hãy dùng “Chuyển đơn vị khác”.',
  awaiting_citizen: 'Phản ánh đang chờ người dân bổ sung thông tin.',
  already_answered: 'Phản ánh đã có kết quả.',
  already_closed: 'Phản ánh đã đóng.',
  already_refused: 'Phản ánh đã bị từ chối tiếp nhận.',
  already_merged: 'Phản ánh đã được gộp vào phản ánh khác. Hãy thao tác trên phản ánh chính.',
  not_for_citizens: 'Chỉ cán bộ tiếp nhận mới thực hiện được thao tác này.',
  category_missing: 'Phản ánh chưa có lĩnh vực. Hãy chọn lĩnh vực trước khi chuyển đơn vị xử lý.',
  not_dispatched_yet: 'Phản ánh chưa được chuyển đơn vị nào. Hãy dùng “Chuyển đơn vị xử lý”.',
  nothing_to_change: 'Đơn vị này đang giữ phản ánh.',
} as const;

export type RefusalCode = keyof typeof refusalReasons;

export type Move = { readonly to: ReportState | 'same' } | { readonly refuse: RefusalCode };

const OVER = {
  answered: { refuse: 'already_answered' },
  closed_confirmed: { refuse: 'already_closed' },
  closed_unconfirmed: { refuse: 'already_closed' },
  refused: { refuse: 'already_refused' },
  merged: { refuse: 'already_merged' },
} as const satisfies Partial<Record<ReportState, Move>>;

export const moves: Readonly<Record<CommandType, Readonly<Record<ReportState, Move>>>> = {
  dispatch: {
    received: { to: 'dispatched' },
    dispatched: { refuse: 'already_dispatched' },
    in_progress: { refuse: 'already_in_progress' },
    awaiting_citizen: { refuse: 'awaiting_citizen' },
    ...OVER,
  },
  // The new agency has not accepted it, whatever the old one had done.
  handOver: {
    received: { refuse: 'not_dispatched_yet' },
    dispatched: { to: 'same' },
    in_progress: { to: 'dispatched' },
    awaiting_citizen: { refuse: 'awaiting_citizen' },
    ...OVER,
  },
};
