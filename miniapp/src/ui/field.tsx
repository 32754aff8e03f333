import { CircleAlert } from 'lucide-react';
import { type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes, useId } from 'react';
import { useTexts } from '../i18n/language.ts';
import styles from './field.module.css';
import { uiTexts } from './texts.ts';

interface FieldProps {
  label: string;
  hint?: ReactNode;
  /** What is wrong and how to mend it, one sentence. */
  error?: string | null | undefined;
  optional?: boolean;
}

type Native<Element> = Omit<Element, 'id' | 'className' | 'aria-describedby' | 'aria-invalid'>;

export function TextField({
  label,
  hint,
  error,
  optional = false,
  ...native
}: FieldProps & Native<InputHTMLAttributes<HTMLInputElement>>) {
  const { id, described, rest } = useField({ hint, error });
  return (
    <Field {...{ id, label, hint, error, optional }}>
      <input {...native} {...rest} id={id} className={styles.control} {...described} />
    </Field>
  );
}

export function TextArea({
  label,
  hint,
  error,
  optional = false,
  ...native
}: FieldProps & Native<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  const { id, described, rest } = useField({ hint, error });
  const { value, maxLength } = native;
  return (
    <Field {...{ id, label, hint, error, optional }}>
      <textarea {...native} {...rest} id={id} className={styles.control} {...described} />
      {typeof value === 'string' && maxLength !== undefined && value.length > maxLength * 0.8 && (
        <span className={styles.count} aria-live="polite">
          {value.length}/{maxLength}
        </span>
      )}
    </Field>
  );
}

function Field({
  id,
  label,
  hint,
  error,
  optional,
  children,
}: FieldProps & { id: string; optional: boolean; children: ReactNode }) {
  const texts = useTexts(uiTexts);
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label} {optional && <span className={styles.optional}>({texts.optional})</span>}
      </label>
      {hint && (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
      {children}
      <div id={`${id}-error`} role="alert" className={error ? styles.error : undefined}>
        {error && (
          <>
            <CircleAlert aria-hidden size={20} /> <span>{error}</span>
          </>
        )}
      </div>
    </div>
  );
}

function useField({ hint, error }: Pick<FieldProps, 'hint' | 'error'>) {
  const id = useId();
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return {
    id,
    described: ids ? { 'aria-describedby': ids } : {},
    rest: error ? { 'aria-invalid': true } : {},
  };
}
