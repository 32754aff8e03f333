import { type ReactNode, useId } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router-dom';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Screen } from '../../ui/screen.tsx';
import styles from './step.module.css';
import { stepTexts } from './step-texts.ts';

export interface NextStep {
  /** A verb: what the button does. */
  label: string;
  /** Where it leads, after `onPress`. */
  to?: string;
  onPress?: () => void;
  /** `secondary` where something on the page matters more. */
  look?: 'primary' | 'secondary';
  busy?: boolean;
  disabled?: boolean;
  /** One sentence above the button: what is still missing, or what the button will do. */
  why?: ReactNode;
}

export interface StepProps {
  number: number;
  of: number;
  title: string;
  next: NextStep;
  /** Where "Quay lại" leads when the app was opened on this page. Nothing written is lost by it. */
  back?: string;
  onBack?: () => void;
  /** Beside the big button: another way on, less important. */
  aside?: ReactNode;
  children: ReactNode;
}

/**
 * One question of the report: how far one is, the question, the big button. Reached by "Sửa" of the review (`editLink`), the
 * button says "Xong" and leads back there.
 */
export function Step({ number, of, title, next, back = '/', onBack, aside, children }: StepProps) {
  const texts = useTexts(stepTexts);
  const navigate = useNavigate();
  const { key } = useLocation();
  const whyId = useId();
  const isEdit = useIsEdit();
  const { label, to, onPress, look = 'primary', busy = false, disabled = false, why } = next;
  const go = () => {
    onPress?.();
    // The review lies behind this page, unless the app was opened here.
    if (isEdit) key === 'default' ? navigate(REVIEW, { replace: true }) : navigate(-1);
    else if (to) navigate(to);
  };
  return (
    <Screen
      title={title}
      back={isEdit ? REVIEW : back}
      {...(onBack && { onBack })}
      footer={
        <>
          {why && (
            <p id={whyId} className={styles.why}>
              {why}
            </p>
          )}
          <Button
            wide
            look={look}
            busy={busy}
            disabled={disabled}
            onPress={go}
            {...(why ? { describedBy: whyId } : {})}
          >
            {isEdit ? texts.done : label}
          </Button>
          {aside}
        </>
      }
    >
      <div className={styles.progress}>
        <p className={styles.count}>
          <span aria-hidden>
            {number}/{of}
          </span>
          <span className="visually-hidden">{texts.stepOf(number, of)}</span>
        </p>
        <div className={styles.bar} aria-hidden>
          {Array.from({ length: of }, (_, step) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other name than their number
            <span key={step} className={step < number ? `${styles.part} ${styles.done}` : styles.part} />
          ))}
        </div>
      </div>
      {children}
    </Screen>
  );
}

const REVIEW = '/report/review';

/** The link of "Sửa" on the review: to a step that leads back there. */
export function editLink(path: string): string {
  return `${path}?edit=1`;
}

/** The step was opened from the review and leads back there. */
export function useIsEdit(): boolean {
  const [search] = useSearchParams();
  return search.has('edit');
}
