import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import styles from './confirm-sheet.module.css';

/** What will follow, before it is done; staying as it was is as easy as going on. */
export function ConfirmSheet({
  title,
  confirm,
  keep,
  busy = false,
  onConfirm,
  onClose,
  children,
}: {
  title: string;
  confirm: string;
  keep: string;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <Sheet title={title} onClose={onClose}>
      {children}
      <div className={styles.buttons}>
        <Button wide look="danger" busy={busy} onPress={onConfirm}>
          {confirm}
        </Button>
        <Button wide look="secondary" onPress={onClose}>
          {keep}
        </Button>
      </div>
    </Sheet>
  );
}
