import { type ReactNode, type SelectHTMLAttributes, useId } from 'react';
import styles from './field.module.css';

/** One of many, by the phone's own list. */
export function SelectField({
  label,
  children,
  ...native
}: { label: string; children: ReactNode } & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'className'>) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <select {...native} id={id} className={styles.control}>
        {children}
      </select>
    </div>
  );
}
