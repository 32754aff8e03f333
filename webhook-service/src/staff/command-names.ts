/** What staff can do with a report: the path of each command and what its button says. */

import { actingRole, type StaffMember } from '../reports/access/member.ts';
import type { CommandType } from '../reports/lifecycle/commands.ts';
import { commandsFor } from '../reports/lifecycle/table.ts';
import type { Report } from '../reports/report.ts';

interface CommandName {
  /** Behind `/api/staff/reports/:code/`. */
  path: string;
  label: string;
}

/** Commands that a person on the staff gives; the others are the citizen's or the clock's. */
export const commandNames = {
  dispatch: { path: 'dispatch', label: 'Chuyển đơn vị xử lý' },
  accept: { path: 'accept', label: 'Nhận xử lý' },
  handOver: { path: 'hand-over', label: 'Chuyển đơn vị khác' },
  askCitizen: { path: 'ask', label: 'Hỏi người dân' },
  extend: { path: 'extend', label: 'Gia hạn' },
  escalate: { path: 'escalate', label: 'Báo cáo vượt thẩm quyền' },
  answer: { path: 'answer', label: 'Trả lời' },
  refuse: { path: 'refuse', label: 'Từ chối tiếp nhận' },
  merge: { path: 'merge', label: 'Gộp vào phản ánh khác' },
  split: { path: 'split', label: 'Tách khỏi phản ánh chính' },
  recheck: { path: 'recheck', label: 'Trả lại kết quả để kiểm tra' },
} as const satisfies Partial<Record<CommandType, CommandName>>;

export type StaffCommand = keyof typeof commandNames;
export const staffCommands = Object.keys(commandNames) as StaffCommand[];

/** What the member can do with the report now, as far as the table of moves goes, and in which role. */
export function actionsFor(member: StaffMember, report: Report) {
  return staffCommands.flatMap((command) => {
    const able = member.roles.filter((role) => commandsFor(report.state, role).includes(command));
    const role = actingRole(member, able, report);
    return role ? [{ command, role, ...commandNames[command] }] : [];
  });
}
