import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import styles from './button.module.css';

type Look = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps {
  children: ReactNode;
  onPress?: () => void;
  look?: Look;
  /** As wide as its place. */
  wide?: boolean;
  /** At work: cannot be pressed again, and says so. Two quick taps are one. */
  busy?: boolean;
  disabled?: boolean;
  type?: 'button' | 'submit';
  /** When the words alone do not say what it is about. */
  label?: string;
  describedBy?: string;
}

/**
 * A disabled button keeps its place in the tab order, so that it can be found and heard; it just does nothing. (ZaUI's button
 * vanishes for keyboards and fails the contrast rule when disabled.)
 */
export function Button({
  children,
  onPress,
  look = 'primary',
  wide = false,
  busy = false,
  disabled = false,
  type = 'button',
  label,
  describedBy,
}: ButtonProps) {
  const off = busy || disabled;
  return (
    <button
      type={type}
      className={classesOf(look, wide)}
      aria-disabled={off}
      aria-busy={busy}
      {...(label && { 'aria-label': label })}
      {...(describedBy && { 'aria-describedby': describedBy })}
      onClick={(event) => {
        if (off) event.preventDefault();
        else onPress?.();
      }}
    >
      {busy && <span className={styles.busy} aria-hidden />}
      {children}
    </button>
  );
}

/** Looks like a button, leads to a page of the app. */
export function ButtonLink({
  to,
  look = 'primary',
  wide = false,
  children,
}: {
  to: string;
  look?: Look;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <Link to={to} className={classesOf(look, wide)}>
      {children}
    </Link>
  );
}

function classesOf(look: Look, wide: boolean): string {
  return [styles.button, styles[look], wide && styles.wide].filter(Boolean).join(' ');
}
