import { type ReactNode, useId } from 'react';
import styles from './choice.module.css';

export interface Choice<Value extends string> {
  value: Value;
  title: ReactNode;
  note?: ReactNode;
}

/** One of several, as large cards; a group of radio buttons for everybody who cannot see them. Nothing is chosen beforehand. */
export function ChoiceList<Value extends string>({
  legend,
  legendHidden = false,
  choices,
  chosen,
  onChoose,
}: {
  legend: string;
  legendHidden?: boolean;
  choices: readonly Choice<Value>[];
  chosen: Value | null;
  onChoose: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset className={styles.choices}>
      <legend className={legendHidden ? 'visually-hidden' : styles.legend}>{legend}</legend>
      {choices.map(({ value, title, note }) => (
        <label key={value} className={styles.choice}>
          <input type="radio" name={name} checked={chosen === value} onChange={() => onChoose(value)} />
          <Words title={title} note={note} />
        </label>
      ))}
    </fieldset>
  );
}

/** Yes or no to one thing. */
export function Tick({
  title,
  note,
  checked,
  onChange,
}: {
  title: ReactNode;
  note?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label className={styles.choice}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <Words title={title} note={note} />
    </label>
  );
}

function Words({ title, note }: { title: ReactNode; note?: ReactNode }) {
  return (
    <span className={styles.words}>
      <span className={styles.title}>{title}</span>
      {note && <span className={styles.note}>{note}</span>}
    </span>
  );
}
