import { useEffect, useId, useState } from 'react';

interface ChoiceProps<T extends string> {
  label: string;
  hint?: string;
  value: T;
  options: readonly { value: T; label: string }[];
  change: (value: T) => void;
}

export function Choice<T extends string>({ label, hint, value, options, change }: ChoiceProps<T>) {
  const id = useId();
  return (
    <div className="control">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => {
          const option = options.find((one) => one.value === event.target.value);
          if (option) change(option.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
    </div>
  );
}

interface SwitchProps {
  label: string;
  hint?: string;
  on: boolean;
  change: (on: boolean) => void;
}

export function Switch({ label, hint, on, change }: SwitchProps) {
  const id = useId();
  return (
    <div className="control">
      <label className="switch">
        <input
          type="checkbox"
          checked={on}
          aria-describedby={hint ? id : undefined}
          onChange={(event) => change(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p id={id} className="hint">
          {hint}
        </p>
      )}
    </div>
  );
}

interface AmountProps {
  label: string;
  unit?: string;
  value: number;
  step?: number;
  change: (value: number) => void;
}

/** Taken over on Enter or when the field is left, so that half-typed numbers never reach the simulator. */
export function Amount({ label, unit, value, step = 1, change }: AmountProps) {
  const id = useId();
  const [typed, setTyped] = useState(String(value));
  useEffect(() => setTyped(String(value)), [value]);
  const commit = () => {
    const wanted = Number(typed);
    if (typed.trim() === '' || !Number.isFinite(wanted) || wanted < 0) setTyped(String(value));
    else if (wanted !== value) change(wanted);
  };
  return (
    <div className="control amount">
      <label htmlFor={id}>{unit ? `${label} (${unit})` : label}</label>
      <input
        id={id}
        type="number"
        min={0}
        step={step}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
    </div>
  );
}
