import {
  CircleCheck,
  CircleX,
  Clock,
  Forward,
  Inbox,
  type LucideIcon,
  Merge,
  MessageCircleQuestionMark,
  MessageSquareText,
  TriangleAlert,
  Undo2,
  Wrench,
} from 'lucide-react';
import { useTexts } from '../../i18n/language.ts';
import styles from './state-chip.module.css';
import { reportCardTexts } from './texts.ts';

type Look = 'plain' | 'waiting' | 'answered' | 'done';

/** Green is kept for what the person who reported it has called done. */
const LOOKS: Readonly<Record<string, { icon: LucideIcon; look: Look }>> = {
  received: { icon: Inbox, look: 'plain' },
  dispatched: { icon: Forward, look: 'plain' },
  in_progress: { icon: Wrench, look: 'plain' },
  awaiting_citizen: { icon: MessageCircleQuestionMark, look: 'waiting' },
  answered: { icon: MessageSquareText, look: 'answered' },
  closed_confirmed: { icon: CircleCheck, look: 'done' },
  closed_unconfirmed: { icon: CircleCheck, look: 'plain' },
  refused: { icon: CircleX, look: 'plain' },
  merged: { icon: Merge, look: 'plain' },
  withdrawn: { icon: Undo2, look: 'plain' },
};

/** Where a report stands: icon, word and colour. `label` is the service's word for `state`; a state unknown here shows just that. */
export function StateChip({ state, label, overdue = false }: { state: string; label: string; overdue?: boolean }) {
  const texts = useTexts(reportCardTexts);
  const { icon: Icon, look } = LOOKS[state] ?? { icon: Clock, look: 'plain' };
  return (
    <span className={styles.chips}>
      <span className={`${styles.chip} ${styles[look] ?? ''}`}>
        <Icon aria-hidden size={18} />
        {label}
      </span>
      {overdue && (
        <span className={`${styles.chip} ${styles.overdue}`}>
          <TriangleAlert aria-hidden size={18} />
          {texts.overdue}
        </span>
      )}
    </span>
  );
}
