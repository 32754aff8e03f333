import type { staffRoles } from '../../../db/schema/staff.ts';
import { type PriorityClass, priorityPolicy } from '../../../db/seed/priority-policy.ts';
import { hoursWords } from './duration-words.ts';
import type { DuePolicy } from './policy-schema.ts';

type Role = (typeof staffRoles)[number] | 'reporter' | 'follower' | 'system';

export type ExtensionAnswer = { ok: true } | { ok: false; code: ExtensionRefusal; reason: string };

export type ExtensionRefusal =
  | 'extension_not_for_class'
  | 'extension_used_up'
  | 'extension_by_leader_only'
  | 'extension_length_invalid'
  | 'extension_too_long';

/**
 * May an answer be given more time (gia hạn)? The table of domain-hanoi §2.2 (A): urgent classes never, an interim answer
 * is due instead; others so many times and so long, a further one by a leader. `already` counts those of this round,
 * `minutes` is on the clock of the class. Who may ask for a first one is the lifecycle's business.
 */
export function extensionAllowed(
  policy: DuePolicy,
  priorityClass: PriorityClass,
  { already, minutes, role }: { already: number; minutes: number; role: Role },
): ExtensionAnswer {
  const { extension, clock } = policy.classes[priorityClass];
  const name = priorityPolicy[priorityClass].nameVi;
  if (extension.times === 0)
    return no(
      'extension_not_for_class',
      `Phản ánh mức ${name} không được gia hạn. Hãy trả lời tạm thời cho người dân: đã làm gì, còn việc gì, khi nào xong.`,
    );
  if (already >= extension.times)
    return no('extension_used_up', `Phản ánh mức ${name} chỉ được gia hạn ${extension.times} lần, đã dùng hết.`);
  if (already >= 1 && extension.secondByLeader && role !== 'leader')
    return no('extension_by_leader_only', 'Từ lần gia hạn thứ hai, chỉ lãnh đạo đơn vị được quyết định.');
  if (!(minutes > 0)) return no('extension_length_invalid', 'Thời gian gia hạn phải lớn hơn 0.');
  if (minutes > extension.hours * 60)
    return no('extension_too_long', `Mỗi lần gia hạn không quá ${hoursWords(extension.hours * 60, clock)}.`);
  return { ok: true };
}

function no(code: ExtensionRefusal, reason: string): ExtensionAnswer {
  return { ok: false, code, reason };
}
